"""Who is asking: the one place that says what Syncline calls itself on the network."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import version


@dataclass(frozen=True, slots=True)
class Identity:
    """The name that sites see and that their robots.txt may address.

    Attributes:
        product: the robots.txt token, RFC 9309 section 2.2.1.
        version: the installed version.
        homepage: where a site's owner reads what this is.
        purpose: what it does, in a few words.
        contact: where a site's owner can complain.
    """

    product: str
    version: str
    homepage: str
    purpose: str
    contact: str

    @property
    def user_agent(self) -> str:
        """The User-Agent header."""
        about = f"+{self.homepage}; {self.purpose}; contact {self.contact}"
        return f"{self.product}/{self.version} ({about})"


SYNCLINE = Identity(
    product="Syncline",
    version=version("syncline"),
    homepage="https://github.com/syncline/syncline",
    purpose="checks public handbooks",
    contact="https://github.com/syncline/syncline/issues",
)
