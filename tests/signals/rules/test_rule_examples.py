"""Every rule's own examples, run as its tests; a new rule is tested by being written down."""

import tomllib
from functools import cache

import pytest

from signals.engine.matching import Matcher
from signals.model import Posting, Signal
from signals.rulebook import Rule, Scope, load
from signals.rulebook.loading import RULES_FOLDER, VOCABULARY_FILE

RULES = load(RULES_FOLDER, tries_patterns=True).rules


@cache
def matcher_of(rule: Rule) -> Matcher:
    return Matcher(load().only(rule.id))


def find(rule: Rule, example: str) -> tuple[Signal, ...]:
    title = example if rule.scope is Scope.TITLE else None
    return matcher_of(rule).find(Posting(example, title=title))


def examples(kind: str) -> list[object]:
    return [
        pytest.param(rule, example, id=f"{rule.id}-{number}")
        for rule in RULES
        for number, example in enumerate(getattr(rule, kind))
    ]


@pytest.mark.parametrize(("rule", "example"), examples("matches"))
def test_rule_finds_its_example(rule: Rule, example: str) -> None:
    assert find(rule, example), example


@pytest.mark.parametrize(("rule", "example"), examples("misses"))
def test_rule_leaves_its_counter_example_alone(rule: Rule, example: str) -> None:
    assert not find(rule, example), example


def test_every_word_of_the_vocabulary_is_used() -> None:
    words = tomllib.loads((RULES_FOLDER / VOCABULARY_FILE).read_text(encoding="utf-8"))
    records = "".join(file.read_text(encoding="utf-8") for file in RULES_FOLDER.rglob("*.toml"))
    assert [word for word in words if f"{{{word}}}" not in records] == []
