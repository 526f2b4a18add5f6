"""A person at the pages: reads them, fills in forms, presses buttons; no scripts run."""

from bs4 import BeautifulSoup
from flask.testing import FlaskClient


def page(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "lxml")


def visit(client: FlaskClient, path: str) -> BeautifulSoup:
    answer = client.get(path, headers={"Accept": "text/html"})
    assert answer.status_code == 200, path
    return page(answer.text)


def text_of(shown: BeautifulSoup, selector: str) -> str:
    found = shown.select_one(selector)
    assert found, selector
    return " ".join(found.get_text().split())


def press(client: FlaskClient, shown: BeautifulSoup, form: str, **typed: str) -> BeautifulSoup:
    """Send a page's form with its hidden and chosen fields, and what is typed over them."""
    found = shown.select_one(form)
    assert found, form
    sent = found.select("input[name]:not([type=checkbox]:not([checked]))")
    held = {str(one["name"]): str(one.get("value", "")) for one in sent}
    answer = client.post(
        str(found["action"]),
        data={**held, **typed},
        headers={"Accept": "text/html"},
        follow_redirects=True,
    )
    return page(answer.text)


def token(client: FlaskClient) -> str:
    field = page(client.get("/").text).select_one("input[name=csrf]")
    assert field
    return str(field["value"])
