"""Every error of the room is one that a person can act on."""

import scraper
from scraper import errors
from signals.errors import SynclineError


def test_every_error_is_a_branch_of_fetch_error() -> None:
    branches = [value for value in vars(errors).values() if isinstance(value, type)]
    assert all(issubclass(b, errors.FetchError) for b in branches if b is not SynclineError)


def test_every_error_is_exported_by_the_room() -> None:
    named = {name for name, value in vars(errors).items() if isinstance(value, type)}
    assert named - {"SynclineError"} <= set(scraper.__all__)


def test_every_error_stands_in_the_tree_at_the_top() -> None:
    named = {name for name, value in vars(errors).items() if isinstance(value, type)}
    assert all(name in (errors.__doc__ or "") for name in named)
