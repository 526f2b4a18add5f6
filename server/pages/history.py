"""The pages of the history: search, filter, see where postings lie, compare two or three."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from typing import TypeVar
from urllib.parse import urlencode

from flask import render_template, request, url_for

from server import state
from server.pages.comparing import compared
from server.pages.links import site_label
from server.pages.strip_plot import strip_of
from server.pages.views import blueprint
from server.showing import shown
from server.store import Filter, Sort, find_analysis, list_analyses, list_sites
from signals.model import SPECTRUM, Aspect, Direction, Position

Choice = TypeVar("Choice", Sort, Aspect, Direction)

_PAGE_SIZE = 50
_MOST_DOTS = 400
_MOST_COMPARED = 3
_LONGEST = 500

SORTS = {
    Sort.NEWEST: "newest first",
    Sort.OLDEST: "oldest first",
    Sort.ASYNC: "most async first",
    Sort.SYNC: "most sync first",
    Sort.COMPANY: "by company",
}


@blueprint.get("/history")
def history() -> str:
    """What was analysed, narrowed by the form's fields; a field that makes no sense is left out."""
    wanted, sort = _filter(), _chosen(Sort, "sort") or Sort.NEWEST
    cursor = request.args.get("cursor") or None
    summaries, following = list_analyses(
        state.store(), wanted, sort=sort, cursor=cursor, limit=_PAGE_SIZE
    )
    dots = list_analyses(state.store(), wanted, limit=_MOST_DOTS)[0]
    return render_template(
        "history.html",
        summaries=summaries,
        following=_with_cursor(following),
        strip=strip_of(dots),
        is_cut=len(dots) == _MOST_DOTS,
        wanted=wanted,
        is_narrowed=wanted != Filter(),
        sort=sort,
        sorts=SORTS,
        sites=[(site, site_label(site)) for site in list_sites(state.store())],
        positions=(*SPECTRUM, Position.UNCLEAR),
        aspects=Aspect,
        directions=Direction,
    )


@blueprint.get("/compare")
def compare() -> str | tuple[str, int]:
    """Two or three analyses side by side."""
    ids = list(dict.fromkeys(request.args.getlist("id")))
    if not 2 <= len(ids) <= _MOST_COMPARED:
        title = "Choose two or three postings"
        detail = f"You chose {len(ids) or 'none'}. Go back and tick those to compare."
        return render_template("failure.html", title=title, detail=detail), 400
    found = [shown(find_analysis(state.store(), id_), state.store()) for id_ in ids]
    return render_template(
        "compare.html",
        analyses=found,
        rows=compared([one["report"] for one in found]),
    )


def _filter() -> Filter:
    fields = request.args
    positions = [_position(value) for value in fields.getlist("position")]
    return Filter(
        words=fields.get("q", "").strip()[:_LONGEST],
        positions=tuple(dict.fromkeys(one for one in positions if one)),
        aspect=_chosen(Aspect, "aspect"),
        direction=_chosen(Direction, "direction"),
        site=fields.get("site", "").strip()[:_LONGEST],
        company=fields.get("company", "").strip()[:_LONGEST],
        since=_day(fields, "since"),
        until=_day(fields, "until"),
    )


def _position(value: str) -> Position | None:
    with suppress(ValueError):
        return Position(value)
    return None


def _chosen(kind: type[Choice], field: str) -> Choice | None:
    with suppress(ValueError):
        return kind(request.args.get(field, ""))
    return None


def _day(fields: Mapping[str, str], field: str) -> date | None:
    with suppress(ValueError):
        return date.fromisoformat(fields.get(field, ""))
    return None


def _with_cursor(cursor: str | None) -> str | None:
    """The address of the next page, everything else as it was asked for."""
    if cursor is None:
        return None
    asked = [(key, value) for key, value in request.args.items(multi=True) if key != "cursor"]
    return f"{url_for('pages.history')}?{urlencode([*asked, ('cursor', cursor)])}"
