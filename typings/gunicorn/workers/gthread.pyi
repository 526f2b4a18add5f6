"""The way with threads, as far as Syncline changes it."""

class TConn:
    initialized: bool
    def wait_for_data(self, timeout: float) -> bool: ...

class ThreadWorker:
    def handle(self, conn: TConn) -> object: ...

_DEFER: object
