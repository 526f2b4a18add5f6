"""`syncline analyze`: one posting to a report."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from server.cli.report import print_report
from server.cli.terminal import console
from server.documents import analysis_document
from server.errors import ServiceError
from signals import NotAPosting, Posting, read, read_text
from signals import analyze as analyze_posting
from signals.reading import MAX_BYTES


@click.command()
@click.argument("source", metavar="FILE|URL|-")
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON, as the API does.")
@click.option("--allow-private", is_flag=True, help="Also fetch from private networks.")
def analyze(source: str, as_json: bool, allow_private: bool) -> None:
    """Say where a job ad lies between async and sync, and why.

    The ad is a file, an address or standard input (-), as HTML or plain text.
    """
    posting = _posting(source, allow_private)
    report = analyze_posting(posting)
    if as_json:
        document = analysis_document(posting, report)
        click.echo(json.dumps(document, ensure_ascii=False, indent=2))
    else:
        print_report(console(), posting, report)


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
