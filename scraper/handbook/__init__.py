"""Does a company publish how it works? From a domain to a finding, with what was looked at."""

from scraper.handbook.check import check
from scraper.handbook.document import finding_document
from scraper.handbook.model import HandbookFinding, HandbookHost, Outcome, Visit

__all__ = ["HandbookFinding", "HandbookHost", "Outcome", "Visit", "check", "finding_document"]
