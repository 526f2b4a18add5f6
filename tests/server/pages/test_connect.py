"""The page Connect shows a code that pairs, and the paired browsers with a button to part again."""

from flask.testing import FlaskClient

from tests.server.pages.browsing import page, text_of, token
from tests.server.security.conftest import FRAMED, IMAGE, LINKED, TYPED, bearer, pair


def code_on(client: FlaskClient, headers: dict[str, str] | None = None) -> str | None:
    """The code that the page hands to an extension."""
    shown = page(client.get("/connect", headers=headers or {}).text)
    found = shown.select_one("meta[name=syncline-pairing-code]")
    return str(found["content"]) if found else None


def test_code_pairs(client: FlaskClient) -> None:
    code = code_on(client, TYPED)
    assert code
    assert pair(client, code)


def test_code_to_type_is_the_code_handed_over(client: FlaskClient) -> None:
    shown = page(client.get("/connect").text)
    meta = shown.select_one("meta[name=syncline-pairing-code]")
    assert meta
    assert text_of(shown, ".code code") == meta["content"]


def test_one_who_follows_another_sites_link_is_asked_first(client: FlaskClient) -> None:
    code = code_on(client)
    assert code_on(client, LINKED) is None
    assert code
    assert pair(client, code)  # the link made no new code, so the one in use holds


def test_other_sites_get_no_code_made(client: FlaskClient) -> None:
    code = code_on(client)
    for headers in (FRAMED, IMAGE):
        assert client.get("/connect", headers=headers).status_code == 403
    assert code
    assert pair(client, code)


def test_paired_browser_is_listed_and_disconnected(client: FlaskClient) -> None:
    brought = pair(client, code_on(client) or "", name="Chromium on <Linux>")
    shown = page(client.get("/connect/browsers").text)
    assert text_of(shown, ".browsers strong") == "Chromium on <Linux>"
    assert "not used yet" in text_of(shown, ".browsers .about")
    form = shown.select_one(".browsers form")
    assert form
    left = client.post(str(form["action"]), data={"csrf": token(client)}, follow_redirects=True)
    assert "None yet" in text_of(page(left.text), ".empty")
    assert client.get("/api/v1/analyses", headers=bearer(brought)).status_code == 401


def test_page_after_pairing_says_so_and_makes_no_code(client: FlaskClient) -> None:
    shown = page(client.get("/connect/paired").text)
    assert text_of(shown, "h1") == "This browser is paired"
    assert not shown.select("meta[name=syncline-pairing-code]")
