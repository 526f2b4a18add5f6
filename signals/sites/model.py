"""The records of the job boards, as they stand in `signals/sites/*.toml`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PostingParts:
    """Where the parts of a posting stand: CSS selectors, the most exact first.

    The first selector that finds text counts, but for `description`, whose finds are joined.

    Attributes:
        link: the link to the posting that stands open beside a list, for boards whose pages keep
            the list's address then.
    """

    title: tuple[str, ...] = ()
    company: tuple[str, ...] = ()
    location: tuple[str, ...] = ()
    description: tuple[str, ...] = ()
    link: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """Where a list's cards are, and within one its parts; CSS selectors, '' where there is none.

    Attributes:
        item: all cards of a page.
        text: the part that says something of the job; the whole card where it is ''.
        badge: what the badge is put behind; the title where it is ''.
        number: an attribute of the card that ends in the posting's number, where it has no link.
        address: what that number makes the posting's address when put behind it.
    """

    item: str
    title: str
    link: str
    company: str = ""
    location: str = ""
    text: str = ""
    badge: str = ""
    number: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Site:
    """A job board.

    Attributes:
        id: the record's file name; part of what the store knows a posting by.
        hosts: host names; a leading "*." stands for every subdomain and none.
        postings: a regular expression over path and query of a posting's page, '' for none.
        lists: the same for pages that list postings.
        list_title: one that a list's <title> must match, '' for any.
        posting_id: one over path and query whose group is the posting's number, '' for none.
        source: where the selectors come from.
    """

    id: str
    name: str
    hosts: tuple[str, ...]
    source: str
    postings: str = ""
    lists: str = ""
    list_title: str = ""
    posting_id: str = ""
    posting: PostingParts = PostingParts()
    card: Card | None = None

    def covers(self, host: str) -> bool:
        """Whether a host name is one of the board's."""
        return any(
            host == pattern.removeprefix("*.") or (pattern[0] == "*" and host.endswith(pattern[1:]))
            for pattern in self.hosts
        )
