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
from server.store.database import Store, open_store
from server.store.profile import forget_profile, load_profile, save_profile

__all__ = [
    "Store",
    "StoredAnalysis",
    "Summary",
    "delete_analysis",
    "find_analysis",
    "forget_profile",
    "list_analyses",
    "load_profile",
    "newest_of",
    "open_store",
    "save_analysis",
    "save_profile",
]
