"""A known board's page is read from the places that its record names."""

from __future__ import annotations

from signals import read
from signals.model import ReadBy

URL = "https://jobs.lever.co/tern/0e2f2f6a-61d5-4f0e-9d7b-1e2f3a4b5c6d"
AD = (
    "Your responsibilities: sea charts. Requirements: experience with maps. We offer a salary and "
    "benefits. Apply with your resume. " * 4
)
PAGE = f"""<html><head><title>Tern - Map Maker</title></head><body>
<div class="posting-headline"><h2>Map Maker</h2>
<div class="posting-categories"><div class="location">Oslo</div></div></div>
<p>Forty other jobs await you.</p>
<div class="posting-page"><div class="section-wrapper page-full-width"><p>{AD}</p></div></div>
</body></html>"""


def test_parts_come_from_the_places_of_the_record() -> None:
    posting = read(PAGE, URL)
    assert posting.read_by is ReadBy.SITE
    assert (posting.title, posting.location) == ("Map Maker", "Oslo")
    assert "sea charts" in posting.text
    assert "Forty other jobs" not in posting.text


def test_page_of_new_markup_is_read_another_way() -> None:
    changed = PAGE.replace("section-wrapper", "wrapper-of-today")
    assert read(changed, URL).read_by is ReadBy.MAIN_CONTENT


def test_page_elsewhere_is_not_read_by_the_record() -> None:
    assert read(PAGE, "https://tern.example/jobs/1").read_by is ReadBy.MAIN_CONTENT


def test_part_within_a_part_is_read_once() -> None:
    url = "https://apply.workable.com/tern/j/A1B2C3/"
    inner = f'<div data-ui="job-requirements"><p>{AD}</p></div>'
    page = f'<h1 data-ui="job-title">Maker</h1><div data-ui="job-description">{inner}</div>'
    text = read(f"<html><body>{page}</body></html>", url).text
    assert text.count(AD.strip()) == 1
