"""Reads days of the week from a sentence: "Mon-Thu", "M-F", "Tuesdays and Saturdays"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

import re2

_WORKDAYS = (0, 1, 2, 3, 4)
_WEEKEND = (5, 6)
_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_ABROAD = (
    ("montag", "lundi", "lunes", "segunda-feira"),
    ("dienstag", "mardi", "martes", "terca-feira"),
    ("mittwoch", "mercredi", "miercoles", "quarta-feira"),
    ("donnerstag", "jeudi", "jueves", "quinta-feira"),
    ("freitag", "vendredi", "viernes", "sexta-feira"),
    ("samstag", "sonnabend", "samedi", "sabado"),
    ("sonntag", "dimanche", "domingo"),
)
"""Whole names in German, French, Spanish and Portuguese, as the folded text holds them."""
_TELLING = 5
"""Letters that tell the names from abroad apart."""
_DAYS_ABROAD = {name[:_TELLING]: day for day, names in enumerate(_ABROAD) for name in names}
_DAY_ABROAD = rf"(?i:{'|'.join(chain.from_iterable(_ABROAD))})(?i:s?)"

_WHOLE_NAME = r"(?i:mon|tues|wednes|thurs|fri|satur|sun)(?i:days?)"
"""Hours may follow it at once: "Friday9am-5pm"."""

# Short names count in capitals only: people sat in the sun.
_DAY = (
    rf"({_DAY_ABROAD}\b|{_WHOLE_NAME}"
    r"|(?:Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun)\b|(?:MON|TUES?|WEDS?|THU(?:RS?)?|FRI|SAT|SUN)\b)\.?"
)
_DAY_IN_A_RANGE = (
    rf"({_DAY_ABROAD.replace('-feira', '(?:-feira)?')}\b|{_WHOLE_NAME}"
    r"|(?i:mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun)\b)\.?"
)
"""Between two days small letters will do, and no -feira: mon-fri, "segunda a sexta"."""

_LETTERS = {"M": 0, "T": 1, "Tu": 1, "TU": 1, "W": 2, "Th": 3, "TH": 3, "F": 4, "Sa": 5, "Su": 6}
_LETTER = r"\b(M|Tu?|TU|W|T[hH]|F|Sa|Su)\b"
_BEGIN = r"(?:\b|[ap]m)"
"""Days may stand right behind hours: "9am-5pmMonday"."""
_RANGE = re2.compile(
    rf"{_BEGIN}{_DAY_IN_A_RANGE}"
    rf" ?(?i:-|to|through|thru|until|till|bis|au|al?)(?: to)? ?{_DAY_IN_A_RANGE}"
)
_LETTER_RANGE = re2.compile(rf"{_LETTER} ?- ?{_LETTER}")
_LIST = re2.compile(
    rf"{_BEGIN}{_DAY}(?:(?:,|/| ?&| (?i:and|or|und|oder|et|ou|y|e)|, and)+ ?{_DAY})*"
)
_ONE = re2.compile(_DAY)
_WORKING_WEEK = re2.compile(r"(?i)\bweek ?days?\b")
_OTHER_DAYS = re2.compile(
    r"(?i)\b(?:other|remaining) (?:week ?|working ?)?days\b|\brest of the week\b"
)
_WEEKENDS = re2.compile(r"(?i)(?:^|[(|/:]|\b(?:on|every|with|or)) ?weekends?\b")
"""Not what comes on top: "9-5, with overtime and weekends as needed"."""
_LEADS = re2.compile(r"(?i)^(?: ?:|,? (?:from|between|von|de|das)\b) ?")
"""Stands between days and the hours behind them: "18:00, Friday from 9:00"."""
_NEAR = 60
"""Characters between hours and the days they belong to, at most."""


@dataclass(frozen=True, slots=True)
class _Mention:
    """Days as they stand in a sentence between `at` and `until`."""

    at: int
    until: int
    days: tuple[int, ...]

    def distance(self, stretch: tuple[int, int]) -> int:
        """Characters between the mention and a stretch of the sentence."""
        return max(self.at - stretch[1], stretch[0] - self.until, 0)


def days_of(sentence: str, stretches: Sequence[tuple[int, int]]) -> list[tuple[int, ...]]:
    """Return for each stretch of a folded sentence its days, Monday is 0; () where none is near.

    Days belong to the stretch they stand nearest to; one that has none of its own, as in "Mon-Fri
    8-12 and 1-5pm", goes by those before it.
    """
    mentions = [_with_lead(one, sentence) for one in _mentions(sentence)]
    found: list[tuple[int, ...]] = []
    for stretch in stretches:
        own = [one for one in mentions if min(stretches, key=one.distance) == stretch]
        before = [one for one in mentions if one.until <= stretch[0]]
        found.append(_nearest(own, stretch) or _nearest(before, stretch))
    return found


def _nearest(mentions: Sequence[_Mention], stretch: tuple[int, int]) -> tuple[int, ...]:
    """The days nearest to a stretch; of those that begin alike the longest ("Mon" of "Mon-Fri")."""
    near = [mention for mention in mentions if mention.distance(stretch) <= _NEAR]
    nearest = min(near, key=lambda one: (one.distance(stretch), one.at - one.until), default=None)
    return nearest.days if nearest else ()


def _with_lead(mention: _Mention, sentence: str) -> _Mention:
    """The mention with what leads from it to the hours behind it."""
    lead = _LEADS.search(sentence[mention.until :])
    return replace(mention, until=mention.until + lead.end()) if lead else mention


def _mentions(sentence: str) -> Iterator[_Mention]:
    named = list(_named(sentence))
    yield from named
    taken = {day for mention in named for day in mention.days}
    for match in _OTHER_DAYS.finditer(sentence):
        others = tuple(day for day in _WORKDAYS if day not in taken)
        yield _Mention(match.start(), match.end(), others)
    for match in _WORKING_WEEK.finditer(sentence):
        yield _Mention(match.start(), match.end(), _WORKDAYS)


def _named(sentence: str) -> Iterator[_Mention]:
    """The days called by their names, and weekends."""
    for match in _RANGE.finditer(sentence):
        days = _between(_day(match.group(1)), _day(match.group(2)))
        yield _Mention(match.start(1), match.end(), days)
    for match in _LETTER_RANGE.finditer(sentence):
        first, last = (_LETTERS[match.group(group)] for group in (1, 2))
        yield _Mention(match.start(), match.end(), _between(first, last))
    for match in _LIST.finditer(sentence):
        named = {_day(one.group(1)) for one in _ONE.finditer(match.group())}
        yield _Mention(match.start(1), match.end(), tuple(sorted(named)))
    for match in _WEEKENDS.finditer(sentence):
        yield _Mention(match.start(), match.end(), _WEEKEND)


def _day(word: str) -> int:
    abroad = _DAYS_ABROAD.get(word[:_TELLING].lower())
    return _NAMES.index(word[:3].lower()) if abroad is None else abroad


def _between(first: int, last: int) -> tuple[int, ...]:
    count = (last - first) % 7 + 1
    return tuple(sorted((first + step) % 7 for step in range(count)))
