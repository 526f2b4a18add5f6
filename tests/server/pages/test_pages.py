"""What a person sees: paste, read, list, delete; what is wrong is said and nothing is lost."""

import re

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from tests.server.conftest import AD, ASYNC_AD
from tests.server.pages.browsing import page, press, text_of, token, visit


def paste(client: FlaskClient, text: str = "", url: str = "") -> BeautifulSoup:
    form = {"csrf": token(client), "text": text, "url": url}
    return page(client.post("/", data=form, follow_redirects=True).text)


def test_pasted_ad_leads_to_its_report(client: FlaskClient) -> None:
    shown = paste(client, "Chart Editor\n\nWe are an async-first team. Apply now.")
    assert text_of(shown, "h1") == "Chart Editor"
    assert text_of(shown, ".headline .badge") == "Async-first"


def test_report_marks_the_found_words_in_their_sentence(client: FlaskClient) -> None:
    shown = paste(client, AD)
    assert text_of(shown, ".reason q") == "There is a daily standup at 9:30."
    assert text_of(shown, ".reason mark") == "daily standup"


def test_ad_is_shown_with_its_evidence_marked(client: FlaskClient) -> None:
    shown = paste(client, AD)
    assert text_of(shown, ".ad .text") == " ".join(AD.split())
    (mark,) = shown.select(".ad mark")
    assert (mark.get_text(), mark["data-direction"]) == ("daily standup", "sync")


def test_definitive_question_stands_last(client: FlaskClient) -> None:
    shown = paste(client, AD)
    assert text_of(shown, ".questions li:last-child").startswith("How does a typical feature")


def test_silent_ad_is_called_unclear(client: FlaskClient) -> None:
    shown = paste(client, "We seek a cook for our team.")
    assert text_of(shown, ".headline").startswith("Unclear The ad does not say enough.")


def test_contradiction_is_shown_with_both_quotes(client: FlaskClient) -> None:
    shown = paste(client, ASYNC_AD + " Working hours: 9am to 5pm EST.")
    assert text_of(shown, ".contradictions").startswith("Says it works async, yet the hours")
    quotes = shown.select(".contradictions q")
    assert [one["data-direction"] for one in quotes] == ["async", "sync"]
    assert [text_of(one, "mark") for one in quotes] == ["async-first", "9am to 5pm"]


def test_contradiction_stands_before_everything_else_that_is_said(client: FlaskClient) -> None:
    client.put("/api/v1/profile", json={"time_zone": "Asia/Jakarta"})
    shown = paste(client, ASYNC_AD + " Working hours: 9am to 5pm EST.")
    heads = [one.get_text() for one in shown.select("article h2")]
    assert heads[0] == "It contradicts itself"
    assert heads[1].startswith("For you")


def test_list_shows_what_was_read_before(client: FlaskClient) -> None:
    paste(client, AD)
    shown = page(client.get("/").text)
    assert text_of(shown, ".analyses strong") == "Map Engineer"
    assert text_of(shown, ".analyses .badge") == "Fully sync"


def test_ad_without_a_title_is_known_by_the_board_it_was_read_on(client: FlaskClient) -> None:
    ad = "We are a team of cooks, and we seek another one."
    paste(client, ad, "https://www.linkedin.com/jobs/view/1")
    paste(client, ad, "https://www.tern.example/jobs/1")
    paste(client, ad)
    names = [one.get_text() for one in page(client.get("/").text).select(".analyses strong")]
    assert names == [ad, "Ad on tern.example", "Ad on LinkedIn"]


def test_pasted_ad_without_a_title_is_called_by_how_it_begins(client: FlaskClient) -> None:
    begins = "Senior Principal Distinguished Engineer, Infrastructure, Reliability and"
    line = f"{begins} Developer Productivity (Remote, EMEA)"
    ad, called = f"{line}\n\nWe seek an engineer for our team. Apply now.", f"{begins}…"
    assert text_of(paste(client, ad), "h1") == called
    shown = visit(client, "/history")
    assert text_of(shown, ".analyses strong") == called
    assert shown.select_one(f'[aria-label="Compare {called}"]')


def test_pasted_ad_is_not_called_by_a_heading(client: FlaskClient) -> None:
    shown = paste(client, "About us\n\nWe are a team of cooks, and we seek another one.")
    assert text_of(shown, "h1") == "We are a team of cooks, and we seek another one."


def test_words_that_know_no_spaces_are_cut_anywhere(client: FlaskClient) -> None:
    called = text_of(paste(client, f"{'地图' * 60}\n\nWe seek an engineer. Apply now."), "h1")
    assert called == f"{'地图' * 39}地…"


def test_share_is_written_as_the_command_line_and_the_badge_write_it(client: FlaskClient) -> None:
    assert re.search(r"\d\d% sure", text_of(paste(client, AD), ".headline"))


def test_delete_button_takes_it_from_the_list(client: FlaskClient) -> None:
    paste(client, AD)
    shown = page(client.get("/").text)
    form = shown.select_one(".analyses form")
    assert form
    answer = client.post(str(form["action"]), data={"csrf": token(client)}, follow_redirects=True)
    assert "Nothing yet" in text_of(page(answer.text), ".empty")


def test_what_is_wrong_is_said_beside_the_form_and_nothing_typed_is_lost(
    client: FlaskClient,
) -> None:
    shown = paste(client, "The tide goes out.", "https://a.example/1")
    assert "no job ad that Syncline can recognise" in text_of(shown, "[role=alert]")
    assert text_of(shown, "textarea") == "The tide goes out."
    address = shown.select_one("#url")
    assert address
    assert address["value"] == "https://a.example/1"


def test_private_address_is_refused_beside_the_form(client: FlaskClient) -> None:
    assert "127.0.0.1" in text_of(paste(client, url="http://127.0.0.1/"), "[role=alert]")


def test_page_content_is_shown_as_text(client: FlaskClient) -> None:
    shown = paste(client, "<script>alert(1)</script> Cook wanted\n\nA <b>daily</b> standup & more.")
    assert not shown.select("article script, article b")
    hostile = 'Cook "><img src=x onerror=alert(1)> wanted\n\nOur team has a daily standup.'
    assert not paste(client, hostile.replace("<", "＜")).select("article img")


def test_unknown_report_is_a_page_too(client: FlaskClient) -> None:
    answer = client.get("/analyses/nothing", headers={"Accept": "text/html"})
    assert answer.status_code == 404
    assert text_of(page(answer.text), "h1") == "Nothing is here"


@pytest.mark.parametrize(
    ("path", "form", "typed", "current"),
    [
        ("/", "form.ask", {"text": ""}, "Analyse"),
        ("/companies", "form.line", {"domain": ""}, "Companies"),
        ("/profile", "form.ask", {"time_zone": "Mars"}, "Profile"),
        ("/profile", "form.wishes", {"keep_days": "0"}, "Profile"),
    ],
)
def test_page_that_a_refused_form_shows_again_is_current_in_the_navigation(
    client: FlaskClient, path: str, form: str, typed: dict[str, str], current: str
) -> None:
    shown = press(client, visit(client, path), form, **typed)
    assert text_of(shown, "nav [aria-current]") == current


def test_report_with_a_refused_correction_is_current_under_history(client: FlaskClient) -> None:
    shown = press(client, paste(client, AD), ".say form")
    assert text_of(shown, "nav [aria-current]") == "History"


def test_every_field_has_a_label(client: FlaskClient) -> None:
    shown = page(client.get("/").text)
    for field in shown.select("textarea, input:not([type=hidden])"):
        assert shown.select_one(f"label[for={field['id']}]")


def test_style_comes_from_the_service_itself(client: FlaskClient) -> None:
    for address in re.findall(r'(?:href|src)="(/static/[^"]+)"', client.get("/").text):
        with client.get(address) as answer:
            assert answer.status_code == 200


def test_rule_book_is_a_page_with_examples_and_measured_precision(client: FlaskClient) -> None:
    shown = page(client.get("/rules").text)
    rule = text_of(shown, "#meetings-daily-standup")
    assert "There is a daily standup at 9:30." in rule
    assert "Measured: right" in rule
    assert "Source:" in rule
