"""Companies' sites, replayed on loopback under their own host names.

What is kept are handbooks and look-alikes; the pages around them are made here: a home page, about
and careers pages, the company's page on GitHub. Where the handbook is linked is drawn for each
company by its hash, in the shares seen in real ones; a look-alike is always linked, by its title.
"""

from __future__ import annotations

import json
import re
import ssl
from dataclasses import dataclass, field
from html import escape
from types import TracebackType
from typing import Self

import trustme
from aiohttp import web
from yarl import URL

from bench.handbook.cases import Case
from bench.handbook.pages import KeptPage
from scraper.handbook.company import site

_TITLE = re.compile(r"<title>(.*?)</title>|<h1[^>]*>(.*?)</h1>", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<[^>]+>")
_FOOTER = "<footer><a href=/privacy>Privacy</a> <a href=/terms>Terms</a>{more}</footer>"


@dataclass(slots=True)
class Web:
    """The pages of one case by host and path, and what happens everywhere else."""

    pages: dict[tuple[str, str], str] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)
    soft_404: dict[str, str] = field(default_factory=dict)

    def put(self, url: str, html: str) -> None:
        """Have `html` at `url`, with and without www, with and without a closing slash."""
        parsed = URL(url)
        host, path = (parsed.host or "").removeprefix("www."), parsed.raw_path.rstrip("/")
        self.pages.setdefault((host, path), html)

    def get(self, host: str, path: str) -> str | None:
        """Return what is there, or None."""
        return self.pages.get((host.removeprefix("www."), path.rstrip("/")))

    @property
    def hosts(self) -> set[str]:
        """Every name that resolves."""
        names = {host for host, _ in self.pages} | set(self.moved)
        return names | {f"www.{name}" for name in names}


def web_of(case: Case) -> Web:
    """Return the web as it is around the company of `case`."""
    made = Web()
    home = f"https://{case.domain}/"
    for page in case.pages:
        made.put(page.url, _as_drawn(case, _whole(case, page)))
    _put_root(made, case)
    places = _link_places(case)
    made.put(home, _as_drawn(case, _home(case, places)))
    for path, about in (("about", "Who we are and where we come from."), ("careers", "Open jobs.")):
        link = places.get(path, "")
        made.put(home + path, _framed(f"{path.title()} {case.name}", f"<p>{about}</p>{link}"))
    if owner := _github_owner(case):
        made.put(f"https://github.com/{owner}", _github_page(case, owner))
    if case.chance % 7 == 0:
        made.soft_404[case.domain] = _framed("Oops", "<p>This page flew away.</p>")
    if case.chance % 11 == 0:  # a name for whatever one asks for
        taken = {host for host, _ in made.pages}
        names = {f"handbook.{case.domain}", f"playbook.{case.domain}"} - taken
        made.moved.update(dict.fromkeys(names, home))
    return made


def _put_root(made: Web, case: Case) -> None:
    """A handbook that is kept under a long address is also what its host or repository shows."""
    if case.offered is None:
        return
    url = URL(case.offered.url)
    html = made.get((url.host or "").removeprefix("www."), url.raw_path) or ""
    if _on_github(case.offered):
        made.put(f"https://github.com/{url.parts[1]}/{url.parts[2]}", html)
    elif (url.host or "").startswith(("handbook.", "playbook.")):
        made.put(str(url.origin()), html)


def _link_places(case: Case) -> dict[str, str]:
    """On which page the link to the offered page stands; nowhere where it must be guessed."""
    if case.offered is None:
        return {}
    url = URL(case.offered.url)
    host, own = url.host or "", site(url.host or "") == case.domain
    label = "Handbook" if case.public else _title(case.offered.html)
    link = f'<a href="{case.offered.url}">{escape(label)}</a>'
    is_guessable = host == "github.com" or (own and (host.startswith(("handbook.", "playbook."))))
    is_guessable = is_guessable or (own and url.path.strip("/") in ("handbook", "playbook"))
    if is_guessable and case.chance >= 50:
        return {}
    return {("home", "home", "careers", "about")[case.chance % 4]: link}


def _home(case: Case, places: dict[str, str]) -> str:
    owner = _github_owner(case)
    more = f' <a href="https://github.com/{owner}">GitHub</a>' if owner else ""
    own = [page for page in case.pages if page.label in ("careers", "culture-page", "other")]
    links = "".join(f'<a href="{page.url}">{escape(_title(page.html))}</a> ' for page in own)
    body = (
        f"<p>{escape(case.name)} makes the tools that busy people need. Try it for free, or ask us "
        "for a tour. Thousands of customers trust us every day, from small shops to large banks, "
        "and our support answers in minutes. Read what they say about us, compare our plans, or "
        f"see what is new this month in our blog and in the latest release of the product.</p>"
        f"{links}{places.get('home', '')}"
    )
    return _framed(case.name, body, more)


def _framed(title: str, body: str, more: str = "") -> str:
    nav = (
        "<nav><a href=/>Home</a> <a href=/product>Product</a> <a href=/pricing>Pricing</a> "
        "<a href=/blog>Blog</a> <a href=/about>About us</a> <a href=/careers>Careers</a></nav>"
    )
    return (
        f"<!doctype html><html><head><title>{escape(title)}</title></head><body>{nav}"
        f"<h1>{escape(title)}</h1>{body}{_FOOTER.format(more=more)}</body></html>"
    )


def _whole(case: Case, page: KeptPage) -> str:
    """A page with the navigation that repositories leave to the site's generator."""
    if page is not case.offered:
        return page.html
    others = [one for one in case.pages if one.label in ("handbook-section", "look-alike")]
    links = "".join(
        f'<li><a href="{one.url}">{escape(_title(one.html) or URL(one.url).name)}</a>'
        for one in others
        if one is not page
    )
    owner = _github_owner(case)
    top = f"<div>{owner}/{URL(page.url).parts[2]} Public</div>" if _on_github(page) else ""
    if case.is_fork and _on_github(page):
        top += (
            '<span>forked from <a href="https://github.com/else/handbook">else/handbook</a></span>'
        )
    return page.html.replace("<body>", f"<body>{top}", 1) + f"<ul>{links}</ul>"


def _on_github(page: KeptPage) -> bool:
    url = URL(page.url)
    return url.host == "github.com" and len(url.parts) > 2


def _github_owner(case: Case) -> str | None:
    if case.offered is None or URL(case.offered.url).host != "github.com":
        return None
    return URL(case.offered.url).parts[1]


def _github_page(case: Case, owner: str) -> str:
    repository = URL(case.offered.url).parts[2] if case.offered else "app"
    shown = [repository, "app"] if case.chance % 10 < 6 else ["app", "website"]
    links = "".join(f'<li><a href="/{owner}/{name}">{name}</a>' for name in shown)
    return (
        f"<!doctype html><title>{owner} · GitHub</title><body><h1>{owner}</h1>"
        f'<a href="https://{case.domain}">{case.domain}</a><p>{"Popular repositories " * 40}</p>'
        f"<ul>{links}</ul></body>"
    )


def _title(html: str) -> str:
    found = next((a or b for a, b in _TITLE.findall(html) if (a or b).strip()), "")
    return " ".join(_TAG.sub(" ", found).split())[:80]


def _as_drawn(case: Case, html: str) -> str:
    """One company in twelve draws its pages with JavaScript."""
    if case.chance % 12 != 0:
        return html
    body = json.dumps(html).replace("</", "<\\/")
    script = f"document.open(); document.write({body}); document.close()"
    return (
        f"<!doctype html><title>{escape(case.name)}</title><body><script>{script}</script></body>"
    )


class Replay:
    """One server for all host names; serves one case at a time and counts what it is asked."""

    def __init__(self) -> None:
        self.now = Web()
        self.requests = 0
        self.addresses: dict[int, str] = {}

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_get("/{path:.*}", self._answer)
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        trustme.CA().issue_cert("any.example").configure_cert(tls)
        for port, context in ((80, None), (443, tls)):
            await web.TCPSite(self._runner, "127.0.0.1", 0, ssl_context=context).start()
            self.addresses[port] = f"127.0.0.1:{self._runner.addresses[-1][1]}"
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self._runner.cleanup()

    def show(self, shown: Web) -> dict[str, str]:
        """Serve `shown`; returns the names that resolve, each to this server."""
        self.now, self.requests = shown, 0
        at = self.addresses.items()
        return {f"{host}:{port}": address for host in shown.hosts for port, address in at}

    @staticmethod
    def trusting() -> ssl.SSLContext:
        """Return what takes this server's certificate for that of any name."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
        return context

    async def _answer(self, request: web.Request) -> web.Response:
        host = request.host.partition(":")[0]
        if request.path == "/robots.txt":
            return web.Response(status=404)
        self.requests += 1
        if host in self.now.moved:
            raise web.HTTPFound(self.now.moved[host])
        html = self.now.get(host, request.raw_path.partition("?")[0])
        if html is not None:
            return web.Response(text=html, content_type="text/html")
        lost = self.now.soft_404.get(host.removeprefix("www."))
        return web.Response(
            text=lost or "<h1>Not found</h1>", status=200 if lost else 404, content_type="text/html"
        )
