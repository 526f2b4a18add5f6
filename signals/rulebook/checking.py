"""What a record of the rule book must be; each check names what is wrong, and where."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

import re2

from signals.errors import BadRule
from signals.model import Aspect

MIN_EXAMPLES = 3
"""Examples and counter-examples that every rule brings, each."""

LIST_KEYS = ("patterns", "unless", "requires", "headings", "guards", "doubts", "matches", "misses")
"""The keys of a rule's record that hold lists of texts."""

_RULE_KEYS = {"id", "direction", "weight", "steps", "number", "scope", "why", "source", *LIST_KEYS}
_PIECE = re.compile(r"\\.|\[\^?\]?(?:\[:\w+:\]|\\.|[^\]\\])*\]|[()|]")
"""What may stand for, or hide, a bar between alternatives: escapes, classes, groups."""

_ID = re.compile(r"[a-z]+(-[a-z0-9]+)+")

Record = dict[str, Any]


def check_table(record: object, where: str) -> None:
    """Refuse what is no table of keys and values.

    Raises:
        BadRule: it is none.
    """
    if not isinstance(record, dict):
        raise BadRule("must be a table of keys and values", where=where)


def check_file(content: Record, keys: set[str], where: str) -> None:
    """Refuse a file of rules with other keys than `keys`, or with rules that are no records.

    Raises:
        BadRule: it is so.
    """
    unknown = content.keys() - keys
    if unknown:
        raise BadRule(f"does not know {', '.join(sorted(unknown))}", where=where)
    rules = content.get("rule", [])
    if not isinstance(rules, list) or not all(isinstance(rule, dict) for rule in rules):
        raise BadRule("each rule must begin with [[rule]]", where=where)


def check_keys(record: Record, where: str) -> None:
    """Refuse a record that lacks a key, has one too many, or no list where one must be.

    Raises:
        BadRule: it is so.
    """
    missing = {"id", "direction", "weight", "patterns", "why", "matches", "misses"} - record.keys()
    unknown = record.keys() - _RULE_KEYS
    if missing:
        raise BadRule(f"lacks {', '.join(sorted(missing))}", where=where)
    if unknown:
        raise BadRule(f"does not know {', '.join(sorted(unknown))}", where=where)
    check_why(record, where)
    if "number" in record:
        check_table(record["number"], f"{where}, number")
    check_lists(record, LIST_KEYS, where)


def check_why(record: Record, where: str) -> None:
    """Refuse a record that does not say why it is there.

    Raises:
        BadRule: it does not.
    """
    why = record.get("why")
    if not isinstance(why, str) or not why:
        raise BadRule("`why` must be a sentence", where=where)


def check_lists(record: Record, keys: Iterable[str], where: str) -> None:
    """Refuse a record with anything but a list of texts, each once, under one of `keys`.

    Raises:
        BadRule: it is so.
    """
    for key in keys:
        value = record.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise BadRule(f"`{key}` must be a list of texts", where=where)
        twice = next((item for item, count in Counter(value).items() if count > 1), None)
        if twice is not None:
            raise BadRule(f"`{key}` holds a text twice: {twice}", where=where)


def check_id(id_: object, aspect: Aspect, where: str) -> None:
    """Refuse an id that is not the aspect and words behind it.

    Raises:
        BadRule: it is so.
    """
    if not isinstance(id_, str) or not _ID.fullmatch(id_) or not id_.startswith(f"{aspect}-"):
        raise BadRule(f"`id` must be lower-case words that begin with `{aspect}-`", where=where)


def check_patterns(patterns: Iterable[str], where: str) -> None:
    """Refuse patterns that are not ASCII, join several, match "", or that RE2 refuses.

    Raises:
        BadRule: one is so.
    """
    for pattern in patterns:
        if not pattern.isascii():
            raise BadRule(f"pattern is not ASCII (texts are folded first): {pattern}", where=where)
        if joins_several(pattern):
            todo = "Make each of its outermost alternatives a pattern of its own"
            raise BadRule(f"pattern joins several: {pattern}", where=where, todo=todo)
        if compiled(pattern, where).search("") is not None:
            raise BadRule(f"pattern matches the empty text: {pattern}", where=where)


def joins_several(pattern: str) -> bool:
    """Whether a bar outside all groups makes one pattern of several."""
    depth = 0
    for piece in _PIECE.finditer(pattern):
        if piece.group() == "|" and not depth:
            return True
        depth += (piece.group() == "(") - (piece.group() == ")")
    return False


def compiled(pattern: str, where: str) -> re2._Regexp[str]:
    """Return a pattern as RE2 reads it.

    Raises:
        BadRule: RE2 refuses it.
    """
    try:
        return re2.compile(pattern)
    except re2.error as error:
        raise BadRule(f"RE2 refuses the pattern {pattern}: {error}", where=where) from error


def check_examples(record: Record, where: str) -> None:
    """Refuse a record with too few examples, no pattern, or a number that no pattern captures.

    Raises:
        BadRule: it is so.
    """
    for key in ("matches", "misses"):
        if len(record[key]) < MIN_EXAMPLES:
            raise BadRule(f"needs at least {MIN_EXAMPLES} `{key}`", where=where)
    if not record["patterns"]:
        raise BadRule("needs at least one pattern", where=where)
    number = record.get("number", {})
    for group in ["n", "u"] if "unit" in number else ["n"] if number else []:
        if not all(f"(?P<{group}>" in pattern for pattern in record["patterns"]):
            raise BadRule(f"`number` needs a group (?P<{group}>…) in every pattern", where=where)
