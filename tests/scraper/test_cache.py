"""A page that was fetched before is only asked whether it has changed."""

from collections.abc import Callable
from typing import Any

import pytest

from scraper.cache import Cache
from scraper.fetcher import Fetcher
from tests.scraper.web_site import Site

Fetching = Callable[..., Any]


def bodies(fetching: Fetching, site: Site, change: Callable[[], None], **options: Any) -> list[str]:
    """What two visits to the site's first page give, with a `change` between them."""

    async def twice(fetcher: Fetcher) -> list[str]:
        first = await fetcher.fetch(site.url())
        change()
        return [first.body.decode(), (await fetcher.fetch(site.url())).body.decode()]

    return list(fetching(twice, **options))


@pytest.mark.parametrize(
    ("header", "value"),
    [("ETag", '"v1"'), ("Last-Modified", "Tue, 24 Nov 2026 08:00:00 GMT")],
)
def test_unchanged_page_is_not_sent_again(
    site: Site, fetching: Fetching, header: str, value: str
) -> None:
    site.put("/", "kites", headers={header: value})
    assert bodies(fetching, site, lambda: site.put("/", status=304)) == ["kites", "kites"]
    assert site.conditions == [value]


def test_changed_page_replaces_the_old_one(site: Site, fetching: Fetching) -> None:
    site.put("/", "old", headers={"ETag": '"v1"'})
    assert bodies(fetching, site, lambda: site.put("/", "new")) == ["old", "new"]


@pytest.mark.parametrize("headers", [{}, {"ETag": '"v1"', "Cache-Control": "no-store"}])
def test_page_that_may_not_be_kept_is_asked_for_plainly(
    site: Site, fetching: Fetching, headers: dict[str, str]
) -> None:
    site.put("/", "kites", headers=headers)
    bodies(fetching, site, lambda: None)
    assert site.conditions == []


def test_page_is_remembered_for_the_next_fetcher(site: Site, fetching: Fetching) -> None:
    site.put("/", "kites", headers={"ETag": '"v1"'})
    cache = Cache()
    for _ in range(2):
        fetching(lambda fetcher: fetcher.fetch(site.url()), cache=cache)
    assert site.conditions == ['"v1"']


def test_least_used_page_is_forgotten_beyond_the_bound(site: Site, fetching: Fetching) -> None:
    site.put("/", "x" * 200, headers={"ETag": '"v1"'})
    bodies(fetching, site, lambda: None, cache=Cache(most=100))
    assert site.conditions == []
