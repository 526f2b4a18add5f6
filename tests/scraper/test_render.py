"""Pages that need JavaScript are drawn in a real Chromium."""

import asyncio
from collections.abc import Callable

import pytest

from scraper import errors
from scraper.fetcher import Fetcher
from scraper.limits import Limits, Timeouts
from scraper.page import Page
from scraper.render import Renderer
from tests.scraper.web_site import QUICK, UNHURRIED, Reply, Site

pytestmark = pytest.mark.browser

Drawn = Callable[..., Page]


def test_text_that_a_script_writes_is_there(site: Site, drawn: Drawn) -> None:
    site.put("/", "<body><script>document.body.append('w' + 'ritten')</script>")
    page = drawn(site.url())
    assert b"written" in page.body
    assert (page.url, page.content_type, page.charset) == (site.url(), "text/html", "utf-8")


def test_script_and_data_of_the_site_are_fetched(site: Site, drawn: Drawn) -> None:
    site.put("/", "<body><script src=/app.js></script>")
    script = "fetch('/data.json').then(r => r.json()).then(d => document.body.append(d.text))"
    site.put("/app.js", script, kind="text/javascript")
    site.put("/data.json", '{"text": "from data"}', kind="application/json")
    assert b"from data" in drawn(site.url()).body


def test_data_of_another_site_is_fetched(site: Site, other_site: Site, drawn: Drawn) -> None:
    address = "http://api.example/text"
    script = f"fetch('{address}').then(r => r.text()).then(t => document.body.append(t))"
    site.put("/", f"<body><script>{script}</script>")
    other_site.put("/text", "from afar", kind="text/plain")
    hosts = {"acme.example": site.address, "api.example": other_site.address}
    assert b"from afar" in drawn("http://acme.example/", hosts=hosts).body


def test_pictures_and_fonts_are_not_fetched(site: Site, drawn: Drawn) -> None:
    site.put("/", "<body><img src=/a.png><video src=/b.mp4></video><link rel=icon href=/c.ico>text")
    drawn(site.url())
    assert site.pages_asked() == ["/"]


def test_only_get_requests_are_made(site: Site, drawn: Drawn) -> None:
    script = "fetch('/x', {method: 'POST'}).catch(() => document.body.append('refu' + 'sed'))"
    site.put("/", f"<body><script>{script}</script>")
    assert b"refused" in drawn(site.url()).body


def test_script_that_robots_txt_refuses_is_not_fetched(site: Site, drawn: Drawn) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /private/", kind="text/plain")
    site.put("/", "<body>text<script src=/private/app.js></script>")
    drawn(site.url())
    assert "/private/app.js" not in site.asked


def test_page_moved_by_script_is_the_page_it_moved_to(site: Site, drawn: Drawn) -> None:
    site.put("/", "<script>history.replaceState(null, '', '/moved')</script>")
    assert drawn(site.url()).url == site.url("/moved")


def test_redirected_page_is_drawn_under_its_own_address(site: Site, drawn: Drawn) -> None:
    site.redirect("/old", "/new")
    site.put("/new", "<body><script>document.body.append(location.pathname)</script>")
    page = drawn(site.url("/old"))
    assert (page.requested, page.url) == (site.url("/old"), site.url("/new"))
    assert b"/new</body>" in page.body


def test_number_of_requests_is_bounded(site: Site, drawn: Drawn) -> None:
    site.put(
        "/",
        "<body><script>for (let i = 0; i < 50; i++) fetch('/data/' + i).catch(() => {})</script>",
    )
    drawn(site.url(), limits=Limits(gap=0, render_requests=10))
    assert len(site.pages_asked()) <= 10


def test_page_that_asks_for_ever_is_read_as_it_stands(site: Site, drawn: Drawn) -> None:
    site.put(
        "/", "<body>here<script>const again = () => fetch('/x').finally(again); again()</script>"
    )
    waits = Timeouts(settle=0.3, render=10)
    limits = Limits(gap=0, render_requests=10_000)
    assert b"here" in drawn(site.url(), timeouts=waits, limits=limits).body


def test_what_a_drawn_page_still_waits_for_is_not_fetched(
    site: Site, browsing: tuple[asyncio.Runner, Renderer]
) -> None:
    runner, renderer = browsing
    site.put("/", "<body><script>for (let i = 0; i < 3; i++) fetch('/data/' + i)</script>")
    site.put("/next", "<body>next")
    site.otherwise = Reply(hangs=True)
    waits = Timeouts(read=QUICK.read, render=QUICK.render, settle=0.3)

    async def main() -> None:
        async with Fetcher(allow_private=True, limits=UNHURRIED, timeouts=waits) as fetcher:
            await renderer.render(fetcher, site.url())
            await fetcher.fetch(site.url("/next"))

    runner.run(main())
    assert len(site.pages_asked()) <= 3  # the page, the first it asked for, and the next page


def test_page_that_hangs_the_browser_is_given_up(site: Site, drawn: Drawn) -> None:
    site.put("/", "<body>x<script>while (true) {}</script>")
    with pytest.raises(errors.CannotRender, match="within"):
        drawn(site.url(), timeouts=Timeouts(render=1, settle=1))


def test_page_that_grows_beyond_the_bound_is_refused(site: Site, drawn: Drawn) -> None:
    site.put("/", "<body><script>document.body.append('x'.repeat(5000))</script>")
    with pytest.raises(errors.TooLarge):
        drawn(site.url(), limits=Limits(gap=0, body=4000))


def test_page_that_cannot_be_fetched_starts_no_browser(site: Site, drawn: Drawn) -> None:
    with pytest.raises(errors.HttpStatus):
        drawn(site.url("/missing"))


def test_one_page_knows_nothing_of_another(site: Site, drawn: Drawn) -> None:
    site.put("/", "<body><script>document.cookie = 'a=1'; localStorage.b = 2</script>")
    script = "document.body.append('[' + document.cookie + (localStorage.b || '') + ']')"
    site.put("/next", f"<body><script>{script}</script>")
    drawn(site.url())
    assert b"[]" in drawn(site.url("/next")).body
