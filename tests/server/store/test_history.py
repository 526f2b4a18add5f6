"""The history narrows, searches, sorts and pages alike on both databases."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import pytest

from server.errors import BadRequest
from server.store import Filter, Sort, Store, list_analyses, list_sites, save_analysis
from signals import Posting, analyze
from signals.model import Aspect, Direction, Position

START = datetime(2026, 1, 1, 12, tzinfo=UTC)
STANDUP = "We seek a cook. There is a daily standup at 9:30."
ASYNC = "We seek an editor. We are an async-first team. There are no daily standups."
SILENT = "We seek a gardener for our team."


def save(
    store: Store,
    text: str,
    *,
    title: str = "Job",
    company: str | None = None,
    url: str | None = None,
    domain: str | None = None,
    day: int = 0,
) -> None:
    posting = Posting(text, title=title, company=company, url=url)
    at = START + timedelta(days=day)
    save_analysis(store, posting, analyze(posting), company_domain=domain, now=at)


@pytest.fixture
def filled(store: Store) -> Store:
    save(store, STANDUP, title="Cook", company="Zürich Äpfel", domain="apples.ch", day=0)
    save(store, ASYNC, title="Editor", company="acme", url="https://jobs.lever.co/acme/"
         "0a1b2c3d-0000-4000-8000-0123456789ab", day=1)  # fmt: skip
    save(store, SILENT, title="Gardener", url="https://www.garden.example/jobs/7", day=2)
    return store


def titles(store: Store, wanted: Filter = Filter(), sort: Sort = Sort.NEWEST) -> list[str | None]:  # noqa: B008 - frozen
    return [one.title for one in list_analyses(store, wanted, sort=sort)[0]]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Filter(), ["Gardener", "Editor", "Cook"]),
        (Filter(positions=(Position.FULLY_SYNC,)), ["Cook"]),
        (Filter(positions=(Position.FULLY_SYNC, Position.UNCLEAR)), ["Gardener", "Cook"]),
        (Filter(aspect=Aspect.MEETINGS), ["Editor", "Cook"]),
        (Filter(aspect=Aspect.MEETINGS, direction=Direction.ASYNC), ["Editor"]),
        (Filter(direction=Direction.SYNC), ["Cook"]),
        (Filter(site="lever"), ["Editor"]),
        (Filter(site="garden.example"), ["Gardener"]),
        (Filter(company="apples.ch"), ["Cook"]),
        (Filter(company="ZURICH apfel"), ["Cook"]),
        (Filter(company="nobody"), []),
        (Filter(since=date(2026, 1, 2)), ["Gardener", "Editor"]),
        (Filter(until=date(2026, 1, 2)), ["Editor", "Cook"]),
        (Filter(since=date(2026, 1, 2), until=date(2026, 1, 2)), ["Editor"]),
        (Filter(since=date.min, until=date.max), ["Gardener", "Editor", "Cook"]),
    ],
)
def test_filter_narrows(filled: Store, wanted: Filter, expected: Sequence[str]) -> None:
    assert titles(filled, wanted) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("standup", ["Editor", "Cook"]),  # the last word may go on: "standups"
        ('"daily standup"', ["Cook"]),
        ("daily cook", ["Cook"]),
        ("zurich", ["Cook"]),
        ("ÄPFEL", ["Cook"]),
        ("asyn", ["Editor"]),
        ("z", ["Cook"]),
        ("zu", ["Cook"]),
        ("daily z", ["Cook"]),
        ('"company z', []),
        ("stand-up nowhere", []),
        ("editor OR cook", []),
        ("", ["Gardener", "Editor", "Cook"]),
        ("  !!! ", ["Gardener", "Editor", "Cook"]),
        ("' OR 1=1 --", []),
        ('"unclosed quote daily', []),
        ("*", ["Gardener", "Editor", "Cook"]),
        ("NEAR(cook daily)", []),
        ("words:cook", []),
        ("\x00", ["Gardener", "Editor", "Cook"]),
        ("😀", ["Gardener", "Editor", "Cook"]),
        ("x" * 5_000, []),
    ],
)
def test_search_finds_words_and_takes_anything(
    filled: Store, words: str, expected: Sequence[str]
) -> None:
    assert titles(filled, Filter(words=words)) == expected


def test_search_and_filter_narrow_together(filled: Store) -> None:
    wanted = Filter(words="standup", positions=(Position.FULLY_SYNC,))
    assert titles(filled, wanted) == ["Cook"]


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        (Sort.NEWEST, ["Gardener", "Editor", "Cook"]),
        (Sort.OLDEST, ["Cook", "Editor", "Gardener"]),
        (Sort.ASYNC, ["Editor", "Cook", "Gardener"]),
        (Sort.SYNC, ["Cook", "Editor", "Gardener"]),
        (Sort.COMPANY, ["Gardener", "Editor", "Cook"]),
    ],
)
def test_list_comes_in_the_order_asked_for(
    filled: Store, sort: Sort, expected: Sequence[str]
) -> None:
    assert titles(filled, sort=sort) == expected


@pytest.mark.parametrize("sort", list(Sort))
@pytest.mark.parametrize("words", ["", "cook"])
def test_pages_have_neither_gap_nor_repeat(store: Store, sort: Sort, words: str) -> None:
    for number in range(7):
        save(store, f"{STANDUP} {number}", company=f"c{number % 3}", day=number // 2)
    seen: list[str] = []
    cursor = None
    while True:
        wanted = Filter(words=words)
        page, cursor = list_analyses(store, wanted, sort=sort, cursor=cursor, limit=3)
        seen.extend(one.id for one in page)
        if cursor is None:
            break
    assert len(seen) == len(set(seen)) == 7


def test_cursor_of_another_order_is_refused(store: Store) -> None:
    for number in range(2):
        save(store, f"{STANDUP} {number}")
    _, cursor = list_analyses(store, sort=Sort.ASYNC, limit=1)
    with pytest.raises(BadRequest, match="no cursor"):
        list_analyses(store, sort=Sort.SYNC, cursor=cursor)


@pytest.mark.parametrize(
    "cursor", ["nonsense", "bnVsbA==", "W10=", "Ww==", "é", "WyJuZXdlc3QiLCBudWxsLCAxZTk5XQ=="]
)
def test_wrong_cursor_is_refused(store: Store, cursor: str) -> None:
    with pytest.raises(BadRequest, match="cursor"):
        list_analyses(store, cursor=cursor)


def test_sites_are_listed(filled: Store) -> None:
    assert list_sites(filled) == ["garden.example", "lever"]
