"""What keeps a handbook from us, or says nothing of one, ends in an outcome that tells it."""

import asyncio
from pathlib import Path

import pytest

from scraper import BadAddress, HandbookFinding, Outcome, check
from scraper.chromium import Browser
from scraper.render import Renderer
from tests.scraper.handbook.conftest import Checked, result
from tests.scraper.handbook.texts import HANDBOOK, HOME, SHELL
from tests.scraper.web_site import Reply, Site


def test_site_whose_robots_txt_refuses_us_is_blocked(site: Site, checked: Checked) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /", kind="text/plain")
    finding = checked()
    assert (finding.outcome, site.pages_asked()) == (Outcome.BLOCKED, [])
    assert "robots.txt" in finding.why


@pytest.mark.parametrize("status", [401, 403, 451])
def test_site_that_refuses_us_is_blocked(site: Site, checked: Checked, status: int) -> None:
    site.put("/", status=status)
    assert checked().outcome is Outcome.BLOCKED


def test_bot_check_is_blocked(site: Site, checked: Checked) -> None:
    site.put("/", "<title>Just a moment...</title><p>Checking your browser")
    assert checked().outcome is Outcome.BLOCKED


@pytest.mark.parametrize(
    "reply",
    [
        Reply(status=403),
        Reply(status=401),
        Reply(b"<title>Log in | Acme</title><p>Log in to read the handbook"),
    ],
)
def test_handbook_that_is_linked_and_closed_is_blocked(
    site: Site, checked: Checked, reply: Reply
) -> None:
    site.put("/", HOME.replace("/shop", "/our-handbook"))
    site.replies["/our-handbook"] = reply
    finding = checked()
    assert (finding.outcome, finding.url) == (Outcome.BLOCKED, "http://acme.com/our-handbook")


def test_sign_in_that_calls_itself_a_handbook_is_blocked(site: Site, checked: Checked) -> None:
    site.put("/", HOME.replace("/shop", "/employees").replace("Shop", "Employee handbook"))
    form = "<form><input name=user><input type=password name=word></form>"
    text = "<p>For our team: pay, time off, benefits, onboarding and the first day of employees."
    site.put("/employees", f"<title>Acme Employee Handbook</title>{form}{text}")
    finding = checked()
    assert (finding.outcome, finding.url) == (Outcome.BLOCKED, "http://acme.com/employees")


def test_handbook_with_a_field_to_sign_in_is_public(site: Site, checked: Checked) -> None:
    site.put("/", HOME.replace("/shop", "/our-handbook"))
    form = "<form><input type=password></form>"
    more = "<p>We write down how our kites fly in every wind.</p>" * 20
    site.put("/our-handbook", HANDBOOK.replace("</body>", form + more))
    assert checked().outcome is Outcome.PUBLIC


def test_refusal_of_a_guess_says_nothing(site: Site, checked: Checked) -> None:
    site.put("/handbook", status=403)
    assert checked().outcome is Outcome.NONE_FOUND


def test_site_that_is_down_is_unreachable(site: Site, checked: Checked) -> None:
    site.put("/", status=502)
    assert checked().outcome is Outcome.UNREACHABLE


def test_error_of_the_name_that_answers_is_told(site: Site, checked: Checked) -> None:
    site.put("/", status=500)
    finding = checked("down.com", hosts={"www.down.com": site.address})
    assert (finding.outcome, "answers with 500" in finding.why) == (Outcome.UNREACHABLE, True)


def test_domain_that_does_not_resolve_is_unreachable(checked: Checked) -> None:
    finding = checked("no-such-company.com")
    assert finding.outcome is Outcome.UNREACHABLE
    assert "does not resolve" in finding.why


def test_private_address_is_not_visited_unless_allowed(site: Site) -> None:
    finding = asyncio.run(check(site.url()))
    assert (finding.outcome, site.asked) == (Outcome.UNREACHABLE, [])
    assert "--allow-private" in finding.why


def test_platform_alone_is_unclear(checked: Checked) -> None:
    assert checked("github.com").outcome is Outcome.UNCLEAR


def test_name_alone_is_unclear_and_asks_for_the_domain() -> None:
    finding = asyncio.run(check("Acme"))
    assert (finding.outcome, finding.domain, finding.looked_at) == (Outcome.UNCLEAR, "", ())
    assert "domain" in finding.why


def test_what_is_no_domain_is_refused() -> None:
    with pytest.raises(BadAddress):
        asyncio.run(check("acme .com"))


def test_picture_is_no_handbook(site: Site, checked: Checked) -> None:
    site.put("/handbook", b"GIF89a", kind="image/gif")
    finding = checked()
    assert finding.outcome is Outcome.NONE_FOUND
    assert result(finding, "/handbook") == "no text: image/gif"


def test_file_that_may_be_the_handbook_is_unclear(site: Site, checked: Checked) -> None:
    site.put("/", HOME.replace("/shop", "/our-handbook.pdf"))
    site.put("/our-handbook.pdf", b"%PDF-1.7", kind="application/pdf")
    finding = checked()
    assert (finding.outcome, finding.url) == (Outcome.UNCLEAR, "http://acme.com/our-handbook.pdf")
    assert "file" in finding.why


def test_site_that_needs_a_missing_browser_is_unclear(site: Site) -> None:
    site.otherwise = Reply(SHELL.encode())

    async def main() -> HandbookFinding:
        missing = Browser(Path("/nowhere"), "nowhere")
        async with Renderer(missing) as renderer:
            return await check(site.url(), allow_private=True, renderer=renderer)

    finding = asyncio.run(main())
    assert (finding.outcome, finding.url) == (Outcome.UNCLEAR, site.url())
    assert "needs a browser" in finding.why
