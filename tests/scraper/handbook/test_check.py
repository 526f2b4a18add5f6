"""From a domain to a finding, on real sites on loopback under host names of their own."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from scraper import (
    Fetcher,
    HandbookFinding,
    HandbookHost,
    Outcome,
    check,
    finding_document,
)
from tests.scraper.handbook.conftest import Checked, result
from tests.scraper.handbook.texts import ABOUT, CULTURE, HANDBOOK, HOME, NOT_FOUND, SHELL
from tests.scraper.web_site import Reply, Site


def test_handbook_on_the_own_site_is_public(site: Site, checked: Checked) -> None:
    site.put("/handbook", HANDBOOK)
    finding = checked()
    assert (finding.outcome, finding.url) == (Outcome.PUBLIC, "http://acme.com/handbook")
    assert finding.host is HandbookHost.OWN_SITE
    assert finding.evidence
    assert finding.evidence in HANDBOOK


def test_site_without_a_handbook_has_none(site: Site, checked: Checked) -> None:
    finding = checked()
    assert (finding.outcome, finding.url, finding.evidence) == (Outcome.NONE_FOUND, None, None)
    assert result(finding, "/handbook") == "status 404"


def test_handbook_on_a_subdomain_is_found(site: Site, other_site: Site, checked: Checked) -> None:
    other_site.put("/", HANDBOOK)
    hosts = {"handbook.acme.com:443": "127.0.0.1:9", "handbook.acme.com": other_site.address}
    site.put("/", HOME.replace("/shop", "http://handbook.acme.com/"))
    finding = checked(hosts=hosts)
    assert (finding.outcome, finding.host) == (Outcome.PUBLIC, HandbookHost.SUBDOMAIN)


def test_handbook_linked_from_the_about_page_is_found(
    site: Site, other_site: Site, checked: Checked
) -> None:
    link = "http://acme.notion.site/Handbook-1"
    site.put("/about", ABOUT.format(link=link))
    other_site.put("/Handbook-1", HANDBOOK)
    finding = checked(hosts={"acme.notion.site": other_site.address})
    assert (finding.url, finding.host) == (link, HandbookHost.NOTION)


def test_company_that_moved_is_followed_to_its_new_domain(
    site: Site, other_site: Site, checked: Checked
) -> None:
    site.redirect("/", "http://kitewerk.com/")
    other_site.put("/", HOME)
    other_site.put("/handbook", HANDBOOK.replace("Acme", "Kitewerk"))
    finding = checked("http://acme.com", hosts={"kitewerk.com": other_site.address})
    assert (finding.outcome, finding.url) == (Outcome.PUBLIC, "http://kitewerk.com/handbook")
    assert (finding.domain, finding.host) == ("acme.com", HandbookHost.OWN_SITE)


def test_handbook_elsewhere_is_not_the_companys(
    site: Site, other_site: Site, checked: Checked
) -> None:
    site.put("/about", ABOUT.format(link="http://famous.com/handbook"))
    other_site.put("/handbook", HANDBOOK.replace("Acme", "Famous"))
    assert checked(hosts={"famous.com": other_site.address}).outcome is Outcome.NONE_FOUND
    assert other_site.pages_asked() == ["/handbook"]


def test_not_found_page_with_status_200_does_not_count(site: Site, checked: Checked) -> None:
    site.otherwise = Reply(HANDBOOK.encode())
    finding = checked()
    assert finding.outcome is Outcome.NONE_FOUND
    assert "cannot exist" in result(finding, "/handbook")


def test_not_found_pages_that_differ_a_little_do_not_count(site: Site, checked: Checked) -> None:
    site.otherwise = Reply(NOT_FOUND.encode())
    assert checked().outcome is Outcome.NONE_FOUND


def test_handbook_that_leads_to_the_home_page_does_not_count(site: Site, checked: Checked) -> None:
    site.redirect("/handbook", "/")
    finding = checked()
    assert finding.outcome is Outcome.NONE_FOUND
    assert result(finding, "/handbook") == "leads to http://acme.com/"


def test_culture_page_alone_is_partial(site: Site, checked: Checked) -> None:
    site.put("/", HOME.replace("/shop", "/how-we-work"))
    site.put("/how-we-work", CULTURE)
    finding = checked()
    assert (finding.outcome, finding.url) == (Outcome.PARTIAL, "http://acme.com/how-we-work")


def test_short_front_page_is_judged_with_its_sections(site: Site, checked: Checked) -> None:
    links = "".join(f"<a href=/handbook/{name}>{name}</a> " for name in ("a", "b"))
    site.put("/handbook", f"<h1>The Acme handbook</h1>{links}")
    site.put("/handbook/a", "<h1>Meetings</h1><p>We hold few meetings, and we value feedback.</p>")
    site.put("/handbook/b", "<h1>Time off</h1><p>We take vacations. We share our salaries.</p>")
    finding = checked()
    assert (finding.outcome, finding.url) == (Outcome.PUBLIC, "http://acme.com/handbook")


def test_small_site_on_loopback_can_be_checked(site: Site) -> None:
    site.put("/", HOME)
    site.put("/handbook", HANDBOOK)
    finding = asyncio.run(check(site.address, allow_private=True))
    assert (finding.outcome, finding.domain) == (Outcome.PUBLIC, site.address)


def test_address_that_is_asked_about_is_looked_at_first(site: Site, checked: Checked) -> None:
    site.put("/people/guide", HANDBOOK)
    finding = checked("http://acme.com/people/guide")
    assert finding.url == "http://acme.com/people/guide"
    assert site.pages_asked() == ["/people/guide"]


def test_repository_is_judged_by_itself(site: Site, checked: Checked) -> None:
    site.put("/acme/handbook", HANDBOOK)
    finding = checked("http://github.com/acme/handbook", hosts={"github.com": site.address})
    assert (finding.outcome, finding.host) == (Outcome.PUBLIC, HandbookHost.GITHUB)
    assert site.pages_asked() == ["/acme/handbook"]


@pytest.mark.parametrize(
    ("status", "outcome"),
    [(404, Outcome.NONE_FOUND), (403, Outcome.BLOCKED), (500, Outcome.UNREACHABLE)],
)
def test_repository_that_is_not_shown_is_no_handbook(
    site: Site, checked: Checked, status: int, outcome: Outcome
) -> None:
    site.put("/acme/handbook", status=status)
    finding = checked("http://github.com/acme/handbook", hosts={"github.com": site.address})
    assert finding.outcome is outcome


def test_handbook_that_only_the_sitemap_names_is_found(site: Site, checked: Checked) -> None:
    site.put("/robots.txt", "Sitemap: http://acme.com/map.xml", kind="text/plain")
    site.put("/map.xml", "<sitemapindex><loc>http://acme.com/pages.xml</loc>", kind="text/xml")
    site.put("/pages.xml", "<loc>http://acme.com/us/our-handbook/pay</loc>", kind="text/xml")
    site.put("/us/our-handbook", HANDBOOK)
    finding = checked()
    assert (finding.outcome, finding.url) == (Outcome.PUBLIC, "http://acme.com/us/our-handbook")


def test_sitemap_is_asked_for_where_robots_txt_names_none(site: Site, checked: Checked) -> None:
    site.put("/sitemap.xml", "<loc>http://acme.com/people/handbook</loc>", kind="text/xml")
    site.put("/people/handbook", HANDBOOK)
    assert checked().url == "http://acme.com/people/handbook"


@pytest.mark.parametrize(
    "lines",
    [
        "Sitemap: /map.xml",
        "Sitemap: http://[\nSitemap: http://acme.com/map.xml",
        "Sitemap: http://acme.com/news.xml\nSitemap: http://acme.com/pages.xml",
        "Sitemap: http://acme.com/news.xml\nSitemap: http://acme.com/sitemap.xml",
        "Sitemap: http://[",
    ],
)
def test_likeliest_sitemap_of_robots_txt_is_read(site: Site, checked: Checked, lines: str) -> None:
    site.put("/robots.txt", lines, kind="text/plain")
    site.put("/news.xml", "<loc>http://acme.com/news/1</loc>", kind="text/xml")
    for path in ("/map.xml", "/pages.xml", "/sitemap.xml"):
        site.put(path, "<loc>http://acme.com/people/handbook</loc>", kind="text/xml")
    site.put("/people/handbook", HANDBOOK)
    assert checked().url == "http://acme.com/people/handbook"


def test_no_more_pages_are_fetched_than_may_be(site: Site, checked: Checked) -> None:
    links = "".join(f"<a href=/handbook-{number}>Our handbook</a>" for number in range(4))
    site.put("/", HOME.replace("</body>", links))
    for number in range(4):
        for hop in range(6):
            after = f"-{hop}" if hop else ""
            site.redirect(f"/handbook-{number}{after}", f"/handbook-{number}-{hop + 1}")
    finding = checked()
    assert finding.outcome is Outcome.NONE_FOUND
    assert len(site.pages_asked()) == 15
    assert "as many pages" in finding.looked_at[-1].result


def test_each_page_is_announced(site: Site, fetching: Callable[..., Any]) -> None:
    site.put("/", HOME)
    told: list[tuple[int, str]] = []

    async def main(fetcher: Fetcher) -> HandbookFinding:
        return await check(site.url(), fetcher=fetcher, progress=lambda *page: told.append(page))

    fetching(main)
    assert told[:2] == [(0, site.url()), (1, site.url("/about"))]


@pytest.mark.browser
def test_handbook_that_javascript_draws_is_found(site: Site, checked: Checked) -> None:
    site.put("/handbook", SHELL)
    body = HANDBOOK.partition("<body>")[2].partition("</body>")[0].replace("\n", " ")
    site.put(
        "/app.js", f"app.innerHTML = `{body}`; document.title = 'Handbook'", kind="text/javascript"
    )
    finding = checked()
    assert (finding.outcome, finding.url) == (Outcome.PUBLIC, "http://acme.com/handbook")


@pytest.mark.browser
def test_app_that_draws_the_same_page_everywhere_has_none(site: Site, checked: Checked) -> None:
    site.otherwise = Reply(SHELL.encode())
    site.put(
        "/app.js", "app.innerHTML = '<h1>Our handbook is not here</h1>'", kind="text/javascript"
    )
    assert checked().outcome is Outcome.NONE_FOUND


def test_finding_becomes_json(site: Site, checked: Checked) -> None:
    site.put("/handbook", HANDBOOK)
    finding = checked()
    document = finding_document(finding)
    assert document["outcome"] == "public"
    assert document["host"] == "own_site"
    assert document["looked_at"][-1]["url"] == "http://acme.com/handbook"
    assert datetime.fromisoformat(document["checked_at"]).tzinfo == UTC
