"""What the service remembers: analyses, in SQLite by default, in PostgreSQL by URL."""

from server.store.analyses import (
    StoredAnalysis,
    Summary,
    delete_analysis,
    find_analysis,
    list_analyses,
    newest_of,
    save_analysis,
)
from server.store.corrections import (
    Correction,
    StoredCorrection,
    add_correction,
    forget_correction,
    list_corrections,
)
from server.store.database import Store, open_store
from server.store.profile import forget_profile, load_profile, save_profile

__all__ = [
    "Correction",
    "Store",
    "StoredAnalysis",
    "StoredCorrection",
    "Summary",
    "add_correction",
    "delete_analysis",
    "find_analysis",
    "forget_correction",
    "forget_profile",
    "list_analyses",
    "list_corrections",
    "load_profile",
    "newest_of",
    "open_store",
    "save_analysis",
    "save_profile",
]
