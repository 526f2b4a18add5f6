"""What a pasted ad is called: the line that names the job, never the heading of a section."""

import pytest

from signals import read, read_text

REST = "We seek somebody who writes well. Apply now."


@pytest.mark.parametrize(
    ("beginning", "title"),
    [
        ("Tern Maps\nSenior Map Engineer\nOslo", "Senior Map Engineer"),
        ("About the company\nMap Engineer", "Map Engineer"),
        ("### Map Engineer", "Map Engineer"),
        ("Job Title: Map Engineer", "Map Engineer"),
        ("Position - Map Engineer", "Map Engineer"),
        ("Cook wanted", "Cook wanted"),
        ("Description of seabirds wanted | Oslo", "Description of seabirds wanted | Oslo"),
    ],
)
def test_line_at_the_top_names_the_job(beginning: str, title: str) -> None:
    assert read_text(f"{beginning}\n\n{REST}").title == title


@pytest.mark.parametrize(
    "heading",
    ["About us", "Company Description", "### The role", "Who we are", "Headquarters: Oslo"],
)
def test_heading_of_a_section_is_no_title(heading: str) -> None:
    assert read_text(f"{heading}\n\n{REST}").title is None


def test_first_line_in_parts_is_cut_between_them() -> None:
    kept = "Tern Maps | Cooks and bakers | Oslo, or remote in Norway | Full time"
    text = f"{kept} | https://tern.example/jobs/7\n\n{REST}"
    assert read_text(text).title == kept


def test_line_is_no_title_where_it_reaches_beyond_the_top() -> None:
    text = f"{REST}\n" + "We sail. " * 40 + "\nSenior engineer of maps for every small harbour"
    assert read_text(f"{text}\n{REST}").title is None


def test_fragment_of_html_is_called_by_the_same_line() -> None:
    page = f"<p>About us</p><p>Job title: Map Engineer</p><p>{REST}</p>"
    assert read(page).title == "Map Engineer"
