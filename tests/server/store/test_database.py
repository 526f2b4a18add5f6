"""A database that cannot be used is named in one line, and nothing in it is touched."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import event, inspect, text

from server.errors import (
    StoreBusy,
    StoreDamaged,
    StoreError,
    StoreFull,
    StoreReadOnly,
    StoreTooNew,
)
from server.store import Store, list_analyses, open_store, save_analysis
from server.store.schema import Base
from signals import Posting, analyze


def url(file: Path) -> str:
    return f"sqlite:///{file}"


def test_new_database_is_made_with_its_folder(tmp_path: Path) -> None:
    file = tmp_path / "a" / "b" / "syncline.db"
    open_store(url(file)).close()
    assert file.exists()


def test_migrations_make_the_tables_of_the_schema(tmp_path: Path) -> None:
    store = open_store(url(tmp_path / "x.db"))
    made = inspect(store.engine)
    for table in Base.metadata.sorted_tables:
        assert {column["name"] for column in made.get_columns(table.name)} == set(table.c.keys())
    store.close()


def test_readers_go_on_while_one_writes(tmp_path: Path) -> None:
    store = open_store(url(tmp_path / "x.db"))
    with closing(sqlite3.connect(tmp_path / "x.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        store.ping()
    store.close()


def test_locked_database_is_named(tmp_path: Path) -> None:
    file = tmp_path / "x.db"
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreBusy, match="another program has locked the database") as found:
            open_store(url(file), busy_timeout=50)
    assert str(file) in str(found.value)


def test_damaged_file_is_named_and_left_untouched(tmp_path: Path) -> None:
    file = tmp_path / "x.db"
    file.write_bytes(b"this is a letter, not a database. " * 200)
    before = file.read_bytes()
    with pytest.raises(StoreDamaged, match="no database, or a damaged one"):
        open_store(url(file))
    assert file.read_bytes() == before


def test_database_of_a_newer_syncline_is_left_alone(store_url: str) -> None:
    store = open_store(store_url)
    (known,) = _told(store, "SELECT version_num FROM alembic_version")
    _told(store, "UPDATE alembic_version SET version_num = '9999'")
    try:
        with pytest.raises(StoreTooNew, match="newer Syncline"):
            open_store(store_url)
        assert _told(store, "SELECT version_num FROM alembic_version") == ["9999"]
    finally:
        _told(store, f"UPDATE alembic_version SET version_num = '{known}'")
        store.close()


def _told(store: Store, statement: str) -> list[str]:
    with store.transaction() as connection:
        result = connection.execute(text(statement))
        return [str(row[0]) for row in result] if result.returns_rows else []


def test_postgresql_whose_disk_is_full_is_named(postgresql_url: str) -> None:
    store = open_store(postgresql_url)
    _told(store, FILLS_UP)
    _told(store, "CREATE TRIGGER full_disk BEFORE INSERT ON documents EXECUTE FUNCTION fill_up()")
    short = Posting("We seek a cook.", title="Cook")
    try:
        with pytest.raises(StoreFull, match="the disk is full, nothing was stored"):
            save_analysis(store, short, analyze(short))
        assert list_analyses(store) == ([], None)
    finally:
        _told(store, "DROP FUNCTION fill_up CASCADE")
        store.close()


FILLS_UP = """
CREATE FUNCTION fill_up() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$
"""


def test_postgresql_that_may_only_be_read_is_named(postgresql_url: str) -> None:
    store = open_store(f"{postgresql_url}?options=-cdefault_transaction_read_only%3Don")
    short = Posting("We seek a cook.", title="Cook")
    with pytest.raises(StoreReadOnly, match="the primary server, not a standby"):
        save_analysis(store, short, analyze(short))
    assert list_analyses(store) == ([], None)
    store.close()


@pytest.mark.parametrize(
    "wrong",
    [
        "no url at all",
        "oracle+nothing://x/y",
        "postgresql://db.example:port/x",
        "sqlite://no-slash/x.db",
        "sqlite:///x.db?timeout=soon",
    ],
)
def test_wrong_url_is_named(wrong: str) -> None:
    with pytest.raises(StoreError):
        open_store(wrong)


@pytest.mark.parametrize(
    ("wrong", "shown"),
    [
        ("postgresql://me:secret@db.example:port/x", "postgresql://***@db.example:port/x"),
        ("postgresql://me:se@cret@db.example:port/x", "postgresql://***@db.example:port/x"),
        ("postgresql://me:se@cret@db.example/x", "postgresql://***@db.example/x"),
        ("me:secret@db.example/x", "***@db.example/x"),
        ("postgresql://me:se?cret@db.example:port/x", "postgresql://***@"),
        ("db.example/x?user=me&password=secret", "db.example/x"),
    ],
)
def test_wrong_url_is_named_without_its_password(wrong: str, shown: str) -> None:
    with pytest.raises(StoreError) as found:
        open_store(wrong)
    assert found.value.where == shown


def test_full_disk_is_named_and_the_store_goes_on_afterwards(tmp_path: Path) -> None:
    store = open_store(url(tmp_path / "x.db"))
    event.listen(store.engine, "connect", lambda raw, _: raw.execute("PRAGMA max_page_count = 80"))
    store.engine.dispose()
    long = Posting("We seek a cook. " * 50_000, title="Cook")
    with pytest.raises(StoreFull, match="disk is full"):
        save_analysis(store, long, analyze("We seek a cook."))
    short = Posting("We seek a cook.", title="Cook")
    assert save_analysis(store, short, analyze(short)).is_new
    store.close()


def test_read_only_file_is_named(tmp_path: Path) -> None:
    file = tmp_path / "x.db"
    open_store(url(file)).close()
    store = open_store(f"sqlite:///file:{file}?mode=ro&uri=true")
    short = Posting("We seek a cook.", title="Cook")
    with pytest.raises(StoreReadOnly, match="may not be written to"):
        save_analysis(store, short, analyze(short))
    store.close()


def test_address_of_a_file_makes_no_folder_of_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    open_store(f"sqlite:///file:{tmp_path / 'x.db'}?uri=true").close()
    assert not (tmp_path / "file:").exists()


def test_file_damaged_in_its_middle_is_named(tmp_path: Path) -> None:
    file = tmp_path / "x.db"
    store = open_store(url(file))
    for number in range(50):
        posting = Posting(f"We seek cook {number}. " * 100, title="Cook")
        save_analysis(store, posting, analyze("We seek a cook."))
    store.close()
    whole = file.read_bytes()
    file.write_bytes(whole[:8192] + b"\xff" * (len(whole) - 8192))
    with pytest.raises(StoreDamaged, match="damaged"):
        list_analyses(open_store(url(file)))


@pytest.mark.parametrize(
    "place", ["nobody:secret@127.0.0.1:1/x", "127.0.0.1:1/x?user=nobody&password=secret"]
)
def test_postgresql_without_its_server_is_named_and_no_password_with_it(place: str) -> None:
    with pytest.raises(StoreError, match="cannot be used") as found:
        open_store(f"postgresql://{place}")
    assert "secret" not in str(found.value)


def test_folder_that_is_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="folder cannot be made"):
        open_store(url(tmp_path / "file" / "x.db"))


def test_transactions_within_one_are_kept_or_lost_together(store: Store) -> None:
    posting = Posting("We seek a cook.", title="Cook")

    def save_and_fail() -> None:
        with store.one_transaction():
            assert save_analysis(store, posting, analyze(posting)).is_new
            assert len(list_analyses(store)[0]) == 1
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        save_and_fail()
    assert len(list_analyses(store)[0]) == 0


def test_after_one_transaction_each_is_its_own_again(store: Store) -> None:
    posting = Posting("We seek a cook.", title="Cook")
    with store.one_transaction():
        save_analysis(store, posting, analyze(posting))
    with pytest.raises(ZeroDivisionError), store.transaction():
        raise ZeroDivisionError
    assert len(list_analyses(store)[0]) == 1
