"""What was analysed is kept once, found again, listed newest first, and deleted for good."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest

from server.errors import BadRequest, NoSuchAnalysis
from server.store import (
    Store,
    StoredAnalysis,
    delete_analysis,
    find_analysis,
    list_analyses,
    save_analysis,
)
from signals import Posting, analyze

START = datetime(2026, 1, 1, tzinfo=UTC)


def save(store: Store, text: str = "A daily standup.", *, day: int = 0) -> StoredAnalysis:
    posting = Posting(text, title="Cook")
    return save_analysis(store, posting, analyze(posting), now=START + timedelta(days=day))


def test_saved_analysis_is_found_as_it_was(store: Store) -> None:
    saved = save(store)
    assert find_analysis(store, saved.id).document == saved.document


def test_same_posting_is_stored_once(store: Store) -> None:
    first, second = save(store), save(store)
    assert (first.is_new, second.is_new) == (True, False)
    assert first.id == second.id


def test_same_posting_saved_by_many_at_once_is_stored_once(store: Store) -> None:
    with ThreadPoolExecutor(20) as pool:
        saved = list(pool.map(lambda _: save(store), range(40)))
    assert len({one.id for one in saved}) == 1
    assert sum(one.is_new for one in saved) == 1


def test_list_is_newest_first_and_pages_without_gap_or_repeat(store: Store) -> None:
    for day in range(7):
        save(store, f"A daily standup {day}.", day=day // 2)
    seen: list[str] = []
    moments: list[datetime] = []
    cursor = None
    while True:
        page, cursor = list_analyses(store, cursor=cursor, limit=3)
        seen.extend(one.id for one in page)
        moments.extend(one.created_at for one in page)
        if cursor is None:
            break
    assert len(seen) == len(set(seen)) == 7
    assert moments == sorted(moments, reverse=True)


def test_wrong_cursor_is_refused(store: Store) -> None:
    with pytest.raises(BadRequest, match="cursor"):
        list_analyses(store, cursor="nonsense")


def test_deleted_analysis_is_gone(store: Store) -> None:
    saved = save(store)
    delete_analysis(store, saved.id)
    with pytest.raises(NoSuchAnalysis):
        find_analysis(store, saved.id)
    with pytest.raises(NoSuchAnalysis):
        delete_analysis(store, saved.id)


def test_long_title_is_cut_in_lists_and_whole_in_the_document(store: Store) -> None:
    posting = Posting("A daily standup.", title="x" * 2_000)
    saved = save_analysis(store, posting, analyze(posting))
    (summary,), _ = list_analyses(store)
    assert summary.title == "x" * 500
    assert saved.document["posting"]["title"] == "x" * 2_000
