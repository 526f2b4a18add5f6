"""The part of waitress that Syncline uses; the library ships no types."""

from collections.abc import Callable
from socket import socket
from typing import Protocol

from flask import Flask

class _Dispatcher(Protocol):
    threads: set[int]
    def shutdown(self, cancel_pending: bool = ..., timeout: float = ...) -> bool: ...

class _Channel(Protocol):
    requests: list[object]
    total_outbufs_len: int

class _Trigger(Protocol):
    def pull_trigger(self, thunk: Callable[[], None]) -> None: ...

class _Server(Protocol):
    trigger: _Trigger
    task_dispatcher: _Dispatcher
    active_channels: dict[int, _Channel]
    def del_channel(self) -> None: ...
    def pull_trigger(self) -> None: ...

def create_server(
    application: Flask,
    *,
    map: dict[int, object],
    sockets: list[socket],
    threads: int,
    ident: str,
    max_request_body_size: int,
    connection_limit: int,
    channel_timeout: int,
) -> _Server: ...
