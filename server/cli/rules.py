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
from signals.rulebook import Rule, RuleBook, load


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
    for aspect, group in groupby(book.rules, key=lambda rule: rule.aspect):
        screen.print(Text(aspect, "bold"))
        for rule in group:
            leaning = Text(rule.direction.ljust(5), STYLES[rule.direction])
            prefix = Text.assemble(f"  {rule.id.ljust(width)}  ", leaning, f"  {rule.weight:.1f}  ")
            print_hanging(screen, prefix, Text(rule.why))
    screen.print(Text(f"{len(book.rules)} rules, version {book.version}", "dim"))


def _print_rule(screen: Console, rule: Rule, book: RuleBook) -> None:
    leaning = Text(f"leans {rule.direction}", STYLES[rule.direction])
    weight = f", weight {rule.weight:.1f}, about {rule.aspect}"
    screen.print(Text.assemble((rule.id, "bold"), ": ", leaning, weight))
    screen.print(Text(rule.why))
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
