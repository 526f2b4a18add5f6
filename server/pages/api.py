"""The page of the API: the OpenAPI document, readable."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask import render_template

from server.api.openapi import document
from server.pages.views import blueprint

_METHODS = ("get", "post", "put", "delete")


@dataclass(frozen=True, slots=True)
class Field:
    """A parameter or a field of a body or an answer."""

    name: str
    kind: str
    about: str
    is_required: bool


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing the API does."""

    method: str
    path: str
    summary: str
    parameters: Sequence[Field]
    body: Sequence[Field]
    answers: Sequence[tuple[str, Sequence[Field]]]


@blueprint.get("/api")
def api() -> str:
    """What other programs may ask of the service."""
    described = document()
    chapters: dict[str, list[Operation]] = {}
    for path, methods in described["paths"].items():
        for method in _METHODS:
            if method in methods:
                tag = methods[method]["tags"][0]
                chapters.setdefault(tag, []).append(_operation(described, path, method))
    about = {tag["name"]: tag["description"] for tag in described["tags"]}
    return render_template("api.html", chapters=chapters, about=about)


def _operation(described: Mapping[str, Any], path: str, method: str) -> Operation:
    found = described["paths"][path]
    operation = found[method]
    parameters = [*found.get("parameters", []), *operation.get("parameters", [])]
    content = operation.get("requestBody", {}).get("content", {})
    return Operation(
        method.upper(),
        path,
        operation.get("summary", ""),
        [_parameter(one) for one in parameters],
        _fields(described, content),
        list(_answers(described, operation["responses"])),
    )


def _parameter(one: Mapping[str, Any]) -> Field:
    required = bool(one.get("required"))
    return Field(one["name"], _kind(one["schema"]), one.get("description", ""), required)


def _answers(
    described: Mapping[str, Any], responses: Mapping[str, Any]
) -> Iterator[tuple[str, Sequence[Field]]]:
    """What it answers where nothing is wrong: every error is a problem document."""
    for status, response in sorted(responses.items()):
        if status[0] == "2":
            fields = _fields(described, response.get("content", {}))
            yield f"{status} {response['description']}", fields


def _fields(described: Mapping[str, Any], content: Mapping[str, Any]) -> list[Field]:
    schemas = [kind.get("schema", {}) for kind in content.values()]
    name = _name(schemas[0]) if schemas else None
    if name is None:
        return []
    whole = described["components"]["schemas"][name]
    required = whole.get("required", [])
    return [
        Field(key, _kind(one), one.get("description", ""), key in required)
        for key, one in whole["properties"].items()
    ]


def _kind(schema: Mapping[str, Any]) -> str:
    """A schema in a few words: text, whole number, list of Signal, one of a, b."""
    if "enum" in schema:
        return "one of " + ", ".join(str(one) for one in schema["enum"] if one is not None)
    for union in ("anyOf", "oneOf", "allOf"):
        if union in schema:
            return " or ".join(dict.fromkeys(_kind(one) for one in schema[union]))
    if "$ref" in schema:
        return str(_name(schema))
    kinds = schema.get("type", "anything")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    words = [_WORDS.get(kind, str(kind)) for kind in kinds]
    if "array" in kinds:
        words[kinds.index("array")] = f"list of {_kind(schema.get('items', {}))}"
    if schema.get("format") == "date":
        words = ["day" if word == "text" else word for word in words]
    return " or ".join(words)


_WORDS = {"string": "text", "integer": "whole number", "boolean": "true or false"}


def _name(schema: Mapping[str, Any]) -> str | None:
    reference = schema.get("$ref")
    return str(reference).rpartition("/")[2] if reference else None
