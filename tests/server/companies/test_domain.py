"""The company's domain is read from what a posting holds, and never taken from a job board."""

import json

import pytest

from server.companies.domain import domain_of
from signals import Posting, read, read_text

TEXT = "Map Engineer. We seek an engineer for our team, with experience; the salary is fair. " * 3


def page(body: str = "", organization: object = None) -> str:
    thing = {"@type": "JobPosting", "title": "Map Engineer", "description": TEXT}
    data = json.dumps({**thing, "hiringOrganization": organization})
    script = f'<script type="application/ld+json">{data}</script>' if organization else ""
    return (
        f"<html><head><title>Map Engineer</title>{script}</head>"
        f"<body><h1>Map Engineer</h1><p>{TEXT}</p>{body}</body></html>"
    )


def found(html: str, url: str | None = None) -> str | None:
    return domain_of(read(html, url))


@pytest.mark.parametrize(
    "organization",
    [
        {"name": "Acme", "sameAs": "https://www.acme.com/about"},
        {
            "name": "Acme",
            "sameAs": ["https://www.linkedin.com/company/acme", "https://acme.com"],
        },
        {"name": "Acme", "url": "http://careers.acme.com"},
    ],
)
def test_page_may_declare_who_hires(organization: object) -> None:
    assert found(page(organization=organization)) == "acme.com"


def test_link_to_apply_leads_to_the_company() -> None:
    link = '<a href="https://careers.acme.co.uk/jobs/1">Apply now</a>'
    assert found(page(f'<a href="https://elsewhere.com">Our news</a>{link}')) == "acme.co.uk"


def test_link_to_apply_is_known_in_other_languages() -> None:
    assert found(page('<a href="https://acme.de/1">Jetzt bewerben</a>')) == "acme.de"


def test_mail_address_names_the_company() -> None:
    assert found(page('<a href="mailto:Jobs@Acme.com?subject=Hello">Write to us</a>')) == "acme.com"
    assert domain_of(read_text(f"{TEXT} Write to jobs@acme.io.")) == "acme.io"


@pytest.mark.parametrize(
    "address",
    [
        "https://boards.greenhouse.io/acme/jobs/1",
        "https://apply.workable.com/acme",
        "https://acme.bamboohr.com/careers/1",
        "https://www.linkedin.com/company/acme",
        "https://forms.gle/abc",
        "mailto:acme@gmail.com",
        "mailto:jobs@example.com",
        "mailto:nobody",
        "https://127.0.0.1/apply",
        "https://localhost/apply",
        "javascript:alert(1)",
        "https://[broken",
    ],
)
def test_shared_addresses_say_nothing_of_who_hires(address: str) -> None:
    assert found(page(f'<a href="{address}">Apply</a>')) is None


def test_own_address_counts_where_it_bears_the_companys_name() -> None:
    named = Posting(TEXT, company="Acme Widgets Inc.", url="https://jobs.acme-widgets.com/1")
    other = Posting(TEXT, company="Acme Widgets Inc.", url="https://manyjobs.com/1")
    assert (domain_of(named), domain_of(other)) == ("acme-widgets.com", None)


def test_site_on_a_shared_host_is_a_company_of_its_own() -> None:
    assert found(page('<a href="https://acme.github.io/jobs">Apply</a>')) == "acme.github.io"


def test_address_that_bears_the_companys_name_counts_before_others() -> None:
    body = (
        '<a href="https://unheard-of-ats.com/1">Apply</a> <a href="mailto:jobs@acme.com">Write</a>'
    )
    posting = read(page(body, organization={"name": "Acme Inc."}))
    assert domain_of(posting) == "acme.com"


def test_name_of_a_well_known_company_says_its_domain() -> None:
    posting = Posting(TEXT, company="GitLab", url="https://www.linkedin.com/jobs/view/1")
    assert domain_of(posting) == "gitlab.com"


@pytest.mark.parametrize(
    ("url", "domain"),
    [
        ("https://job-boards.greenhouse.io/octopus-deploy/jobs/1", "octopus.com"),
        ("https://posthog.bamboohr.com/careers/1", "posthog.com"),
        ("https://jobs.lever.co/nobody-known/1", None),
        ("https://elsewhere.com/gitlab/1", None),
    ],
)
def test_boards_address_may_name_a_well_known_company(url: str, domain: str | None) -> None:
    assert domain_of(Posting(TEXT, url=url)) == domain
