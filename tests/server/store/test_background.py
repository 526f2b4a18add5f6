"""What the service does by itself: old reports are renewed, old analyses deleted."""

import threading
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update

from server.background import Background, forget_old
from server.rereading import BATCH, reread
from server.store import (
    Filter,
    Preferences,
    Store,
    find_analysis,
    list_analyses,
    save_analysis,
    save_preferences,
)
from server.store.schema import AnalysisRow
from signals import Posting, analyze
from signals.model import Aspect, Position

NOW = datetime(2026, 3, 1, tzinfo=UTC)
STANDUP = "We seek a cook. There is a daily standup at 9:30."


def save(store: Store, text: str = STANDUP, days_ago: int = 0) -> str:
    posting = Posting(text, title="Cook")
    return save_analysis(store, posting, analyze(posting), now=NOW - timedelta(days=days_ago)).id


def make_old(store: Store) -> None:
    """As if an earlier rule book had read all: it found nothing."""
    with store.transaction() as connection:
        values = {"rulebook": "before", "position": "unclear"}
        connection.execute(update(AnalysisRow).values(**values))


def test_report_of_an_earlier_rule_book_is_renewed(store: Store) -> None:
    id_ = save(store)
    before = find_analysis(store, id_)
    make_old(store)
    assert (reread(store), reread(store)) == (1, 0)
    (summary,), _ = list_analyses(store, Filter(aspect=Aspect.MEETINGS, words="standup"))
    assert summary.position is Position.FULLY_SYNC
    assert find_analysis(store, id_).document == before.document


def test_reports_are_renewed_in_small_steps(store: Store) -> None:
    for number in range(BATCH + 1):
        save(store, f"{STANDUP} {number}")
    make_old(store)
    assert (reread(store), reread(store), reread(store)) == (BATCH, 1, 0)


def test_posting_that_comes_again_gets_the_present_report(store: Store) -> None:
    id_ = save(store)
    make_old(store)
    assert save(store) == id_
    assert reread(store) == 0


def test_background_renews_and_ends_when_told(store: Store) -> None:
    save(store)
    make_old(store)
    background = Background(store)
    background.start()
    assert background.settled.wait(30)
    background.close()
    assert reread(store) == 0


def test_background_warms_up_once_it_may_begin(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []

    class Begins(threading.Event):
        def wait(self, timeout: float | None = None) -> bool:
            order.append("may begin")
            return True

    monkeypatch.setattr("server.background.warm_up", lambda: order.append("warms up"))
    background = Background(store, Begins())
    background.start()
    assert background.settled.wait(30)
    background.close()
    assert order == ["may begin", "warms up"]


def test_background_that_never_began_ends_when_told(store: Store) -> None:
    background = Background(store, threading.Event())
    background.start()
    background.close()
    assert not background.settled.is_set()


def test_analyses_are_kept_as_long_as_the_seeker_wants(store: Store) -> None:
    save(store, days_ago=400)
    assert forget_old(store, NOW) == 0
    save_preferences(store, Preferences(keep_days=365))
    assert forget_old(store, NOW) == 1
