"""Whether a name is the company's, as its domain spells it."""

from __future__ import annotations

import re

from scraper.handbook.company import Company, site

_LEAST_LABEL = 3
_NOT_ALPHANUMERIC = re.compile(r"[\W_]+")


def label(company: Company) -> str:
    """Return the company's name as its domain spells it: acme for acme.co.uk."""
    return squeezed(site(company.homes[0].host or "").partition(".")[0])


def is_named_like(name: str, company: Company) -> bool:
    """Whether `name` is the company's, as its domain tells it: acme-inc for acme.com."""
    ours, theirs = label(company), squeezed(name)
    if min(len(ours), len(theirs)) < _LEAST_LABEL:
        return ours == theirs
    return ours in theirs or theirs in ours


def names(text: str, company: Company) -> bool:
    """Whether `text` names the company."""
    return label(company) in squeezed(text)


def squeezed(text: str) -> str:
    """Return the letters and digits of `text` in lower case, nothing between them."""
    return _NOT_ALPHANUMERIC.sub("", text.lower())
