"""The part of waitress that Syncline uses; the library ships no types."""

from threading import Lock

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
