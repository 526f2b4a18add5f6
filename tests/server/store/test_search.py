"""Searches find the same by every index: that of words side by side, that of first letters."""

import random
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from server.background import Background
from server.store import (
    Filter,
    Store,
    delete_analysis,
    list_analyses,
    open_store,
    save_analysis,
    word_pairs,
)
from server.store.search_postgresql import Asked
from signals import Posting, analyze

TEXTS = [
    "We bake bread for the whole town and we are looking for a baker.",
    "We are looking for the bread of the town, not for a baker.",
    "Wir suchen für Köln einen Bäcker, der früh aufsteht, und der Bäcker sucht uns.",
    "Ми шукаємо пекаря для міста. Пекаря шукаємо ми.",
    "私たちは パン職人 を 探しています。パン職人 を 待っています。",
    "Een kok die stand-ups niet schuwt: follow-the-sun, x86_64 and 24x7 support, 3.5 days.",
    "the the the a a the a town",
    "A responsibility: internationalization matters, international matters.",
]
PHRASES = [
    '"for the"', '"for a"', '"we are looking for the"', '"the the the"', '"the the the the"',
    '"a a"',
    '"town a"', '"for the whole to', '"für Köln"', '"der bäcker" suchen', '"пекаря шукаємо"',
    '"пекаря дл', '"шукаємо пекаря"', '"パン職人 を"', '"を 探', "stand-up", "x86_64", "x86-64",
    "24x7-sup",
    '"x86_64 and"', '"follow the', '"3 5"', '"_ x86"', '"a _"', '"responsibility internationaliza',
    '"responsibility internationalization"', '"internationalizati matters"', '"matters internatio',
    '"matters international"', '"the bread" "a baker"', 'bread "a baker', '"a baker" bread',
    '"bread the"', '"nowhere at all"', '"baker bread"',
]  # fmt: skip


@pytest.fixture
def filled(postgresql_url: str) -> Iterator[Store]:
    store = open_store(postgresql_url)
    for words in TEXTS:
        posting = Posting(words, title="Job")
        save_analysis(store, posting, analyze(posting))
    yield store
    store.close()


@pytest.fixture
def grown(bare_postgresql_url: str) -> Iterator[Store]:
    """A database that held postings before its index knew words side by side."""
    store = open_store(bare_postgresql_url)
    posting = Posting(TEXTS[0], title="Job")
    save_analysis(store, posting, analyze(posting))
    with store.transaction() as connection:
        connection.execute(text("DROP INDEX ix_search"))
        connection.execute(text("CREATE INDEX ix_search_words ON search USING gin (words)"))
    yield store
    store.close()


def found(store: Store, words: str) -> list[str]:
    return [one.id for one in list_analyses(store, Filter(words=words))[0]]


def is_built(store: Store) -> bool:
    with store.transaction() as connection:
        return bool(connection.scalar(text(f"SELECT {word_pairs.IS_READY}")))


def without_index(store: Store, monkeypatch: pytest.MonkeyPatch, words: str) -> list[str]:
    """What a walk finds: as if too many rows held the words."""
    with monkeypatch.context() as patched:
        patched.setattr("server.store.search_postgresql._FEW", -1)
        patched.setattr("server.store.search_postgresql._FEW_READ", -1)
        return found(store, words)


@pytest.mark.parametrize("phrase", PHRASES)
def test_phrase_is_found_as_a_walk_finds_it(
    filled: Store, monkeypatch: pytest.MonkeyPatch, phrase: str
) -> None:
    assert found(filled, phrase) == without_index(filled, monkeypatch, phrase)


def test_any_words_side_by_side_are_found_as_a_walk_finds_them(
    filled: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = random.Random(7)
    words = " ".join(TEXTS).split()
    for _ in range(60):
        phrase = " ".join(chosen.sample(words, chosen.choice((2, 2, 3))))
        asked = f'"{phrase}' + chosen.choice(('"', ""))
        assert found(filled, asked) == without_index(filled, monkeypatch, asked), asked


def test_phrases_of_a_text_are_found_in_it(filled: Store) -> None:
    for words in TEXTS:
        apart = words.split()
        for start in range(len(apart) - 2):
            assert found(filled, f'"{" ".join(apart[start : start + 3])}"')


@pytest.mark.parametrize(
    ("phrases", "may_go_on", "is_exact"),
    [
        ([["team"], ["remote"]], True, True),
        ([["time", "zone"]], False, True),
        ([["follow", "the", "sun"]], False, False),
        ([["a", "abcdefghi"]], False, True),
        ([["a", "abcdefghij"]], False, False),
        ([["a", "abcdefghij"]], True, True),
        ([["a", "abcdefghij"], ["b"]], True, False),
        ([["x86_64", "and"]], False, False),
    ],
)
def test_index_tells_all_of_pairs_whose_second_word_is_short(
    phrases: list[list[str]], may_go_on: bool, is_exact: bool
) -> None:
    assert Asked(phrases, may_go_on).is_exact is is_exact


def test_search_works_before_the_index_is_built_and_after(grown: Store) -> None:
    before = found(grown, '"for the whole town"'), found(grown, '"whole the"')
    word_pairs.build(grown, threading.Event())
    assert (found(grown, '"for the whole town"'), found(grown, '"whole the"')) == before
    assert [len(one) for one in before] == [1, 0]


def test_background_builds_the_index(grown: Store) -> None:
    background = Background(grown)
    background.start()
    assert background.settled.wait(60)
    background.close()
    assert is_built(grown)


def test_posting_is_deleted_while_the_index_is_not_built(grown: Store) -> None:
    (id_,) = found(grown, "bread")
    delete_analysis(grown, id_)
    assert found(grown, "bread") == []


def test_index_is_built_once(grown: Store) -> None:
    word_pairs.build(grown, threading.Event())
    names = "SELECT indexrelid, indexrelid::regclass::text FROM pg_index WHERE indisvalid"
    with grown.transaction() as connection:
        built = connection.execute(text(f"{names} AND indrelid = 'search'::regclass")).all()
    assert {row[1] for row in built} == {"search_pkey", "ix_search"}
    word_pairs.build(grown, threading.Event())
    with grown.transaction() as connection:
        again = connection.execute(text(f"{names} AND indrelid = 'search'::regclass")).all()
    assert again == built


def test_building_that_was_ended_begins_anew(grown: Store) -> None:
    ends = threading.Event()
    ends.set()
    with grown.connection() as other:  # who still reads keeps the index from being built
        other.execute(text("SELECT * FROM search"))
        other.execute(text("LOCK TABLE search IN ROW EXCLUSIVE MODE"))
        word_pairs.build(grown, ends)
        assert not is_built(grown)
    assert found(grown, '"for the whole town"')
    word_pairs.build(grown, threading.Event())
    assert is_built(grown)


def test_very_long_text_of_long_words_is_stored(filled: Store) -> None:
    letters = "абвгґдеєжзиіїйклмнопрстуфхцчшщ"
    chosen = random.Random(7)
    words = ("".join(chosen.choices(letters, k=11)) for _ in range(16_000))
    posting = Posting(" ".join(words), title="Long")
    save_analysis(filled, posting, analyze(posting))
    assert len(found(filled, "long")) == 1


def test_words_of_a_sqlite_database_are_found_by_their_first_letters_too(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'x.db'}")
    for words in TEXTS[:2]:
        posting = Posting(words, title="Job")
        save_analysis(store, posting, analyze(posting))
    with store.transaction() as connection:
        for statement in (
            "CREATE VIRTUAL TABLE old USING fts5("
            'words, tokenize = "unicode61 remove_diacritics 0")',
            "INSERT INTO old (rowid, words) SELECT rowid, words FROM search",
            "DROP TABLE search",
            "ALTER TABLE old RENAME TO search",
            "UPDATE alembic_version SET version_num = '0009'",
        ):
            connection.execute(text(statement))
    asked = ('"for the whole', "b", "to", "baker", "x")
    before = [found(store, words) for words in asked]
    store.close()
    store = open_store(f"sqlite:///{tmp_path / 'x.db'}")
    assert [found(store, words) for words in asked] == before
    assert [len(one) for one in before] == [1, 2, 2, 2, 0]
    delete_analysis(store, before[0][0])
    assert [len(found(store, words)) for words in asked] == [0, 1, 1, 1, 0]
    with store.transaction() as connection:
        made = connection.scalar(text("SELECT sql FROM sqlite_master WHERE name = 'search'"))
    assert "prefix = '1 2'" in made
    store.close()
