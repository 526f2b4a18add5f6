"""The part of flask-smorest that Syncline uses; the library ships no types."""

from collections.abc import Callable
from typing import TypeVar

from apispec import APISpec
from flask import Blueprint as FlaskBlueprint
from flask import Flask
from marshmallow import Schema

_View = TypeVar("_View", bound=Callable[..., object])

class Blueprint(FlaskBlueprint):
    def __init__(self, name: str, import_name: str, *, description: str = "") -> None: ...
    def arguments(
        self, schema: type[Schema], *, location: str = "json"
    ) -> Callable[[_View], _View]: ...
    def response(
        self,
        status_code: int,
        schema: type[Schema] | None = None,
        *,
        description: str = "",
        content_type: str = ...,
    ) -> Callable[[_View], _View]: ...
    def doc(self, **info: object) -> Callable[[_View], _View]: ...
    def alt_response(
        self, status_code: int, *, schema: type[Schema] | None = None, description: str = ""
    ) -> Callable[[_View], _View]: ...

class Api:
    spec: APISpec
    def __init__(self, app: Flask | None = None) -> None: ...
    def register_blueprint(self, blueprint: Blueprint, *, url_prefix: str) -> None: ...
