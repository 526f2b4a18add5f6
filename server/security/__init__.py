"""Who may ask: every page in the seeker's browser can reach this port, so not everybody may.

One subject a file: `caller` tells who is asking, `gate` decides what they may, `hosts`, `forms`,
`cors`, `headers` and `limits` each close one way in, `passwords` guards a service that others can
reach.
"""

from __future__ import annotations

from flask import Flask

from server.security import cors, forms, gate, headers, limits, passwords, sessions
from server.security.forms import csrf_token
from server.settings import Settings

__all__ = ["csrf_token", "init_app"]


def init_app(app: Flask, settings: Settings) -> None:
    """Check every request before its view, and set the headers of every answer.

    Raises:
        BadSetting: the data folder cannot be used, or the service needs a password and has none.
    """
    passwords.check(settings)
    sessions.init_app(app, settings)
    gate.init_app(app)
    forms.init_app(app)
    limits.init_app(app)
    cors.init_app(app, settings)
    headers.init_app(app)
