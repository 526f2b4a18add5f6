"""Imported by the process that workers are forked from: what it has loaded, all of them have."""

from server import worker
from server.warming import warm_up

__all__ = ["worker"]

warm_up()
