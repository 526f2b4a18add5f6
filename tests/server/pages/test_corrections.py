"""A posting's page takes the seeker's own word without scripts."""

from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from tests.server.conftest import AD
from tests.server.pages.browsing import press, text_of, visit


def posting(client: FlaskClient) -> BeautifulSoup:
    return press(client, visit(client, "/"), "form.ask", text=AD)


def test_what_is_said_is_shown_beside_the_report(client: FlaskClient) -> None:
    shown = press(client, posting(client), ".say form", position="hybrid", note="<b>Written</b>")
    assert text_of(shown, ".corrections .badge") == "Hybrid"
    assert text_of(shown, ".corrections .note") == "<b>Written</b>"
    assert text_of(shown, ".headline .badge") == "Fully sync"


def test_wrong_rule_can_be_chosen_by_its_quote(client: FlaskClient) -> None:
    shown = posting(client)
    assert "There is a daily standup" in text_of(shown, "#rule")
    shown = press(client, shown, ".say form", rule="meetings-daily-standup")
    assert text_of(shown, ".corrections").startswith("Wrong: meetings-daily-standup There is a")


def test_correction_is_forgotten_by_its_button(client: FlaskClient) -> None:
    shown = press(client, posting(client), ".say form", note="Wrong.")
    shown = press(client, shown, ".corrections form")
    assert not shown.select(".corrections")
