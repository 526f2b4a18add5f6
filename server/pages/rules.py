"""The page of the rule book: what Syncline looks for, why, and how often it is right."""

from __future__ import annotations

from itertools import groupby

from flask import render_template

from server.pages.views import blueprint
from signals.language import name_of
from signals.rulebook import Rule, load
from signals.rulebook.measured import measured


@blueprint.get("/rules")
def rules() -> str:
    """All rules, by aspect, then those of further languages."""
    book = load()
    chapters = [(title, list(group)) for title, group in groupby(book.rules, key=_chapter)]
    return render_template("rules.html", chapters=chapters, book=book, measured=measured())


def _chapter(rule: Rule) -> str:
    return rule.aspect.capitalize() if rule.language == "en" else name_of(rule.language)
