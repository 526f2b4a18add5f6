"""Who asks, as the headers of real browsers say it."""

import pytest
from flask.testing import FlaskClient

from server import pairing
from server.store import Store

CHROME = "chrome-extension://" + "abcdefghijklmnop" * 2
FIREFOX = "moz-extension://0a1b2c3d-0000-4000-8000-0123456789ab"

TYPED = {"Sec-Fetch-Site": "none", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}
LINKED = {**TYPED, "Sec-Fetch-Site": "cross-site"}
FRAMED = {**LINKED, "Sec-Fetch-Dest": "iframe"}
IMAGE = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "image"}
OWN_SCRIPT = {"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "cors", "Sec-Fetch-Dest": "empty"}
EXTENSION_READS = {"Sec-Fetch-Site": "none", "Sec-Fetch-Mode": "cors", "Sec-Fetch-Dest": "empty"}


def pair(
    client: FlaskClient, code: str, origin: str | None = CHROME, name: str = "Chromium"
) -> str:
    """Pair as the extension does, and return the token."""
    headers = {"Origin": origin} if origin else {}
    answer = client.post("/api/v1/pair", json={"code": code, "name": name}, headers=headers)
    assert answer.status_code == 201
    assert answer.json
    return str(answer.json["token"])


def bearer(token: str, origin: str | None = CHROME) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}", **({"Origin": origin} if origin else {})}


@pytest.fixture
def token(client: FlaskClient, store: Store) -> str:
    """The token of a paired Chromium."""
    return pair(client, pairing.make_code(store))
