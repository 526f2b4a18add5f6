"""The job boards as data: one record each, read by the service and by the extension alike."""

from signals.sites.loading import load, posting_key, site_of, sites_at
from signals.sites.model import Card, PostingParts, Site

__all__ = ["Card", "PostingParts", "Site", "load", "posting_key", "site_of", "sites_at"]
