"""The way with threads."""

DEFAULT_WORKER_DATA_TIMEOUT: float
