"""A code pairs once and cannot be guessed; a token is kept as its hash and can be revoked."""

import hashlib
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import text

from server import pairing
from server.errors import WrongCode
from server.store import Store
from tests.server.security.conftest import CHROME, bearer, pair

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


def attempt(client: FlaskClient, code: Any) -> tuple[int, str]:
    headers = {"Origin": CHROME}
    answer = client.post("/api/v1/pair", json={"code": code, "name": "x"}, headers=headers)
    return answer.status_code, (answer.json or {}).get("kind", "")


def test_right_code_gives_a_token_of_256_bits(client: FlaskClient, store: Store) -> None:
    token = pair(client, pairing.make_code(store))
    assert len(token) == 43  # 32 bytes in base64
    assert client.get("/api/v1/analyses", headers=bearer(token)).status_code == 200


def test_code_may_be_typed_as_people_type(client: FlaskClient, store: Store) -> None:
    code = pairing.make_code(store)
    assert pair(client, f" {code.replace('-', ' ').lower()} ")


def test_replayed_code_is_refused(client: FlaskClient, store: Store) -> None:
    code = pairing.make_code(store)
    pair(client, code)
    assert attempt(client, code) == (403, "pairing_code")


@pytest.mark.parametrize("origin", ["chrome-extension://" + "p" * 32, None])
def test_code_stolen_from_the_page_is_of_no_use_once_it_was_taken(
    client: FlaskClient, store: Store, origin: str | None
) -> None:
    code = pairing.make_code(store)
    pair(client, code)
    headers = {"Origin": origin} if origin else {}
    answer = client.post("/api/v1/pair", json={"code": code, "name": "x"}, headers=headers)
    assert answer.status_code == 403
    assert len(pairing.list_pairings(store)) == 1


def test_one_who_takes_a_stolen_code_first_is_listed_and_the_owner_is_told(
    client: FlaskClient, store: Store
) -> None:
    code = pairing.make_code(store)
    pair(client, code, "chrome-extension://" + "p" * 32, "A thief")
    assert attempt(client, code) == (403, "pairing_code")
    assert [one.name for one in pairing.list_pairings(store)] == ["A thief"]


def test_code_used_by_many_at_once_pairs_one(store: Store) -> None:
    code = pairing.make_code(store)

    def use(_: int) -> str | None:
        try:
            return pairing.redeem(store, code, "x")
        except WrongCode:
            return None

    with ThreadPoolExecutor(8) as pool:
        assert len([token for token in pool.map(use, range(8)) if token]) == 1


def test_expired_code_is_refused(store: Store) -> None:
    code = pairing.make_code(store, now=NOON)
    with pytest.raises(WrongCode):
        pairing.redeem(store, code, "x", now=NOON + timedelta(minutes=10))


def test_code_works_to_its_last_second(store: Store) -> None:
    code = pairing.make_code(store, now=NOON)
    assert pairing.redeem(store, code, "x", now=NOON + timedelta(minutes=9, seconds=59))


def test_right_code_after_five_wrong_tries_is_refused(client: FlaskClient, store: Store) -> None:
    code = pairing.make_code(store)
    assert [attempt(client, "2222-2222") for _ in range(5)] == [(403, "pairing_code")] * 5
    assert attempt(client, code) == (403, "pairing_code")


def test_right_code_after_four_wrong_tries_pairs(client: FlaskClient, store: Store) -> None:
    code = pairing.make_code(store)
    for _ in range(4):
        attempt(client, "2222-2222")
    assert pair(client, code)


def test_new_code_makes_the_one_before_void(client: FlaskClient, store: Store) -> None:
    before = pairing.make_code(store)
    pairing.make_code(store)
    assert attempt(client, before) == (403, "pairing_code")


def test_nothing_pairs_before_a_code_was_shown(client: FlaskClient) -> None:
    for code in ("", "AAAA-AAAA", "0"):
        assert attempt(client, code) == (403, "pairing_code")


@pytest.mark.parametrize("code", [None, 7, ["A"], "x" * 101])
def test_code_of_another_kind_is_a_problem(client: FlaskClient, code: object) -> None:
    assert attempt(client, code)[0] == 422


def test_wrong_codes_are_tried_ten_times_a_minute_at_most(
    client: FlaskClient, store: Store
) -> None:
    for _ in range(10):
        assert attempt(client, "wrong")[0] == 403
    answer = client.post("/api/v1/pair", json={"code": pairing.make_code(store)})
    assert answer.status_code == 429
    assert answer.content_type == "application/problem+json"
    assert answer.json
    assert answer.json["detail"] == "Asked too often. Wait a minute, then try again."
    assert 0 < int(answer.headers["Retry-After"]) <= 61


def test_right_codes_are_not_counted(client: FlaskClient, store: Store) -> None:
    assert all(pair(client, pairing.make_code(store)) for _ in range(12))


def test_revoked_token_is_refused(client: FlaskClient, store: Store, token: str) -> None:
    (found,) = pairing.list_pairings(store)
    pairing.revoke(store, found.id)
    assert client.get("/api/v1/analyses", headers=bearer(token)).status_code == 401
    health = client.get("/api/v1/health", headers=bearer(token)).json
    assert health
    assert health["paired"] is False


def test_only_the_hash_of_a_token_is_stored(store: Store, token: str) -> None:
    with store.transaction() as connection:
        rows = connection.execute(text("SELECT * FROM pairings")).all()
    assert token not in str(rows)
    assert hashlib.sha256(token.encode()).hexdigest() in str(rows)


def test_code_is_not_stored_as_it_is_shown(store: Store) -> None:
    code = pairing.make_code(store)
    with store.transaction() as connection:
        rows = str(connection.execute(text("SELECT * FROM pairing_codes")).all())
    assert code.replace("-", "") not in rows


def test_pairing_knows_its_name_origin_and_times(store: Store) -> None:
    code = pairing.make_code(store, now=NOON)
    token = pairing.redeem(store, code, "  Chromium \n on Linux ", CHROME, now=NOON)
    later = NOON + timedelta(hours=1)
    assert pairing.by_token(store, token, CHROME, now=later)
    (found,) = pairing.list_pairings(store)
    assert (found.name, found.origin) == ("Chromium on Linux", CHROME)
    assert (found.created_at, found.last_used) == (NOON, later)


def test_nameless_pairing_has_a_name(store: Store) -> None:
    pairing.redeem(store, pairing.make_code(store), " ")
    assert [one.name for one in pairing.list_pairings(store)] == ["A browser"]
