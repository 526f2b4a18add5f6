"""The API is described on a page, from the document itself."""

from flask.testing import FlaskClient

from tests.server.pages.browsing import visit


def test_every_operation_is_on_the_page(client: FlaskClient) -> None:
    document = client.get("/api/v1/openapi.json").json
    assert document
    described = {
        f"{method.upper()} {path}"
        for path, methods in document["paths"].items()
        for method in methods
        if method in ("get", "post", "put", "delete")
    }
    shown = visit(client, "/api").select(".operation summary")
    assert {
        " ".join(code.get_text() for code in one.select(":scope > code")) for one in shown
    } == described


def test_operation_shows_what_it_takes_and_answers(client: FlaskClient) -> None:
    shown = visit(client, "/api")
    profile = next(one for one in shown.select(".operation") if "PUT" in one.get_text())
    assert "time_zone" in profile.get_text()


def test_words_of_the_api_are_set_as_code(client: FlaskClient) -> None:
    shown = visit(client, "/api")
    assert "finding" in [code.get_text() for code in shown.select(".operation .about code")]
    assert "`" not in shown.get_text()
