"""`/sites`: the boards' records, for the extension to know where postings and cards are."""

from __future__ import annotations

from marshmallow import Schema, fields

from server.api.reading import Blueprint
from server.documents import Document
from server.site_documents import sites_document

blueprint = Blueprint("sites", __name__, description="Job boards and where they keep their ads")


class PostingPartsSchema(Schema):
    """Where a posting's parts stand: CSS selectors, the most exact first."""

    title = fields.List(fields.String(), required=True)
    company = fields.List(fields.String(), required=True)
    location = fields.List(fields.String(), required=True)
    description = fields.List(fields.String(), required=True)
    link = fields.List(fields.String(), required=True)


class CardSchema(Schema):
    """Where a list's cards are, and a card's parts; empty selectors stand for none."""

    item = fields.String(required=True)
    title = fields.String(required=True)
    link = fields.String(required=True)
    company = fields.String(required=True)
    location = fields.String(required=True)
    text = fields.String(required=True)
    badge = fields.String(required=True)
    number = fields.String(required=True)
    address = fields.String(required=True)


class SiteSchema(Schema):
    """One job board; the patterns are regular expressions over path and query, empty for none."""

    id = fields.String(required=True)
    name = fields.String(required=True)
    hosts = fields.List(fields.String(), required=True)
    postings = fields.String(required=True)
    lists = fields.String(required=True)
    list_title = fields.String(required=True)
    posting_id = fields.String(required=True)
    posting = fields.Nested(PostingPartsSchema, required=True)
    card = fields.Nested(CardSchema, required=True, allow_none=True)


class SitesSchema(Schema):
    """The job boards that Syncline knows."""

    version = fields.String(required=True)
    sites = fields.List(fields.Nested(SiteSchema), required=True)


@blueprint.get("/sites")
@blueprint.response(200, SitesSchema)
def sites() -> Document:
    """Return the boards' records; `version` changes with every change of one."""
    return sites_document()
