"""Pages call aspects and career stages by their names, never by what programs call them."""

import json
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from server.wording import ASPECTS
from signals.model import Aspect
from tests.server.pages.browsing import text_of, visit

MESSAGES = Path(__file__).parents[3] / "extension" / "_locales" / "en" / "messages.json"
AD = "Map Engineer\n\nWe seek an engineer for our team. Join the on-call rotation. Apply now."


@pytest.fixture
def analysis_id(client: FlaskClient) -> str:
    answer = client.post("/api/v1/analyses", json={"text": AD}).json
    assert answer
    return str(answer["id"])


@pytest.mark.parametrize("aspect", Aspect)
def test_aspect_is_called_as_the_extension_calls_it(aspect: Aspect) -> None:
    messages = json.loads(MESSAGES.read_text(encoding="utf-8"))
    assert ASPECTS[aspect] == messages[f"aspect_{aspect}"]["message"]


def test_report_names_the_aspect_of_a_quote(client: FlaskClient, analysis_id: str) -> None:
    shown = visit(client, f"/analyses/{analysis_id}")
    assert text_of(shown, ".reason .aspect") == "Real-time work"
    mark = shown.select_one(".ad mark")
    assert mark
    assert mark["title"] == "Real-time work, leans sync"


def test_comparison_names_the_aspect_of_a_row(client: FlaskClient, analysis_id: str) -> None:
    other = client.post("/api/v1/analyses", json={"text": f"{AD} There are few meetings."}).json
    assert other
    shown = visit(client, f"/compare?id={analysis_id}&id={other['id']}")
    assert "Real-time work" in [one.get_text() for one in shown.select("tbody th")]


def test_history_offers_aspects_by_their_names(client: FlaskClient) -> None:
    assert text_of(visit(client, "/history"), "#aspect option[value=response]") == "Response times"


def test_career_stages_are_offered_by_their_names(client: FlaskClient) -> None:
    assert text_of(visit(client, "/profile"), "#career_stage option[value=senior]") == "Senior"
