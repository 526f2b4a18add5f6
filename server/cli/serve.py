"""`syncline serve`: the service and its pages."""

from __future__ import annotations

import logging
import os
import signal
import threading
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

import click

from server import logs
from server.settings import LOG_LEVELS, Settings
from server.settings_file import file_of, read_file

if TYPE_CHECKING:
    from flask import Flask

    from server.serving import Server


@click.command(
    epilog="Every setting may also stand in the environment, as SYNCLINE_HOST, SYNCLINE_PORT, "
    "SYNCLINE_DATABASE_URL, SYNCLINE_LOG_LEVEL, SYNCLINE_PASSWORD and the like, or as "
    "`port = 9000` in the file syncline.toml of your configuration folder (~/.config/syncline on "
    "Linux; SYNCLINE_CONFIG names another). Options win over the environment, and the environment "
    "over the file."
)
@click.option("--host", help="Address to listen on (default 127.0.0.1, this machine only).")
@click.option("--port", type=click.IntRange(0, 65535), help="Port to listen on (default 8765).")
@click.option("--database", metavar="URL", help="SQLAlchemy URL (default SQLite in your data).")
@click.option("--log-level", type=click.Choice(LOG_LEVELS), help="What to log (default info).")
@click.option("--allow-private", is_flag=True, default=None, help="Fetch from private networks.")
@click.option("--open", "opens", is_flag=True, help="Open the pages in your browser.")
def serve(opens: bool, **options: object) -> None:
    """Start the service and its pages on this machine. Ctrl-C ends it.

    It logs to standard error: lines on a terminal, JSON elsewhere, and nothing that a posting says.
    """
    from server.app import create_app
    from server.background import Background
    from server.serving import Server
    from server.state import close
    from server.store import open_store
    from server.workers import Workers, usual_count

    settings = Settings.read(os.environ, read_file(os.environ), **options)
    logs.configure(settings.log_level)
    store = open_store(settings.database_url)
    try:
        workers = Workers(usual_count())
        app = create_app(settings, store, workers.prepare)
        server = Server(app, settings)
        workers.start()
        background = Background(store, begins=workers.ready)
        background.start()
        _end_on_signals(server, app)
        try:
            _greet(server.listening.url, store.place)
            if opens:
                threading.Thread(target=_open, args=[server.listening.url], daemon=True).start()
            server.run()
        finally:
            server.close()
            close(app)
            background.close()
            workers.close()
            logs.tell(logging.INFO, "ended")
    finally:
        store.close()


def _end_on_signals(server: Server, app: Flask) -> None:
    """The first signal ends it when running requests are answered, the second at once."""
    from server.state import close

    def end(_number: int, _frame: FrameType | None) -> None:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_DFL)
        server.stop()
        # Who follows a check in the background is told that it ends.
        threading.Thread(target=close, args=[app], daemon=True).start()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, end)


def _open(url: str) -> None:
    """In a thread of its own: a browser of the terminal returns only when it is left."""
    import webbrowser  # with asyncio 30 ms, for which every command would wait

    if not webbrowser.open(url):
        click.echo(f"No browser could be opened. Open {url} yourself.", err=True)


def _greet(url: str, place: str) -> None:
    extension = Path(__file__).parent.parent.parent / "extension"
    click.echo(f"Syncline is at {url} and keeps what it reads in {place}")
    if file_of(os.environ).exists():
        click.echo(f"Its settings are in {file_of(os.environ)}")
    if extension.is_dir():
        click.echo("To see badges while you browse, load the extension once:")
        click.echo("  open chrome://extensions, switch on Developer mode, choose Load unpacked,")
        click.echo(f"  and take {extension}")
        click.echo(f"Then open {url}/connect in that browser: it pairs the two.")
    click.echo("Ctrl-C ends it.")
