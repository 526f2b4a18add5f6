"""The history's page: search, filters, the strip of dots, comparing; all without scripts."""

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from tests.server.conftest import AD, ASYNC_AD
from tests.server.pages.browsing import page, text_of, visit


@pytest.fixture
def ids(client: FlaskClient) -> list[str]:
    answers = [
        client.post("/api/v1/analyses", json={"text": text, "url": "https://a.example/1"}).json
        for text in (AD, ASYNC_AD, "We seek a cook for our team.")
    ]
    return [answer["id"] for answer in answers if answer]


def titles(shown: BeautifulSoup) -> list[str]:
    return [one.get_text() for one in shown.select(".analyses strong")]


def test_search_narrows_the_list(client: FlaskClient, ids: list[str]) -> None:
    assert len(titles(visit(client, "/history"))) == 3
    assert titles(visit(client, "/history?q=engineer")) == ["Map Engineer"]
    shown = visit(client, "/history?position=async_first&aspect=claim&site=a.example&sort=async")
    assert titles(shown) == ["Chart Editor"]


def test_form_shows_what_was_asked_for(client: FlaskClient, ids: list[str]) -> None:
    shown = visit(client, "/history?q=standup&position=hybrid&aspect=hours&sort=sync")
    assert shown.select_one("#q[value=standup]")
    assert [str(one["value"]) for one in shown.select("[name=position][checked]")] == ["hybrid"]
    chosen = [str(one["value"]) for one in shown.select("option[selected]")]
    assert chosen == ["hours", "sync"]


def test_strip_shows_where_postings_lie(client: FlaskClient, ids: list[str]) -> None:
    shown = visit(client, "/history")
    places = {str(dot["data-position"]): float(str(dot["cx"])) for dot in shown.select("circle")}
    assert places["async_first"] < places["fully_sync"]
    assert text_of(shown, "figcaption") == "2 on the spectrum, 1 unclear."


def test_field_that_makes_no_sense_narrows_nothing(client: FlaskClient, ids: list[str]) -> None:
    query = "position=x&aspect=y&direction=z&since=soon&sort=random"
    assert len(titles(visit(client, f"/history?{query}"))) == 3


def test_two_are_compared_side_by_side(client: FlaskClient, ids: list[str]) -> None:
    shown = visit(client, f"/compare?id={ids[0]}&id={ids[1]}")
    heads = [one.get_text(strip=True) for one in shown.select("thead th")]
    assert heads == ["Map Engineer", "Chart Editor"]
    row = next(row for row in shown.select("tbody tr") if "Meetings" in row.get_text())
    assert [cell.get_text().split()[0] for cell in row.select("td")] == ["sync", "async"]


def test_every_cell_says_which_ad_it_is_of_for_a_phone_stacks_them(
    client: FlaskClient, ids: list[str]
) -> None:
    shown = visit(client, f"/compare?id={ids[0]}&id={ids[1]}")
    for row in shown.select("tbody tr"):
        named = [str(cell.get("data-of")) for cell in row.select("td")]
        assert named == ["Map Engineer", "Chart Editor"]


@pytest.mark.parametrize(("count", "chosen"), [(0, "none"), (1, "1"), (4, "4")])
def test_only_two_or_three_are_compared(client: FlaskClient, count: int, chosen: str) -> None:
    query = "&".join(f"id={number}" for number in range(count))
    answer = client.get(f"/compare?{query}", headers={"Accept": "text/html"})
    assert answer.status_code == 400
    shown = page(answer.text)
    assert text_of(shown, "h1") == "Choose two or three postings"
    assert text_of(shown, ".lead").startswith(f"You chose {chosen}.")


def test_hostile_words_are_shown_as_text(client: FlaskClient, ids: list[str]) -> None:
    shown = visit(client, "/history?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")
    assert not shown.select("main script")
