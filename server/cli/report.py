"""A report as text for the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.text import Text

from server.cli.terminal import STYLES, bar, one_line, plain, print_hanging, style
from server.wording import SUITS
from signals.hours.wording import describe
from signals.model import Position, Posting, Report, Signal
from signals.profile import Fit


def print_report(console: Console, posting: Posting, report: Report) -> None:
    """Print a report: position, signals with quotes, contradictions, hours, questions."""
    console.print(_heading(posting))
    console.print(_verdict(report))
    if report.signals:
        console.print()
        _print_signals(console, report.signals)
    _print_list(console, "Contradictions", (one.text for one in report.contradictions))
    _print_list(console, "Hours", (describe(fact) for fact in report.facts))
    if report.fit:
        _print_list(console, f"For you: {SUITS[report.fit.suitability]}", _fit_lines(report.fit))
    _print_list(console, "Ask", (question.text for question in report.questions))


def _heading(posting: Posting) -> Text:
    title = one_line(posting.title or "Untitled ad")
    about = ", ".join(one_line(part) for part in (posting.company, posting.location) if part)
    return Text.assemble((title, "bold"), f" ({about})" if about else "")


def _verdict(report: Report) -> Text:
    line = Text.assemble((report.position.label, f"bold {style(report.position)}".strip()), "  ")
    line.append_text(bar(report.position))
    if report.unread_language:
        line.append(f"  not read: {report.unread_language}", "dim")
    elif report.position is Position.UNCLEAR:
        line.append("  the ad does not say enough", "dim")
    else:
        line.append(f"  {report.confidence:.0%} sure")
    return line


def _print_signals(console: Console, signals: Sequence[Signal]) -> None:
    width = max(len(signal.aspect) for signal in signals)
    for signal in signals:
        prefix = Text.assemble(_direction(signal), "  ", signal.aspect.ljust(width), "  ")
        print_hanging(console, prefix, _quote(signal))


def _direction(signal: Signal) -> Text:
    return Text(signal.direction.ljust(5), STYLES[signal.direction])


def _quote(signal: Signal) -> Text:
    """The quoted sentence, the words that were found in bold."""
    evidence = signal.evidence
    start, end = evidence.found_in_quote
    parts = evidence.quote[:start], evidence.quote[start:end], evidence.quote[end:]
    before, found, after = (plain(part.replace("\n", " ")) for part in parts)
    return Text.assemble("“", before, (found, "bold"), after, "”")


def _fit_lines(fit: Fit) -> Iterator[str]:
    """The reasons, then what the other facts about hours mean."""
    yield from fit.reasons
    yield from (line for line in fit.hours if line not in fit.reasons)


def _print_list(console: Console, title: str, lines: Iterator[str]) -> None:
    items = list(lines)
    if not items:
        return
    console.print()
    console.print(Text(title, "bold"))
    for item in items:
        print_hanging(console, Text("- "), Text(one_line(item)))
