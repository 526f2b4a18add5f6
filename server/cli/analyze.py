"""`syncline analyze`: one posting to a report."""

from __future__ import annotations

import json
import re
import sys
from datetime import time
from pathlib import Path

import click

from server.cli.report import print_report
from server.cli.terminal import console
from server.documents import analysis_document
from server.errors import ServiceError
from signals import CareerStage, NotAPosting, Posting, Profile, read, read_text
from signals import analyze as analyze_posting
from signals.hours import clock
from signals.reading import MAX_BYTES

_STAGES = click.Choice([stage.value for stage in CareerStage], case_sensitive=False)
_HOURS = re.compile(r"(\d{1,2})(?::([0-5]\d))?-(\d{1,2})(?::([0-5]\d))?")


@click.command()
@click.argument("source", metavar="FILE|URL|-")
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON, as the API does.")
@click.option(
    "--time-zone", help="Where you live, as Asia/Jakarta: says what the hours mean there."
)
@click.option("--hours", help="Hours you are willing to work (default 9-18).")
@click.option("--stage", type=_STAGES, help="Where your career stands.")
@click.option("--fixed-commitments", is_flag=True, help="Some hours of your day are taken.")
@click.option("--allow-private", is_flag=True, help="Also fetch from private networks.")
def analyze(
    source: str,
    as_json: bool,
    allow_private: bool,
    time_zone: str | None,
    hours: str | None,
    stage: str | None,
    fixed_commitments: bool,
) -> None:
    """Say where a job ad lies between async and sync, and why.

    The ad is a file, an address or standard input (-), as HTML or plain text.
    """
    if not time_zone and (hours or stage or fixed_commitments):
        raise click.UsageError("--hours, --stage and --fixed-commitments need --time-zone.")
    profile = None
    if time_zone:
        profile = _profile(time_zone, hours or "9-18", stage, fixed_commitments)
    posting = _posting(source, allow_private)
    report = analyze_posting(posting, profile=profile)
    if as_json:
        from server.companies.domain import domain_of  # the network's libraries take 0.4 s to load

        document = analysis_document(posting, report, company_domain=domain_of(posting))
        click.echo(json.dumps(document, ensure_ascii=False, indent=2))
    else:
        print_report(console(), posting, report)


def _profile(time_zone: str, hours: str, stage: str | None, fixed_commitments: bool) -> Profile:
    """The profile that the options describe."""
    try:
        clock.zone_of(time_zone)
    except ValueError as error:
        hint = "Give a name such as Europe/Berlin or Asia/Jakarta."
        raise click.BadParameter(f"{error}. {hint}", param_hint="--time-zone") from None
    match = _HOURS.fullmatch(hours)
    if match is None or int(match[1]) > 23 or int(match[3]) > 23:
        raise click.BadParameter("give hours of the day as 9-18 or 20:30-5.", param_hint="--hours")
    start = time(int(match[1]), int(match[2] or 0))
    end = time(int(match[3]), int(match[4] or 0))
    return Profile(time_zone, start, end, CareerStage(stage) if stage else None, fixed_commitments)


def _posting(source: str, allow_private: bool) -> Posting:
    if source.lower().startswith(("http://", "https://")):
        from scraper import fetch_page  # the network's libraries take 0.4 s to load

        page = fetch_page(source, allow_private=allow_private)
        return read(page.body, page.url)
    content = sys.stdin.buffer.read(MAX_BYTES + 1) if source == "-" else _file(Path(source))
    try:
        return read_text(content)
    except NotAPosting as error:
        where = "standard input" if source == "-" else source
        raise NotAPosting(error.kind, error.what, where=where, todo=error.todo) from None


def _file(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        todo = "Give a file, an address that begins with http, or - for standard input"
        raise ServiceError("there is no such file", where=str(path), todo=todo) from None
    except IsADirectoryError:
        raise ServiceError("is a folder", where=str(path), todo="Give one file") from None
    except OSError as error:
        raise ServiceError(f"cannot be read: {error.strerror}", where=str(path)) from error
