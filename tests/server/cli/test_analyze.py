"""`syncline analyze`: a file, an address or standard input to a report."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.server.cli.conftest import Run

AD = b"Map Engineer\n\nWe seek an engineer. There is a daily standup at 9:30. Apply now.\n"
PAGE = (
    b"<html><head><title>Map Engineer</title></head><body><h1>Map Engineer</h1>"
    b"<p>We seek an engineer with experience. There is a daily standup. Apply now.</p>"
    b"</body></html>"
)


class _Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        found = self.path == "/jobs/7"
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(PAGE) if found else 0))
        self.end_headers()
        if found:
            self.wfile.write(PAGE)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Site) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_report_names_position_signals_and_questions(run: Run, tmp_path: Path) -> None:
    (tmp_path / "ad.txt").write_bytes(AD)
    done = run("analyze", str(tmp_path / "ad.txt"))
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.split("\n")
    assert lines[0] == "Map Engineer"
    assert lines[1].startswith("Fully sync  async ▱▱▱▱▰ sync  ")
    assert "sync   meetings  “There is a daily standup at 9:30.”" in lines
    assert "Ask" in lines


def test_standard_input_is_read(run: Run) -> None:
    assert run("analyze", "-", stdin=AD).stdout.startswith("Map Engineer\nFully sync")


def test_html_file_is_read_as_a_page(run: Run, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(PAGE)
    assert run("analyze", str(tmp_path / "page.html")).stdout.startswith("Map Engineer\n")


def test_address_is_fetched(run: Run, site: str) -> None:
    done = run("analyze", "--allow-private", f"{site}/jobs/7")
    assert done.stdout.startswith("Map Engineer\nFully sync")


def test_json_has_the_shape_of_the_api(run: Run) -> None:
    document = json.loads(run("analyze", "--json", "-", stdin=AD).stdout)
    assert (document["id"], document["created_at"]) == (None, None)
    evidence = document["report"]["signals"][0]["evidence"]
    text = document["posting"]["text"]
    assert text[evidence["start"] : evidence["end"]] == evidence["quote"]
    assert document["company_domain"] is None
    assert document["handbook"] is None


def test_escape_sequences_of_a_page_never_reach_the_terminal(run: Run) -> None:
    hostile = b"Cook \x1b]0;pwned\x07\x1b[2J wanted\n\nA \x1b[31mdaily standup for our team.\n"
    assert "\x1b" not in run("analyze", "-", stdin=hostile).stdout


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "standard input: there is no text. Give a page or a text that holds a job ad."),
        (b"%PDF-1.7\n" + bytes(range(256)) * 8, "standard input: this is not a text but a binary"),
        (b"The moon pulls the water. " * 40, "standard input: this is no job ad"),
        (b"<p>job</p>" * 2_000_000, "standard input: this is longer than 10 million characters."),
        (b"<title>Sign in | Jobs</title>Password", "standard input: this is a login wall"),
    ],
)
def test_what_is_no_posting_is_one_line_and_exit_code_1(
    run: Run, content: bytes, says: str
) -> None:
    done = run("analyze", "-", stdin=content)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"syncline: {says}")
    assert done.stderr.count("\n") == 1


def test_broken_encoding_is_read_as_well_as_it_goes(run: Run) -> None:
    done = run("analyze", "-", stdin=b"Caf\xe9 cook \xff wanted\n\nOur team has a daily standup.")
    assert done.returncode == 0
    assert "daily standup" in done.stdout


def test_json_ld_that_is_no_json_falls_back_to_the_page(run: Run) -> None:
    page = PAGE.replace(b"</head>", b"<script type='application/ld+json'>{nope</script></head>")
    assert run("analyze", "-", stdin=page).stdout.startswith("Map Engineer\nFully sync")


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("/nowhere/ad.txt", "/nowhere/ad.txt: there is no such file."),
        ("/", "/: is a folder."),
        ("http://nowhere.invalid/7", "nowhere.invalid: the name does not resolve."),
        ("http://127.0.0.1:9/", "127.0.0.1"),
    ],
)
def test_what_cannot_be_read_is_one_line_and_exit_code_1(run: Run, source: str, says: str) -> None:
    done = run("analyze", source)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("syncline: ")
    assert says in done.stderr
    assert done.stderr.count("\n") == 1


def test_page_that_is_gone_says_so(run: Run, site: str) -> None:
    done = run("analyze", "--allow-private", f"{site}/jobs/8")
    assert done.returncode == 1
    assert "404" in done.stderr


def test_wrong_usage_is_exit_code_2(run: Run) -> None:
    assert run("analyze").returncode == 2
    assert run("nothing").returncode == 2


def test_profile_says_what_the_hours_mean_there(run: Run) -> None:
    ad = b"Map Engineer\n\nWe seek an engineer. Working hours: 9am to 5pm EST.\n"
    printed = run("analyze", "--time-zone", "Asia/Jakarta", "-", stdin=ad).stdout
    assert "For you: suits poorly" in printed
    assert "0 of 8 hours fall in your day." in " ".join(printed.split())


@pytest.mark.parametrize("stage", ["senior", "SENIOR"])
def test_stage_is_taken_in_small_letters_and_in_capitals(run: Run, stage: str) -> None:
    done = run("analyze", "--time-zone", "UTC", "--stage", stage, "-", stdin=AD)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    "options", [("--hours", "9-18"), ("--stage", "senior"), ("--fixed-commitments",)]
)
def test_half_a_profile_is_exit_code_2(run: Run, options: tuple[str, ...]) -> None:
    done = run("analyze", *options, "-", stdin=AD)
    assert done.returncode == 2
    assert "need --time-zone" in done.stderr


@pytest.mark.parametrize(
    "options",
    [
        ("--time-zone", "Mars/Olympus"),
        ("--time-zone", "UTC", "--hours", "late"),
        ("--time-zone", "UTC", "--hours", "9:75-18"),
        ("--time-zone", "UTC", "--hours", "9-18:99"),
    ],
)
def test_wrong_profile_is_exit_code_2(run: Run, options: tuple[str, ...]) -> None:
    done = run("analyze", *options, "-", stdin=AD)
    assert done.returncode == 2
    assert options[-2] in done.stderr
