"""The boards' records: which address is a posting's, and what a slip in a record is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from signals.errors import BadSite
from signals.sites import load, posting_key, site_of

RECORD = """
name = "Tern Jobs"
hosts = ["*.tern.example"]
postings = '^/jobs/[0-9]+'
posting_id = '/jobs/([0-9]+)'
source = "invented"

[posting]
title = ["h1"]
description = [".ad"]
"""

CARD = """
[card]
item = "li"
title = "b"
link = "a"
number = "id"
address = "https://gull.example/jobs/"
"""
"""Cards whose postings would stand on another board's host."""


def test_every_record_is_in_order() -> None:
    assert len(load()) >= 24
    assert len({site.id for site in load()}) == len(load())


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://www.linkedin.com/jobs/view/map-maker-at-tern-4411867124", "linkedin"),
        ("https://de.linkedin.com/jobs/search?keywords=maps&currentJobId=44", "linkedin"),
        ("https://www.indeed.com/viewjob?jk=aa11", "indeed"),
        ("https://weworkremotely.com/remote-jobs/tern-maps-map-maker", "weworkremotely"),
        ("https://remoteok.com/remote-jobs/remote-map-maker-tern-maps-1088", "remoteok"),
        ("https://job-boards.greenhouse.io/tern/jobs/507", "greenhouse"),
        ("https://jobs.lever.co/tern/0e2f2f6a-61d5-4f0e-9d7b-1e2f3a4b5c6d", "lever"),
        ("https://jobs.ashbyhq.com/tern/0e2f2f6a-61d5-4f0e-9d7b-1e2f3a4b5c6d", "ashby"),
        ("https://apply.workable.com/tern/j/A1B2C3/", "workable"),
        ("https://tern.wd5.myworkdayjobs.com/en-US/Tern/job/Oslo/Map-Maker_R-1", "workday"),
        ("https://tern.bamboohr.com/careers/31", "bamboohr"),
        ("https://himalayas.app/companies/tern/jobs/map-maker", "himalayas"),
    ],
)
def test_address_of_a_posting_names_its_board(url: str, site: str) -> None:
    found = site_of(url)
    assert found is not None
    assert found.id == site


@pytest.mark.parametrize(
    "url",
    [
        "https://www.linkedin.com/feed/",
        "https://weworkremotely.com/remote-jobs/search?term=maps",
        "https://notlinkedin.com/jobs/view/1",
        "https://news.ycombinator.com/item?id=1",
        "http://[::1",
        "",
        None,
    ],
)
def test_any_other_address_names_none(url: str | None) -> None:
    assert site_of(url) is None


@pytest.mark.parametrize(
    ("url", "key"),
    [
        (
            "https://www.linkedin.com/jobs/view/map-maker-at-tern-4411867124?trk=x",
            "linkedin:4411867124",
        ),
        ("https://de.linkedin.com/jobs/search?currentJobId=4411867124", "linkedin:4411867124"),
        ("https://www.indeed.com/viewjob?jk=aa11&from=serp", "indeed:aa11"),
        ("https://www.workatastartup.com/jobs/79024", "workatastartup:79024"),
        ("https://www.ycombinator.com/companies/tern/jobs/9Cx-map?x", "workatastartup:9Cx-map"),
        ("https://boards.greenhouse.io/embed/job_app?token=507", "greenhouse:507"),
        ("https://tern.example/jobs/7/?utm_source=x#apply", "tern.example/jobs/7"),
        ("about:blank", None),
        (None, None),
    ],
)
def test_posting_is_known_by_the_same_key_under_all_its_addresses(
    url: str | None, key: str | None
) -> None:
    assert posting_key(url) == key


def written(folder: Path, record: str) -> Path:
    (folder / "tern.toml").write_text(record, encoding="utf-8")
    return folder


def test_record_is_read(tmp_path: Path) -> None:
    (site,) = load(written(tmp_path, RECORD))
    assert (site.id, site.posting.description) == ("tern", (".ad",))
    assert site.covers("tern.example")
    assert site.covers("se.tern.example")
    assert not site.covers("stern.example")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("h1", "h1[", "no selector: h1["),
        ("^/jobs/[0-9]+'", "^/jobs/['", "`postings` is no regular expression"),
        ("/jobs/([0-9]+)", "/jobs/[0-9]+", "`posting_id` needs a group"),
        ('source = "invented"', 'sauce = "x"', "sauce"),
        ("postings = '^/jobs/[0-9]+'", "", "neither postings nor a list"),
        ("hosts", "[hosts", "is no record"),
        ('[".ad"]', f'[".ad"]{CARD}', "`number` and `address` go together"),
    ],
)
def test_slip_in_a_record_is_named_with_its_file(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    with pytest.raises(BadSite, match=r"tern\.toml") as refused:
        load(written(tmp_path, RECORD.replace(old, new)))
    assert said in str(refused.value)
