"""A stored analysis as its owner sees it: with what the service knows beside the report."""

from __future__ import annotations

from server.documents import Document
from server.profiles import with_fit
from server.store import Store, StoredAnalysis, load_profile


def shown(stored: StoredAnalysis, store: Store) -> Document:
    """Return the analysis with what is computed only when it is shown.

    Raises:
        StoreError: the database cannot be used.
    """
    return with_fit(stored.document, load_profile(store))
