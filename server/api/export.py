"""`/export.json`, `/export.csv`: all that was analysed, to take elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from flask import Response

from server import state
from server.api.reading import Blueprint
from server.export import begun, csv_pieces, json_pieces

blueprint = Blueprint("export", __name__, description="All that was analysed, to take elsewhere")


@blueprint.get("/export.json")
@blueprint.response(200)
def as_json() -> Response:
    """Write out analyses, corrections and companies as one JSON document; never the profile."""
    return _file(json_pieces(state.store()), "application/json", "syncline.json")


@blueprint.get("/export.csv")
@blueprint.response(200)
def as_csv() -> Response:
    """Write out a line for each analysis; no cell runs as a formula."""
    return _file(csv_pieces(state.store()), "text/csv", "syncline.csv")


def _file(pieces: Iterator[str], kind: str, name: str) -> Response:
    response = Response(begun(pieces), mimetype=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
