"""`/profile`: the seeker's own terms, for nobody but their owner."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, fields, validate

from server import state
from server.api.reading import Blueprint
from server.documents import Document
from server.errors import NothingStored
from server.profiles import CLOCK, profile_document, read_profile
from server.store import forget_profile, load_profile, save_profile
from signals.profile import CareerStage, Profile

blueprint = Blueprint("profile", __name__, description="The seeker's own terms")

_DEFAULT = profile_document(Profile(""))
_IS_CLOCK = validate.Regexp(CLOCK)


class ProfileSchema(Schema):
    """The seeker's terms; a day that ends before it starts runs past midnight."""

    time_zone = fields.String(
        required=True,
        validate=validate.Length(min=1, max=100),
        metadata={"description": "IANA id", "example": "Europe/Berlin"},
    )
    day_start = fields.String(load_default=_DEFAULT["day_start"], validate=_IS_CLOCK)
    day_end = fields.String(load_default=_DEFAULT["day_end"], validate=_IS_CLOCK)
    career_stage = fields.String(
        load_default=None, allow_none=True, validate=validate.OneOf([*CareerStage])
    )
    fixed_commitments = fields.Boolean(load_default=False)


@blueprint.get("/profile")
@blueprint.response(200, ProfileSchema)
@blueprint.alt_response(404, description="None is stored")
def profile() -> Document:
    """Return the profile."""
    found = load_profile(state.store())
    if found is None:
        raise NothingStored("there is no profile yet", todo="Store one by PUT, or on /profile")
    return profile_document(found)


@blueprint.put("/profile")
@blueprint.arguments(ProfileSchema)
@blueprint.response(200, ProfileSchema)
def replace(document: dict[str, Any]) -> Document:
    """Store the profile in place of an earlier one."""
    given = read_profile(document)
    save_profile(state.store(), given)
    return profile_document(given)


@blueprint.delete("/profile")
@blueprint.response(204)
def forget() -> str:
    """Forget the profile."""
    forget_profile(state.store())
    return ""
