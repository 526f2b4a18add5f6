"""The part of waitress that Syncline uses; the library ships no types."""

from socket import socket

from flask import Flask
from waitress.adjustments import Adjustments
from waitress.channel import HTTPChannel
from waitress.task import ThreadedTaskDispatcher

class TcpWSGIServer:
    channel_class: type[HTTPChannel]
    adj: Adjustments
    task_dispatcher: ThreadedTaskDispatcher
    active_channels: dict[int, HTTPChannel]
    _map: dict[int, object]
    def __init__(
        self,
        application: Flask,
        map: dict[int, object],
        _start: bool,
        _sock: socket,
        *,
        dispatcher: ThreadedTaskDispatcher,
        adj: Adjustments,
        bind_socket: bool,
        sockinfo: tuple[object, ...],
    ) -> None: ...
    def add_task(self, task: HTTPChannel) -> None: ...
    def maintenance(self, now: float) -> None: ...
    def handle_accept(self) -> None: ...
    def del_channel(self) -> None: ...
    def pull_trigger(self) -> None: ...
