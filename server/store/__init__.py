"""What the service remembers, in SQLite by default, in PostgreSQL by URL.

database      opens it, and says what is wrong with it
search        finds words and phrases; `search_postgresql` and `word_pairs` are PostgreSQL's part
saving        saves an analysis, which `server.filing` made ready, and renews its reports
analyses      finds it
history       lists it: filtered, searched, sorted
forgetting    deletes it, for good
corrections   the seeker's own word
companies     who hires, and whether they publish a handbook
profile, preferences   the seeker's own terms and wishes
pairings, signed_out   who may ask, and which sessions have ended
"""

from server.filing.entries import Entry, entry_of
from server.store.analyses import StoredAnalysis, find_analysis, newest_of, outdated
from server.store.companies import (
    Company,
    find_company,
    forget_finding,
    handbook_of,
    handbooks_by_name,
    keep_finding,
    list_companies,
)
from server.store.corrections import (
    Correction,
    StoredCorrection,
    add_correction,
    forget_correction,
    list_corrections,
)
from server.store.database import Store, open_store
from server.store.filtering import Filter
from server.store.forgetting import delete_analysis, delete_older, purge
from server.store.history import Sort, Summary, list_analyses, list_sites
from server.store.preferences import Preferences, load_preferences, save_preferences
from server.store.profile import forget_profile, load_profile, save_profile
from server.store.reading_all import Exported, all_analyses
from server.store.saving import renew_reports, save, save_analysis

__all__ = [
    "Company",
    "Correction",
    "Entry",
    "Exported",
    "Filter",
    "Preferences",
    "Sort",
    "Store",
    "StoredAnalysis",
    "StoredCorrection",
    "Summary",
    "add_correction",
    "all_analyses",
    "delete_analysis",
    "delete_older",
    "entry_of",
    "find_analysis",
    "find_company",
    "forget_correction",
    "forget_finding",
    "forget_profile",
    "handbook_of",
    "handbooks_by_name",
    "keep_finding",
    "list_analyses",
    "list_companies",
    "list_corrections",
    "list_sites",
    "load_preferences",
    "load_profile",
    "newest_of",
    "open_store",
    "outdated",
    "purge",
    "renew_reports",
    "save",
    "save_analysis",
    "save_preferences",
    "save_profile",
]
