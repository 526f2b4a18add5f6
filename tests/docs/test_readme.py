"""Every command the README shows is run, and prints what the README says it prints."""

import re
from collections.abc import Iterator

import pytest

from docs.readme_examples import README, ROOT, Example, example_site, examples, printed

EXAMPLES = examples()


@pytest.fixture(scope="module")
def site_port() -> Iterator[str]:
    with example_site() as port:
        yield port


def test_readme_shows_commands() -> None:
    assert {example.command.split()[1] for example in EXAMPLES} >= {"analyze", "check", "rules"}


@pytest.mark.parametrize("example", EXAMPLES, ids=[example.command for example in EXAMPLES])
def test_command_prints_what_the_readme_shows(example: Example, site_port: str) -> None:
    assert printed(example, site_port) == example.output


def test_readme_names_only_files_that_exist() -> None:
    linked = re.findall(r"\]\((?!https?:|#)([^)#]+)", README.read_text(encoding="utf-8"))
    assert linked
    assert [path for path in linked if not (ROOT / path).exists()] == []
