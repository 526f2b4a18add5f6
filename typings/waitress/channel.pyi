"""The part of waitress that Syncline uses; the library ships no types."""

from waitress.task import ErrorTask

class HTTPChannel:
    error_task_class: type[ErrorTask]
    requests: list[object]
    total_outbufs_len: int
