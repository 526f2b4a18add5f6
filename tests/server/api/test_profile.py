"""The profile is kept for its owner, fills in the fit, and stands in no other answer."""

from typing import Any

import pytest
from flask.testing import FlaskClient

PROFILE = {
    "time_zone": "Asia/Jakarta",
    "day_start": "08:00",
    "day_end": "16:00",
    "career_stage": "senior",
    "fixed_commitments": True,
}
AD = "Cook\n\nWe seek a cook for our team. Working hours: 9am to 5pm EST. Apply now."


def submit(client: FlaskClient) -> dict[str, Any]:
    answer = client.post("/api/v1/analyses", json={"text": AD})
    assert answer.json
    found: dict[str, Any] = answer.json
    return found


def test_there_is_none_at_first(client: FlaskClient) -> None:
    answer = client.get("/api/v1/profile")
    assert answer.status_code == 404
    assert answer.json
    assert answer.json["type"] == "urn:syncline:nothing-stored"


def test_stored_profile_comes_back(client: FlaskClient) -> None:
    assert client.put("/api/v1/profile", json=PROFILE).json == PROFILE
    assert client.get("/api/v1/profile").json == PROFILE


def test_later_profile_replaces_the_earlier_one(client: FlaskClient) -> None:
    client.put("/api/v1/profile", json=PROFILE)
    client.put("/api/v1/profile", json={"time_zone": "Europe/Berlin"})
    answer = client.get("/api/v1/profile").json
    assert answer == {
        "time_zone": "Europe/Berlin",
        "day_start": "09:00",
        "day_end": "18:00",
        "career_stage": None,
        "fixed_commitments": False,
    }


def test_forgotten_profile_is_gone(client: FlaskClient) -> None:
    client.put("/api/v1/profile", json=PROFILE)
    assert client.delete("/api/v1/profile").status_code == 204
    assert client.get("/api/v1/profile").status_code == 404


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("time_zone", "Mars/Olympus"),
        ("time_zone", "../../etc/passwd"),
        ("time_zone", ""),
        ("time_zone", None),
        ("day_start", "25:00"),
        ("day_start", "09:00\n"),
        ("day_end", 9),
        ("career_stage", "wizard"),
        ("fixed_commitments", "perhaps"),
        ("salary", "1"),
    ],
)
def test_wrong_field_is_refused_and_nothing_is_stored(
    client: FlaskClient, field: str, value: object
) -> None:
    answer = client.put("/api/v1/profile", json={**PROFILE, field: value})
    assert (answer.status_code, client.get("/api/v1/profile").status_code) == (422, 404)


def test_without_a_profile_there_is_no_fit(client: FlaskClient) -> None:
    assert submit(client)["report"]["fit"] is None


def test_profile_fills_in_the_fit_of_what_is_submitted_and_of_what_is_stored(
    client: FlaskClient,
) -> None:
    before = submit(client)
    client.put("/api/v1/profile", json=PROFILE)
    stored = client.get(f"/api/v1/analyses/{before['id']}").json
    assert stored
    assert stored["report"]["fit"]["suitability"] == "poorly"
    assert "Jakarta" in stored["report"]["fit"]["hours"][0]
    assert submit(client)["report"]["fit"] == stored["report"]["fit"]


def test_fit_is_never_stored(client: FlaskClient) -> None:
    client.put("/api/v1/profile", json=PROFILE)
    stored = submit(client)
    client.delete("/api/v1/profile")
    answer = client.get(f"/api/v1/analyses/{stored['id']}").json
    assert answer
    assert answer["report"]["fit"] is None
    assert answer["report"]["position"] == stored["report"]["position"]


@pytest.mark.parametrize("path", ["/api/v1/analyses", "/api/v1/health", "/", "/rules"])
def test_no_other_answer_holds_the_profile(client: FlaskClient, path: str) -> None:
    client.put("/api/v1/profile", json=PROFILE)
    submit(client)
    assert "Jakarta" not in client.get(path).text
