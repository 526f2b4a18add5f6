"""`syncline rules`: the rule book, readable."""

import json

from signals.rulebook import load
from tests.server.cli.conftest import Run


def test_book_lists_every_rule(run: Run) -> None:
    printed = run("rules").stdout
    assert [rule.id for rule in load().rules if rule.id not in printed] == []


def test_one_rule_is_shown_with_its_examples(run: Run) -> None:
    rule = load().rules[0]
    printed = " ".join(run("rules", rule.id).stdout.split())
    for part in (rule.why, *rule.matches, *rule.misses):
        assert part in printed


def test_json_holds_the_same(run: Run) -> None:
    book = load()
    document = json.loads(run("rules", "--json").stdout)
    assert [rule["id"] for rule in document["rules"]] == [rule.id for rule in book.rules]


def test_unknown_rule_names_its_neighbours(run: Run) -> None:
    done = run("rules", "hours-fixd")
    assert done.returncode == 1
    assert "Perhaps hours-fixed" in done.stderr
