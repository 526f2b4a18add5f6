"""The part of waitress that Syncline uses; the library ships no types."""

from socket import socket

class Adjustments:
    connection_limit: int
    def __init__(
        self,
        *,
        sockets: list[socket],
        threads: int,
        ident: str,
        max_request_body_size: int,
        recv_bytes: int,
        connection_limit: int,
        channel_timeout: int,
        cleanup_interval: int,
    ) -> None: ...
