"""The part of waitress that Syncline uses; the library ships no types."""

from socket import socket
from typing import Protocol

from flask import Flask

class _Dispatcher(Protocol):
    def shutdown(self) -> bool: ...

class _Server(Protocol):
    task_dispatcher: _Dispatcher
    def run(self) -> None: ...
    def close(self) -> None: ...

def create_server(
    application: Flask,
    *,
    sockets: list[socket],
    threads: int,
    ident: str,
    max_request_body_size: int,
) -> _Server: ...
