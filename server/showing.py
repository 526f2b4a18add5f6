"""A stored analysis as its owner sees it: with what the service knows beside the report."""

from __future__ import annotations

from server.documents import Document
from server.profiles import with_fit
from server.store import Store, StoredAnalysis, handbook_of, load_profile


def shown(stored: StoredAnalysis, store: Store) -> Document:
    """Return the analysis with what is computed only when it is shown.

    Raises:
        StoreError: the database cannot be used.
    """
    handbook = handbook_of(store, stored.company_domain)
    return with_fit({**stored.document, "handbook": handbook}, load_profile(store))
