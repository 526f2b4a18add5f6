"""`syncline rules`: the rule book, readable."""

from __future__ import annotations

import json
from difflib import get_close_matches
from itertools import groupby

import click
from rich.console import Console
from rich.text import Text

from server.cli.terminal import STYLES, console, print_hanging
from server.errors import ServiceError
from server.rule_documents import rule_document, rulebook_document
from signals.language import name_of
from signals.rulebook import Rule, RuleBook, load
from signals.rulebook.measured import measured


@click.command()
@click.argument("rule", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print the rules as JSON, as the API does.")
def rules(rule: str | None, as_json: bool) -> None:
    """Show the rule book, or one RULE with its examples."""
    book = load()
    if rule is None:
        if as_json:
            click.echo(json.dumps(rulebook_document(), ensure_ascii=False, indent=2))
        else:
            _print_book(console(), book)
        return
    found = _named(book, rule)
    if as_json:
        click.echo(json.dumps(rule_document(found), ensure_ascii=False, indent=2))
    else:
        _print_rule(console(), found, book)


def _named(book: RuleBook, name: str) -> Rule:
    for rule in book.rules:
        if rule.id == name:
            return rule
    near = get_close_matches(name, [rule.id for rule in book.rules], n=3)
    todo = f"Perhaps {' or '.join(near)}" if near else "See: syncline rules"
    raise ServiceError("there is no such rule", where=name, todo=todo)


def _print_book(screen: Console, book: RuleBook) -> None:
    width = max(len(rule.id) for rule in book.rules)
    for chapter, group in groupby(book.rules, key=_chapter):
        screen.print(Text(chapter, "bold"))
        for rule in group:
            leaning = Text(rule.direction.ljust(5), STYLES[rule.direction])
            prefix = Text.assemble(f"  {rule.id.ljust(width)}  ", leaning, f"  {rule.weight:.1f}  ")
            counts = measured().get(rule.id)
            right = f"{counts.right}/{counts.found}" if counts else "–"
            print_hanging(screen, Text.assemble(prefix, right.rjust(7), "  "), Text(rule.why))
    says = (
        f"{len(book.rules)} rules, version {book.version}; n/m: right n of m times in labelled ads"
    )
    screen.print(Text(says, "dim"), soft_wrap=True)


def _chapter(rule: Rule) -> str:
    """What a rule stands under: its aspect, else its language."""
    return rule.aspect if rule.language == "en" else name_of(rule.language)


def _print_rule(screen: Console, rule: Rule, book: RuleBook) -> None:
    leaning = Text(f"leans {rule.direction}", STYLES[rule.direction])
    weight = f", weight {rule.weight:.1f}, about {rule.aspect}"
    screen.print(Text.assemble((rule.id, "bold"), ": ", leaning, weight))
    screen.print(Text(rule.why))
    if counts := measured().get(rule.id):
        screen.print(Text(f"Measured: {counts}"))
    if rule.source:
        screen.print(Text(f"Source: {rule.source}"))
    _print_lines(screen, "Finds", rule.matches)
    _print_lines(screen, "Leaves alone", rule.misses)
    _print_lines(screen, "Does not believe it where", tuple(_guards(rule, book)))


def _guards(rule: Rule, book: RuleBook) -> list[str]:
    return [book.guards[guard].why for guard in rule.guards]


def _print_lines(screen: Console, title: str, lines: tuple[str, ...]) -> None:
    if lines:
        screen.print()
        screen.print(Text(title, "bold"))
        for line in lines:
            print_hanging(screen, Text("  "), Text(line))
