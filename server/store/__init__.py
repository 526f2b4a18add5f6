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

__all__ = [
    "Store",
    "StoredAnalysis",
    "Summary",
    "delete_analysis",
    "find_analysis",
    "list_analyses",
    "newest_of",
    "open_store",
    "save_analysis",
]
