"""What is deleted is gone: from lists, from the search, and from the files on disk."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from server.errors import NoSuchAnalysis
from server.store import (
    Filter,
    Store,
    delete_analysis,
    delete_older,
    find_analysis,
    list_analyses,
    open_store,
    save_analysis,
)
from server.store.signed_out import forget_signed_out, is_signed_out, sign_out
from signals import Posting, analyze

NOW = datetime(2026, 3, 1, tzinfo=UTC)
SECRET = "xylophonist"


def save(store: Store, text: str, days_ago: int = 0, company: str = "Acme") -> str:
    posting = Posting(text, title="Cook", company=company)
    at = NOW - timedelta(days=days_ago)
    return save_analysis(store, posting, analyze(posting), now=at).id


def test_deleted_analysis_is_found_no_more(store: Store) -> None:
    id_ = save(store, f"We seek a {SECRET}.")
    delete_analysis(store, id_)
    with pytest.raises(NoSuchAnalysis):
        find_analysis(store, id_)
    with pytest.raises(NoSuchAnalysis):
        delete_analysis(store, id_)
    assert list_analyses(store, Filter(words=SECRET)) == ([], None)


def test_other_analyses_are_found_as_before(store: Store) -> None:
    gone, stays = save(store, "We seek a cook, urgently."), save(store, "We seek a cook.")
    delete_analysis(store, gone)
    (found,), _ = list_analyses(store, Filter(words="cook"))
    assert found.id == stays


def test_files_hold_nothing_of_what_was_deleted(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'x.db'}")
    ads = [f"We seek a {SECRET}, number {number}. " * 20 for number in range(20)]
    ids = [save(store, ad, company=SECRET) for ad in ads]
    kept = save(store, "We seek a cook with a marimba.")
    for id_ in ids:
        delete_analysis(store, id_)
    held = b"".join(file.read_bytes() for file in tmp_path.glob("x.db*"))
    assert b"marimba" in held
    assert SECRET.encode() not in held
    assert find_analysis(store, kept)
    store.close()


def test_old_analyses_are_deleted_after_the_days_they_are_kept(store: Store) -> None:
    old = [save(store, f"We seek cook {number}.", days_ago=40) for number in range(3)]
    young = save(store, "We seek a cook.", days_ago=10)
    assert delete_older(store, NOW - timedelta(days=30)) == len(old)
    assert [one.id for one in list_analyses(store)[0]] == [young]


def test_sessions_signed_out_are_remembered_as_long_as_their_cookies_live(store: Store) -> None:
    sign_out(store, "a" * 64, NOW)
    sign_out(store, "b" * 64, NOW + timedelta(days=30))
    forget_signed_out(store, NOW + timedelta(days=1))
    assert [is_signed_out(store, digest * 64) for digest in "ab"] == [False, True]
