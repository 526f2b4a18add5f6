"""Reads the rule book from folders of TOML files and refuses what is wrong in it."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

from signals.errors import BadRule
from signals.model import Aspect, Direction
from signals.rulebook import checking, vocabulary
from signals.rulebook.checking import Record
from signals.rulebook.model import (
    AspectQuestion,
    Doubt,
    Guard,
    NumberRange,
    Rule,
    RuleBook,
    Scope,
    Unit,
)

RULES_FOLDER = Path(__file__).parent.parent / "rules"
GUARDS_FILE = "guards.toml"
DOUBTS_FILE = "doubts.toml"
VOCABULARY_FILE = "vocabulary.toml"
QUESTIONS_FILE = "questions.toml"
LANGUAGES_FOLDER = "languages"
MAX_WEIGHT = 5.0

_PATTERN_KEYS = ("patterns", "unless", "requires", "headings")
_GUARD_KEYS = ("before", "after", "sentence", "heading")
_DOUBT_KEYS = ("anywhere", "unless")


@dataclass(frozen=True, slots=True)
class _Shared:
    """What the records of all files may name."""

    words: dict[str, str]
    guards: dict[str, Guard]
    doubts: dict[str, Doubt]
    tries_patterns: bool


@cache
def load(folder: Path = RULES_FOLDER, *, tries_patterns: bool = False) -> RuleBook:
    """Return the rule book in `folder`.

    It holds `vocabulary.toml`, `guards.toml`, `doubts.toml` and `questions.toml`, a folder of rules
    for each aspect, and in `languages/` a file of rules for each language beside English. With
    `tries_patterns` every pattern is tried too, as the rules' tests do: it takes six times as long
    as all the rest, and the patterns that come with Syncline have passed.

    Raises:
        BadRule: a file or record is wrong; `where` names the file and the rule.
    """
    words = vocabulary.groups(VOCABULARY_FILE, _records(folder, VOCABULARY_FILE))
    guards = {
        id_: _guard(id_, record, words) for id_, record in _records(folder, GUARDS_FILE).items()
    }
    doubts = {
        id_: _doubt(id_, record, words) for id_, record in _records(folder, DOUBTS_FILE).items()
    }
    questions = [
        _question(name, record) for name, record in _records(folder, QUESTIONS_FILE).items()
    ]
    if tries_patterns:
        _try_patterns(guards, "guard", GUARDS_FILE, _GUARD_KEYS)
        _try_patterns(doubts, "doubt", DOUBTS_FILE, _DOUBT_KEYS)
    shared = _Shared(words, guards, doubts, tries_patterns)
    rules: list[Rule] = []
    for aspect in Aspect:
        for path in sorted((folder / aspect).glob("*.toml")):
            rules.extend(_rules(path, aspect, shared))
    for path in sorted((folder / LANGUAGES_FOLDER).glob("*.toml")):
        rules.extend(_language_rules(path, shared))
    _refuse_twins(rules)
    questions.sort(key=lambda question: question.rank)
    return RuleBook(tuple(rules), guards, doubts, tuple(questions), _version(folder))


def _records(folder: Path, name: str) -> dict[str, Record]:
    """The records of a file that all rules share, none where the book has no such file."""
    path = folder / name
    records = _parsed(path) if path.exists() else {}
    for id_, record in records.items():
        checking.check_table(record, f"{name}, {id_}")
    return records


def _parsed(path: Path) -> Record:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadRule(f"not valid TOML: {error}", where=path.name) from error


def _aspect(name: object, where: str) -> Aspect:
    try:
        return Aspect(str(name))
    except ValueError:
        known = ", ".join(Aspect)
        raise BadRule(f"the aspect must be one of {known}", where=where) from None


def _question(name: str, record: Record) -> AspectQuestion:
    where = f"{QUESTIONS_FILE}, {name}"
    text, rank = record.get("question"), record.get("rank")
    if not isinstance(text, str) or not text.endswith("?") or not isinstance(rank, int):
        raise BadRule("needs a `question` that ends in '?' and a whole `rank`", where=where)
    return AspectQuestion(_aspect(name, where), text, rank)


def _rules(path: Path, aspect: Aspect, shared: _Shared) -> Iterator[Rule]:
    name = f"{aspect}/{path.name}"
    content = _parsed(path)
    checking.check_file(content, {"source", "rule"}, name)
    source = str(content.get("source", ""))
    for record in content.get("rule", []):
        yield _checked({"source": source, **record}, aspect, shared, _where(name, record))


def _language_rules(path: Path, shared: _Shared) -> Iterator[Rule]:
    """The rules of another language than English; each names its own aspect."""
    content = _parsed(path)
    checking.check_file(content, {"language", "rule"}, path.name)
    language = content.get("language")
    if language != path.stem:
        raise BadRule(f"`language` must be `{path.stem}`, as the file is called", where=path.name)
    for record in content.get("rule", []):
        aspect = _aspect(record.get("aspect", ""), _where(path.name, record))
        plain = {key: value for key, value in record.items() if key != "aspect"}
        rule = _checked(plain, aspect, shared, _where(path.name, record))
        yield replace(rule, language=path.stem)


def _where(name: str, record: Record) -> str:
    return f"{name}, rule {record.get('id', '(without id)')}"


def _checked(record: Record, aspect: Aspect, shared: _Shared, where: str) -> Rule:
    checking.check_keys(record, where)
    record = {**record, **_written_out(record, _PATTERN_KEYS, shared.words, where)}
    checking.check_id(record["id"], aspect, where)
    if shared.tries_patterns:
        checking.check_patterns(chain.from_iterable(record[key] for key in _PATTERN_KEYS), where)
    checking.check_examples(record, where)
    _refuse_unknown(record.get("guards", []), shared.guards, "guard", GUARDS_FILE, where)
    _refuse_unknown(record.get("doubts", []), shared.doubts, "doubt", DOUBTS_FILE, where)
    return _rule(record, aspect, where)


def _refuse_unknown(
    named: Iterable[str], known: Container[str], kind: str, file: str, where: str
) -> None:
    for id_ in named:
        if id_ not in known:
            raise BadRule(f"unknown {kind} `{id_}`", where=where, todo=f"Add it to {file}")


def _rule(record: Record, aspect: Aspect, where: str) -> Rule:
    weight = _weight(record, "weight", where)
    try:
        direction = Direction(record["direction"])
        scope = Scope(record.get("scope", Scope.TEXT))
        number = _number_range(record["number"]) if "number" in record else None
    except (ValueError, TypeError) as error:
        raise BadRule(str(error), where=where) from error
    lists: dict[str, Any] = {key: tuple(record[key]) for key in checking.LIST_KEYS if key in record}
    return Rule(
        id=record["id"],
        aspect=aspect,
        direction=direction,
        weight=weight,
        steps=_steps(record, where),
        number=number,
        scope=scope,
        why=record["why"],
        source=record.get("source", ""),
        **lists,
    )


def _weight(record: Record, key: str, where: str) -> float:
    weight = record.get(key)
    if not isinstance(weight, int | float) or not 0 < weight <= MAX_WEIGHT:
        raise BadRule(f"`{key}` must lie above 0 and at most at {MAX_WEIGHT}", where=where)
    return float(weight)


def _steps(record: Record, where: str) -> int:
    steps = record.get("steps", 1)
    if not isinstance(steps, int) or steps < 1:
        raise BadRule("`steps` must be a whole number, 1 or more", where=where)
    return steps


def _number_range(bounds: dict[str, Any]) -> NumberRange:
    unit = Unit(bounds["unit"]) if "unit" in bounds else None
    found = NumberRange(**{**bounds, "unit": unit})
    if not all(isinstance(bound, int | float) for bound in (found.at_least, found.at_most)):
        raise TypeError("the bounds of `number` must be numbers")
    return found


def _written_out(
    record: Record, keys: Iterable[str], words: dict[str, str], where: str
) -> dict[str, tuple[str, ...]]:
    """The patterns under `keys`, the vocabulary's words in them replaced by what they stand for."""
    return {
        key: tuple(vocabulary.expanded(pattern, words, where) for pattern in record.get(key, ()))
        for key in keys
    }


def _guard(id_: str, record: Record, words: dict[str, str]) -> Guard:
    where = f"{GUARDS_FILE}, guard {id_}"
    patterns = _patterns_of(record, {"why"}, _GUARD_KEYS, words, where)
    return Guard(id_, record["why"], **patterns)


def _doubt(id_: str, record: Record, words: dict[str, str]) -> Doubt:
    where = f"{DOUBTS_FILE}, doubt {id_}"
    patterns = _patterns_of(record, {"why", "at_most"}, _DOUBT_KEYS, words, where)
    if not patterns["anywhere"]:
        raise BadRule("lacks `anywhere`", where=where)
    return Doubt(id_, record["why"], _weight(record, "at_most", where), **patterns)


def _patterns_of(
    record: Record, others: set[str], keys: Sequence[str], words: dict[str, str], where: str
) -> dict[str, tuple[str, ...]]:
    """The patterns under `keys` of a shared record, which says why and has no keys but `others`."""
    unknown = record.keys() - {*others, *keys}
    if unknown:
        raise BadRule(f"does not know {', '.join(sorted(unknown))}", where=where)
    checking.check_why(record, where)
    checking.check_lists(record, keys, where)
    return _written_out(record, keys, words, where)


def _try_patterns(
    records: Mapping[str, Guard | Doubt], kind: str, file: str, keys: Sequence[str]
) -> None:
    for id_, record in records.items():
        patterns = chain.from_iterable(getattr(record, key) for key in keys)
        checking.check_patterns(patterns, f"{file}, {kind} {id_}")


def _refuse_twins(rules: list[Rule]) -> None:
    seen: set[str] = set()
    for rule in rules:
        if rule.id in seen:
            raise BadRule("stands twice in the rule book", where=f"rule {rule.id}")
        seen.add(rule.id)


def _version(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.toml")):
        digest.update(str(path.relative_to(folder)).encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:12]
