"""`/companies`: who hires, and whether they publish a handbook."""

from __future__ import annotations

from typing import Any

from flask import Response
from marshmallow import Schema, fields, validate

from server import state
from server.api.finding import FindingSchema
from server.api.reading import Blueprint
from server.companies.asking import domain_named, happenings, look
from server.companies.streaming import PATIENCE, event_stream
from server.documents import Document
from server.store import find_company, forget_finding, list_companies

blueprint = Blueprint("companies", __name__, description="Who hires, and how they say they work")


_STREAM = {
    "description": "The events, until the last of them",
    "content": {"text/event-stream": {"schema": {"type": "string"}}},
}


class CompanySchema(Schema):
    """One company; `finding` is null until it was looked at."""

    domain = fields.String(required=True)
    name = fields.String(required=True, allow_none=True)
    postings = fields.Integer(required=True)
    finding = fields.Nested(FindingSchema, required=True, allow_none=True)
    trusted_until = fields.String(required=True, allow_none=True)


class CompaniesSchema(Schema):
    """One page of companies; `next` is what the following page's `after` must be, or null."""

    items = fields.List(fields.Nested(CompanySchema), required=True)
    next = fields.String(required=True, allow_none=True)


class CompaniesQuerySchema(Schema):
    """Which page of companies."""

    after = fields.String(load_default="", validate=validate.Length(max=255))
    limit = fields.Integer(load_default=100, validate=validate.Range(min=1, max=200))


class AskSchema(Schema):
    """`again`: also look where a finding is still trusted."""

    again = fields.Boolean(load_default=False)


class CheckSchema(Schema):
    """A look at a company: `waiting`, `running`, `done` or `failed`."""

    id = fields.String(required=True)
    domain = fields.String(required=True)
    state = fields.String(required=True)


@blueprint.get("/companies")
@blueprint.arguments(CompaniesQuerySchema, location="query")
@blueprint.response(200, CompaniesSchema)
def companies(query: dict[str, Any]) -> Document:
    """List the companies behind postings, by domain."""
    found, following = list_companies(state.store(), after=query["after"], limit=query["limit"])
    return {"items": [one.document for one in found], "next": following}


@blueprint.get("/companies/<domain>")
@blueprint.response(200, CompanySchema)
def company(domain: str) -> Document:
    """Return one company."""
    return find_company(state.store(), domain_named(domain)).document


@blueprint.delete("/companies/<domain>")
@blueprint.response(204)
def forget(domain: str) -> str:
    """Forget what was found of a company; its postings stay."""
    forget_finding(state.store(), domain_named(domain))
    return ""


@blueprint.post("/companies/<domain>/check")
@blueprint.arguments(AskSchema)
@blueprint.response(202, CheckSchema)
def check(asked: dict[str, Any], domain: str) -> Document:
    """Have a company's handbook looked for; `done` at once where a finding is still trusted."""
    named = domain_named(domain)
    return look(named, state.store(), state.checker(), again=asked["again"]).document


@blueprint.get("/companies/<domain>/check/events")
@blueprint.doc(responses={"200": _STREAM})
def events(domain: str) -> Response:
    """Follow the check as server-sent events: `progress`, then `finding` or `failed`."""
    named = domain_named(domain)
    return event_stream(happenings(named, state.store(), state.checker(), PATIENCE))
