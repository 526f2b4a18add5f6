"""The measure of all services: bare Flask on waitress that sends back the JSON it was sent."""

from __future__ import annotations

import os
from typing import Any

from flask import Flask, request
from waitress import serve

app = Flask("echo")


@app.get("/health")
def health() -> str:
    """Say that it runs."""
    return "ok"


@app.post("/api/v1/analyses")
def echo() -> Any:
    """Send back what was sent."""
    return request.get_json()


if __name__ == "__main__":
    serve(app, host="127.0.0.1", port=int(os.environ["SYNCLINE_PORT"]), threads=8)
