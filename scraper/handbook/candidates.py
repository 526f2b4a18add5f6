"""Which addresses may be a company's handbook. Pure: read pages in, addresses out."""

from __future__ import annotations

from yarl import URL

from scraper.handbook.company import Company, site
from scraper.handbook.model import HandbookHost
from scraper.handbook.places import Places, places
from scraper.handbook.reading import Link, ReadPage

_OWN = (HandbookHost.OWN_SITE, HandbookHost.SUBDOMAIN)


def probes(company: Company, home: str, *, early: bool) -> tuple[str, ...]:
    """Return the usual addresses of the company: those that pay, or the others.

    Args:
        company: whose they are.
        home: the address of its home page, whose scheme and name are kept.
        early: whether those that pay most are wanted.
    """
    known = places()
    wanted = (probe for probe in known.probes if (probe.share >= known.early) is early)
    made = (_probed(probe.address, company, URL(home)) for probe in wanted)
    return tuple(url for url in made if url is not None)


def handbook_links(page: ReadPage, company: Company) -> tuple[str, ...]:
    """Return the addresses of links on `page` that promise a handbook of `company`.

    On the company's own site and where handbooks are hosted whatever they say; elsewhere only
    where they say that the handbook is the company's own.
    """
    known = places()
    links = (link for link in page.links if link.url != page.url and _promises(link, known))
    return tuple(link.url for link in links if _is_followed(link, company, known))


def listing_links(page: ReadPage, company: Company) -> tuple[str, ...]:
    """Return the addresses of the company's pages where a handbook is likely to be linked."""
    found = (link.url for link in page.links if _is_listing(link, company) and link.url != page.url)
    unique = {url.rstrip("/"): url for url in found}
    return tuple(unique.values())[: places().most_listings]


def section_links(page: ReadPage, most: int) -> tuple[str, ...]:
    """Return up to `most` addresses of pages below `page`: the sections of a handbook.

    Those below its folder come first, then those of the same repository or of the same host where
    the host is the handbook's own.
    """
    url = URL(page.url)
    base = page.url.rstrip("/")
    folder = str(url.parent).rstrip("/") if "." in url.name else base
    whole = _repository(url) or (str(url.origin()) if _is_handbooks_own(url) else folder)
    near = (link.url for link in page.links if link.url.startswith(f"{folder}/"))
    far = (
        link.url
        for link in page.links
        if link.url.startswith((f"{whole}/blob/", f"{whole}/tree/"))
        or (whole == str(url.origin()) and link.url.startswith(f"{whole}/"))
    )
    found = dict.fromkeys((*near, *far))
    return tuple(one for one in found if one.rstrip("/") != base)[:most]


def communication_links(page: ReadPage) -> tuple[str, ...]:
    """Return the addresses of a handbook's pages about how people communicate."""
    known = places()
    below = set(section_links(page, len(page.links)))
    found = (one for one in page.links if one.url in below)
    told = (
        one.url for one in found if known.communication.first(f"{one.text} {URL(one.url).name}")
    )
    return tuple(told)[: known.most_communication]


def host_of(url: str, company: Company) -> HandbookHost:
    """Return where the address `url` lives, seen from `company`."""
    host = URL(url).host or ""
    for kind, names in places().hosts.items():
        if _is_below(host, names):
            return kind
    own = {home.host for home in company.homes}
    if host in own or host.removeprefix("www.") in own:
        return HandbookHost.OWN_SITE
    if site(host) in own:
        return HandbookHost.SUBDOMAIN
    return HandbookHost.OTHER


def is_shared(url: str) -> bool:
    """Whether `url` is on a site where many companies keep their handbooks."""
    known = places()
    names = [name for names in (*known.hosts.values(), known.shared_hosts) for name in names]
    return _is_below(URL(url).host or "", names)


def on_platform(company: Company) -> bool:
    """Whether the company's "domain" is that of a platform, such as github.com."""
    known = {name for names in places().hosts.values() for name in names}
    known |= set(places().shared_hosts)
    return any(home.host in known for home in company.homes)


def _probed(address: str, company: Company, home: URL) -> str | None:
    host = company.homes[0].host or ""
    if address.startswith("https://{domain}/"):
        return str(home.origin().with_path(URL(address).path))
    if host.replace(".", "").isdigit() or ":" in host:
        return None  # an IP address has no names below it
    url = URL(address.format(domain=host)).with_scheme(home.scheme)
    return str(url.with_port(home.explicit_port))


def _promises(link: Link, known: Places) -> bool:
    if known.link_not.first(link.text):
        return False
    return bool(known.link_texts.first(link.text) or known.link_addresses.first(link.url))


def _is_followed(link: Link, company: Company, known: Places) -> bool:
    if host_of(link.url, company) is not HandbookHost.OTHER or is_shared(link.url):
        return True
    return bool(known.link_own.first(link.text))


def _is_listing(link: Link, company: Company) -> bool:
    known = places()
    says_so = known.listing_texts.first(link.text) or known.listing_addresses.first(link.url)
    return bool(says_so) and host_of(link.url, company) in _OWN


def _is_below(host: str, names: tuple[str, ...] | list[str]) -> bool:
    return any(host == name or host.endswith(f".{name}") for name in names)


def _is_handbooks_own(url: URL) -> bool:
    return (url.host or "").startswith(("handbook.", "playbook.", "fieldguide."))


def _repository(url: URL) -> str | None:
    if url.host != "github.com" or len(url.parts) < 3:
        return None
    return f"{url.origin()}/{url.parts[1]}/{url.parts[2]}"
