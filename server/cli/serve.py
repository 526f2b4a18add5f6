"""`syncline serve`: the service and its pages."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from types import FrameType

import click

from server.settings import Settings


@click.command()
@click.option("--host", help="Address to listen on (default 127.0.0.1, this machine only).")
@click.option("--port", type=click.IntRange(0, 65535), help="Port to listen on (default 8765).")
@click.option("--database", metavar="URL", help="SQLAlchemy URL (default SQLite in your data).")
@click.option("--allow-private", is_flag=True, default=None, help="Fetch from private networks.")
def serve(
    host: str | None, port: int | None, database: str | None, allow_private: bool | None
) -> None:
    """Start the service and its pages on this machine. Ctrl-C ends it."""
    from server.app import create_app
    from server.background import Background
    from server.serving import Server
    from server.state import close
    from server.store import open_store

    settings = Settings.read(
        os.environ, host=host, port=port, database=database, allow_private=allow_private
    )
    store = open_store(settings.database_url)
    try:
        app = create_app(settings, store)
        server = Server(app, settings)
        background = Background(store)
        background.start()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, _end)
        try:
            _greet(server.listening.url, store.place)
            server.run()
        finally:
            server.close()
            close(app)
            background.close()
    finally:
        store.close()


def _end(_number: int, _frame: FrameType | None) -> None:
    sys.exit(0)


def _greet(url: str, place: str) -> None:
    extension = Path(__file__).parent.parent.parent / "extension"
    click.echo(f"Syncline is at {url} and keeps what it reads in {place}")
    if extension.is_dir():
        click.echo("To see badges while you browse, load the extension once:")
        click.echo("  open chrome://extensions, switch on Developer mode, choose Load unpacked,")
        click.echo(f"  and take {extension}")
        click.echo(f"Then open {url}/connect in that browser: it pairs the two.")
    click.echo("Ctrl-C ends it.")
