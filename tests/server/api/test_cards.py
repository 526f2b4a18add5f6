"""What a list's cards may show: what was seen before, what they say themselves, or nothing."""

from __future__ import annotations

from typing import Any

from flask.testing import FlaskClient

from server.cards import MOST_CARDS
from tests.server.conftest import AD

POSTING = "https://www.linkedin.com/jobs/view/map-engineer-at-tern-4411867124?trk=search"


def verdicts(client: FlaskClient, *cards: dict[str, str]) -> list[dict[str, Any] | None]:
    answer = client.post("/api/v1/analyses/batch", json={"cards": list(cards)})
    assert answer.status_code == 200
    assert answer.json
    found: list[dict[str, Any] | None] = answer.json["verdicts"]
    return found


def test_card_of_a_posting_seen_before_shows_its_position(client: FlaskClient) -> None:
    client.post("/api/v1/analyses", json={"text": AD, "url": POSTING})
    other_address = "https://de.linkedin.com/jobs/search?currentJobId=4411867124"
    (verdict,) = verdicts(client, {"url": other_address, "title": "Map Engineer"})
    assert verdict
    assert (verdict["position"], verdict["known_by"]) == ("fully_sync", "posting")
    assert "standup" in verdict["quote"]


def test_card_that_says_it_itself_is_judged_by_its_text(client: FlaskClient) -> None:
    card = {"url": "https://a.example/1", "title": "Map Engineer", "text": "Async-first team."}
    (verdict,) = verdicts(client, card)
    assert verdict
    assert (verdict["position"], verdict["known_by"]) == ("async_first", "card")
    assert verdict["quote"] == "Async-first team."


def test_card_that_says_nothing_stays_unmarked(client: FlaskClient) -> None:
    card = {"url": "https://a.example/1", "title": "Map Engineer", "text": "Oslo. 3 days ago"}
    assert verdicts(client, card, {}) == [None, None]


def test_newest_reading_of_a_posting_counts(client: FlaskClient) -> None:
    for text in (AD, AD.replace("There is a daily standup at 9:30.", "We are async-first.")):
        client.post("/api/v1/analyses", json={"text": text, "url": POSTING})
    (verdict,) = verdicts(client, {"url": POSTING})
    assert verdict
    assert verdict["position"] == "async_first"


def test_nothing_is_stored_of_cards(client: FlaskClient) -> None:
    verdicts(client, {"url": "https://a.example/1", "text": "We are an async-first team."})
    assert client.get("/api/v1/analyses").json == {"items": [], "next": None}


def test_more_cards_than_a_screen_holds_are_refused(client: FlaskClient) -> None:
    cards = [{"title": "Map Engineer"}] * (MOST_CARDS + 1)
    answer = client.post("/api/v1/analyses/batch", json={"cards": cards})
    assert answer.status_code == 422
