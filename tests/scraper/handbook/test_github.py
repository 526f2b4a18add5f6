"""Which organisation on GitHub is the company's, and which of its repositories to look at."""

from scraper.handbook.company import parse_company
from scraper.handbook.github import guessed_repositories, listed_repositories, organisation
from scraper.handbook.reading import Link, ReadPage

ACME = parse_company("acme.com")


def page(*links: str) -> ReadPage:
    return ReadPage("https://acme.com/", "", (), "", tuple(Link(link, "") for link in links))


def test_only_linked_organisation_is_the_companys() -> None:
    assert organisation(page("https://github.com/kites", "https://acme.com/"), ACME) == "kites"


def test_organisation_of_the_companys_name_is_taken_among_others() -> None:
    links = ("https://github.com/ann", "https://github.com/bob", "https://github.com/acme-inc/app")
    assert organisation(page(*links), ACME) == "acme-inc"


def test_peoples_own_pages_are_no_organisation() -> None:
    assert organisation(page("https://github.com/ann", "https://github.com/bob"), ACME) is None


def test_repository_of_another_name_proves_nothing() -> None:
    assert organisation(page("https://github.com/famous/framework"), ACME) is None


def test_githubs_own_pages_are_no_organisation() -> None:
    assert organisation(page("https://github.com/features", "https://github.com/"), ACME) is None


def test_most_usual_repository_is_tried_first() -> None:
    assert guessed_repositories("acme")[0] == "https://github.com/acme/handbook"


def test_listed_repositories_that_sound_like_a_handbook_are_found() -> None:
    names = ("acme/app", "acme/un-handbook", "acme/playbook", "else/handbook", "acme/app/issues")
    listed = listed_repositories(page(*(f"https://github.com/{name}" for name in names)), "Acme")
    assert listed == (
        "https://github.com/acme/un-handbook",
        "https://github.com/acme/playbook",
    )


def test_pages_site_that_sounds_like_a_handbook_is_found() -> None:
    links = ("https://acme.github.io/handbook/", "https://acme.github.io/app/")
    assert listed_repositories(page(*links), "Acme") == ("https://acme.github.io/handbook/",)
