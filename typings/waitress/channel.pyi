"""The part of waitress that Syncline uses; the library ships no types."""

from threading import Condition, Lock

from waitress.parser import HTTPRequestParser
from waitress.server import TcpWSGIServer
from waitress.task import ErrorTask

class HTTPChannel:
    error_task_class: type[ErrorTask]
    parser_class: type[HTTPRequestParser]
    requests: list[HTTPRequestParser]
    requests_lock: Lock
    server: TcpWSGIServer
    total_outbufs_len: int
    will_close: bool
    outbuf_lock: Condition
    def _flush_some_if_lockable(self, do_close: bool = ...) -> None: ...
