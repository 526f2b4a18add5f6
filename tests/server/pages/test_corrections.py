"""A posting's page takes the seeker's own word without scripts."""

from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from tests.server.conftest import AD
from tests.server.pages.browsing import press, text_of, visit


def posting(client: FlaskClient) -> BeautifulSoup:
    return press(client, visit(client, "/"), "form.ask", text=AD)


def choices(shown: BeautifulSoup) -> list[str]:
    """What the form sends for each quote that can be called wrong."""
    return [str(one["value"]) for one in shown.select("#quote option") if one["value"]]


def test_what_is_said_is_shown_beside_the_report(client: FlaskClient) -> None:
    shown = press(client, posting(client), ".say form", position="hybrid", note="<b>Written</b>")
    assert text_of(shown, ".corrections .badge") == "Hybrid"
    assert text_of(shown, ".corrections .note") == "<b>Written</b>"
    assert text_of(shown, ".headline .badge") == "Fully sync"


def test_wrong_quote_can_be_chosen_by_its_quote(client: FlaskClient) -> None:
    shown = posting(client)
    assert "There is a daily standup" in text_of(shown, "#quote")
    shown = press(client, shown, ".say form", quote=choices(shown)[0])
    assert text_of(shown, ".corrections").startswith("Wrong: meetings-daily-standup There is a")


def test_each_quote_of_one_rule_can_be_called_wrong(client: FlaskClient) -> None:
    text = f"{AD} The other team has a daily standup too."
    shown = press(client, visit(client, "/"), "form.ask", text=text)
    first, second = choices(shown)
    shown = press(client, shown, ".say form", quote=second)
    assert text_of(shown, ".corrections q") == "The other team has a daily standup too."
    shown = press(client, shown, ".say form", quote=first)
    assert text_of(shown, ".corrections li:last-child q") == "There is a daily standup at 9:30."


def test_form_without_anything_wrong_is_shown_again_and_says_so(client: FlaskClient) -> None:
    shown = press(client, posting(client), ".say form", note=" ")
    assert text_of(shown, "h1") == "Map Engineer"
    said = text_of(shown, "details[open] form [role=alert]")
    assert said == "Choose what is wrong, or write a note."


def test_quote_that_is_no_longer_in_the_report_is_refused_and_nothing_is_lost(
    client: FlaskClient,
) -> None:
    typed = {"position": "hybrid", "quote": "meetings-daily-standup@1", "note": "Written."}
    shown = press(client, posting(client), ".say form", **typed)
    assert "no longer in the report" in text_of(shown, ".say [role=alert]")
    assert text_of(shown, "#note") == "Written."
    assert text_of(shown, "#position option[selected]") == "Hybrid"
    assert not shown.select(".corrections")


def test_correction_is_forgotten_by_its_button(client: FlaskClient) -> None:
    shown = press(client, posting(client), ".say form", note="Wrong.")
    shown = press(client, shown, ".corrections form")
    assert not shown.select(".corrections")
