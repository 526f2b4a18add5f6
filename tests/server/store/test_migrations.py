"""A database of the first version keeps its postings, each once."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from alembic import command

from server.store import find_analysis, list_analyses, list_corrections, open_store
from server.store.database import migrations

POSTING = {
    "title": "Cook", "company": None, "location": None, "url": None, "language": "en",
    "read_by": "text", "text": "We seek a cook.",
}  # fmt: skip
START = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture(params=["sqlite", "postgresql"])
def old_url(request: pytest.FixtureRequest, tmp_path: Any) -> str:
    """A database with the tables of the first version and three rows, two of the same posting."""
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path / 'old.db'}"
    else:
        url = str(request.getfixturevalue("bare_postgresql_url"))
        url = url.replace("postgresql:", "postgresql+psycopg:")
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        command.upgrade(migrations(connection), "0005")
        _fill(connection)
    engine.dispose()
    return url


def _fill(connection: sa.Connection) -> None:
    analyses = sa.Table("analyses", sa.MetaData(), autoload_with=connection)
    analyses.c.document.type = sa.JSON()
    for number, title in enumerate(("Cook", "Cook", "Baker")):
        document = {"posting": {**POSTING, "title": title}, "report": {"rulebook": str(number)}}
        values = {"id": f"id{number}", "digest": f"d{number}", "title": title}
        more = {"position": "unclear", "confidence": 0.0, "document": document}
        at = START + timedelta(days=number)
        connection.execute(sa.insert(analyses).values(**values, **more, created_at=at))
    corrections = sa.Table("corrections", sa.MetaData(), autoload_with=connection)
    for id_ in ("id0", "id1"):
        values = {"id": f"c-{id_}", "analysis_id": id_, "created_at": START, "note": "Wrong."}
        connection.execute(sa.insert(corrections).values(**values))


def test_postings_are_kept_each_once_with_what_was_said_of_them(old_url: str) -> None:
    store = open_store(old_url)
    summaries, _ = list_analyses(store)
    assert [(one.id, one.title) for one in summaries] == [("id2", "Baker"), ("id1", "Cook")]
    assert summaries[1].created_at == START + timedelta(days=1)
    assert find_analysis(store, "id1").content["posting"]["text"] == "We seek a cook."
    assert [one.id for one in list_corrections(store, "id1")] == ["c-id1"]
    store.close()
