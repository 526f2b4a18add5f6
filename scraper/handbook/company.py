"""What a person means by a company: a domain, an address, or only a name."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from tldextract import TLDExtract
from yarl import URL

from scraper.address import literal_ip, parse
from scraper.errors import BadAddress


@dataclass(frozen=True, slots=True)
class Company:
    """A company to look at.

    Attributes:
        domain: its domain, with the port where one was given.
        homes: addresses of its home page, to be tried in this order.
        asked: the page that was asked for, where it is another than the home page.
    """

    domain: str
    homes: tuple[URL, ...]
    asked: URL | None = None


def is_bare_name(text: str) -> bool:
    """Whether `text` names a company without saying where it is: "Acme", "Acme Widgets, Inc."."""
    words = text.split()
    if set(":/@") & set(text) or not any(map(str.isalnum, text)):
        return False
    is_abbreviating = len(words) > 1 and all("." not in word[:-1] for word in words)
    return "." not in text or is_abbreviating


def parse_company(text: str) -> Company:
    """Return the company that the domain or address `text` stands for.

    A host such as careers.acme.com stands for the company at acme.com. A scheme or a port that is
    given is kept.

    Raises:
        BadAddress: `text` is neither a domain nor an address of a page.
    """
    text = text.strip()
    has_scheme = "://" in text
    try:
        url = parse(text if has_scheme else f"https://{text}")
    except BadAddress as error:
        todo = "Give a domain such as example.com, or an address of its site"
        raise BadAddress(
            f"{error.what}, so it is no domain", where=error.where, todo=todo
        ) from error
    host = site(url.raw_host or "")
    own_port = url.explicit_port is not None
    homes = _homes(url, host, keep_scheme=has_scheme, keep_port=own_port)
    named = f"[{host}]" if ":" in host else host
    domain = f"{named}:{url.port}" if own_port else named
    asked = url if has_scheme or url.path != "/" else None
    return Company(domain, homes, asked if asked not in homes else None)


def moved(company: Company, home: str) -> Company:
    """Return `company` as it is once its home page led to `home`, maybe at another domain.

    Its own site sends there, so what is there is its own as well; the new domain comes first.
    """
    url = URL(home)
    host = site(url.host or "")
    if host in {known.host for known in company.homes}:
        return company
    homes = _homes(url, host, keep_scheme=True, keep_port=url.explicit_port is not None)
    return replace(company, homes=(*homes, *company.homes))


def site(host: str) -> str:
    """Return the registered domain of `host`: acme.com for careers.acme.com.

    Private suffixes count (acme.github.io is a site of its own). A host without a public suffix,
    an IP address or a name of an intranet, is its own site.
    """
    if literal_ip(host) is not None:
        return host
    return _extract()(host).top_domain_under_public_suffix or host


def _homes(url: URL, host: str, *, keep_scheme: bool, keep_port: bool) -> tuple[URL, ...]:
    home = url.origin().with_host(host).with_path("/")
    if keep_port:
        # A bare host:port is more often a plain test server than not, yet https is tried first.
        return (home,) if keep_scheme else (home, home.with_scheme("http").with_port(url.port))
    names = [host] if literal_ip(host) is not None else [host, f"www.{host}"]
    schemes = [url.scheme] if keep_scheme and url.scheme == "http" else ["https", "http"]
    return tuple(
        URL.build(scheme=scheme, host=name, path="/") for scheme in schemes for name in names
    )


@cache
def _extract() -> TLDExtract:
    # The suffix list that comes with the library: no download, no cache folder.
    return TLDExtract(suffix_list_urls=(), cache_dir=None, include_psl_private_domains=True)
