"""Which addresses may be a company's handbook. Pure: read pages in, addresses out."""

from __future__ import annotations

from yarl import URL

from scraper.handbook.company import Company
from scraper.handbook.criteria import load
from scraper.handbook.hosting import OWN, host_of, is_shared
from scraper.handbook.naming import is_named_like, names
from scraper.handbook.places import Places, places
from scraper.handbook.reading import Link, ReadPage


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
    """Return the addresses of the links on `page` that most promise a handbook of `company`.

    On the company's own site whatever they say; elsewhere only where address or text say that the
    handbook is the company's own, or, on sites that host many companies' pages, nobody else's.
    """
    known = places()
    links = (link for link in page.links if link.url != page.url and _promises(link, known))
    followed = [link for link in links if _is_followed(link, company, known)]
    followed.sort(key=lambda link: -load().name_in(f"{link.text}\n{URL(link.url).path}").weight)
    return tuple(link.url for link in followed[: known.most_links])


def listing_links(page: ReadPage, company: Company) -> tuple[str, ...]:
    """Return the addresses of the company's pages where a handbook is likely to be linked."""
    found = (link.url for link in page.links if _is_listing(link, company) and link.url != page.url)
    unique = {url.rstrip("/"): url for url in found}
    return tuple(unique.values())[: places().most_listings]


def section_links(page: ReadPage) -> tuple[str, ...]:
    """Return the addresses of pages below `page`: the sections of a handbook, in their order.

    Those below its folder come first, then those of the same repository, or of the same host where
    the host is the handbook's own. Beside a file such as /handbook.html stand other pages too: what
    frames them all is no section.
    """
    url = URL(page.url)
    base = page.url.rstrip("/")
    is_file = "." in url.name
    folder = str(url.parent).rstrip("/") if is_file else base
    links = [link for link in page.links if not (is_file and link.is_framing)]
    near = (link.url for link in links if link.url.startswith(f"{folder}/"))
    far = (link.url for link in page.links if link.url.startswith(_beyond_folder(url)))
    found = dict.fromkeys((*near, *far))
    return tuple(one for one in found if one.rstrip("/") != base)


def communication_links(page: ReadPage) -> tuple[str, ...]:
    """Return the addresses of a handbook's pages about how people communicate."""
    known = places()
    below = set(section_links(page))
    found = (one for one in page.links if one.url in below)
    told = (
        one.url for one in found if known.communication.found_in(f"{one.text} {URL(one.url).name}")
    )
    return tuple(told)[: known.most_communication]


def _probed(address: str, company: Company, home: URL) -> str | None:
    host = company.homes[0].host or ""
    if address.startswith("https://{domain}/"):
        return str(home.origin().with_path(URL(address).path))
    if host.replace(".", "").isdigit() or ":" in host:
        return None  # an IP address has no names below it
    url = URL(address.format(domain=host)).with_scheme(home.scheme)
    return str(url.with_port(home.explicit_port))


def _promises(link: Link, known: Places) -> bool:
    if known.link_not.found_in(link.text):
        return False
    return bool(known.link_texts.found_in(link.text) or known.link_addresses.found_in(link.url))


def _is_followed(link: Link, company: Company, known: Places) -> bool:
    if host_of(link.url, company) in OWN or known.link_own.found_in(link.text):
        return True
    url = URL(link.url)
    is_on_github = url.host == "github.com"
    named = "".join(url.parts[1:2]) if is_on_github else url.host or ""
    bears_name = is_named_like(named, company)
    if known.link_texts.found_in(link.text):  # somebody's handbook
        return names(link.text, company) or (bears_name and is_shared(link.url))
    return is_shared(link.url) and (bears_name or not is_on_github)


def _is_listing(link: Link, company: Company) -> bool:
    known = places()
    says_so = known.listing_texts.found_in(link.text) or known.listing_addresses.found_in(link.url)
    return bool(says_so) and host_of(link.url, company) in OWN


def _beyond_folder(url: URL) -> tuple[str, ...]:
    """How addresses begin that belong with the page at `url` beyond its own folder."""
    if (repository := _repository(url)) is not None:
        return f"{repository}/blob/", f"{repository}/tree/"
    return (f"{url.origin()}/",) if _is_handbooks_own(url) else ()


def _is_handbooks_own(url: URL) -> bool:
    """Whether all of the address's host is one handbook, or one company's pages on a platform."""
    host = url.host or ""
    return host.startswith(places().handbook_hosts) or (
        is_shared(str(url)) and host.count(".") > 1 and not host.startswith("www.")
    )


def _repository(url: URL) -> str | None:
    if url.host != "github.com" or len(url.parts) < 3:
        return None
    return f"{url.origin()}/{url.parts[1]}/{url.parts[2]}"
