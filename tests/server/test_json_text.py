"""JSON as the service writes and reads it."""

import json

from flask.testing import FlaskClient
from sqlalchemy import update

from server import json_text
from server.store import Store, find_analysis
from server.store.schema import DocumentRow
from tests.server.conftest import AD


def test_text_beyond_ascii_is_written_as_it_is() -> None:
    assert json_text.write({"café": [1, None, True]}) == '{"café":[1,null,true]}'


def test_half_a_surrogate_pair_is_written_and_read_as_python_does() -> None:
    assert json_text.read(json_text.write({"text": "cut: \ud83d"})) == {"text": "cut: \ud83d"}


def test_posting_of_an_earlier_version_with_half_a_surrogate_pair_is_shown(
    client: FlaskClient, store: Store
) -> None:
    id_ = client.post("/api/v1/analyses", json={"text": AD}).json["id"]
    content = find_analysis(store, id_).content
    content["posting"]["text"] += " cut: \ud83d"
    with store.transaction() as connection:
        connection.execute(update(DocumentRow).values(document=content))
    answer = client.get(f"/api/v1/analyses/{id_}")
    assert json.loads(answer.data)["posting"]["text"].endswith(" cut: \ud83d")
