"""The part of waitress that Syncline and its measurements use; the library ships no types."""

from flask import Flask

def serve(application: Flask, *, host: str, port: int, threads: int) -> None: ...
