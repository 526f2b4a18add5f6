"""`/sites`: the boards' records, for the extension to know where postings and cards are."""

from __future__ import annotations

from flask_smorest import Blueprint

from server.api.schemas import SitesSchema
from server.documents import Document
from server.site_documents import sites_document

blueprint = Blueprint("sites", __name__, description="Job boards and where they keep their ads")


@blueprint.get("/sites")
@blueprint.response(200, SitesSchema)
def sites() -> Document:
    """Return the boards' records; `version` changes with every change of one."""
    return sites_document()
