"""The profile's form works without scripts and loses nothing typed."""

from flask.testing import FlaskClient

from tests.server.pages.browsing import press, text_of, visit

FORM = "form.ask"


def test_kept_profile_fills_in_the_form(client: FlaskClient) -> None:
    shown = press(client, visit(client, "/profile"), FORM, time_zone="Asia/Jakarta")
    assert text_of(shown, ".done").startswith("Kept.")
    field = shown.select_one("#time_zone")
    assert field
    assert field["value"] == "Asia/Jakarta"


def test_wrong_zone_is_named_and_nothing_typed_is_lost(client: FlaskClient) -> None:
    shown = press(client, visit(client, "/profile"), FORM, time_zone="Mars", day_start="07:15")
    assert text_of(shown, f"{FORM} .error").startswith("Time zone: there is no such time zone.")
    values = [str(field["value"]) for field in shown.select("#time_zone, #day_start")]
    assert values == ["Mars", "07:15"]


def test_forgotten_profile_leaves_an_empty_form(client: FlaskClient) -> None:
    shown = press(client, visit(client, "/profile"), FORM, time_zone="Asia/Jakarta")
    shown = press(client, shown, "form.apart")
    assert text_of(shown, ".done") == "Forgotten."
    assert not shown.select("form.apart")


def test_posting_says_what_it_means_for_the_seeker(client: FlaskClient) -> None:
    press(client, visit(client, "/profile"), FORM, time_zone="Asia/Jakarta")
    ad = "Cook\n\nWe seek a cook for our team. Working hours: 9am to 5pm EST. Apply now."
    shown = press(client, visit(client, "/"), FORM, text=ad)
    assert text_of(shown, "#fit").startswith("For you:")
    assert "Jakarta" in text_of(shown, ".fit ul")
