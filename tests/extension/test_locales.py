"""Every text a user reads is there in every language, and every one is used."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

LANGUAGES = ("de", "en")


def load(extension: Path, language: str) -> dict[str, Any]:
    path = extension / "_locales" / language / "messages.json"
    return dict(json.loads(path.read_text(encoding="utf-8")))


def placeholders(message: dict[str, Any]) -> set[str]:
    return {name.lower() for name in re.findall(r"\$(\w+)\$", message["message"])}


@pytest.fixture(scope="session")
def wanted(extension: Path, scripts: dict[str, str]) -> set[str]:
    """The keys that scripts, pages and the manifest ask for; "aspect_*" stands for a family."""
    everything = "\n".join(scripts.values())
    calls = re.findall(r"""\bsay\((.*?)[,)]""", everything)
    literals = {key for call in calls for key in re.findall(r'"(\w+)"', call)} - {
        "offline",
        "unclear",
    }
    families = {f"{stem}*" for stem in re.findall(r"say\(`(\w+_)\$\{", everything)}
    pages = "\n".join(path.read_text(encoding="utf-8") for path in extension.rglob("*.html"))
    manifest = (extension / "manifest.json").read_text(encoding="utf-8")
    marked = set(re.findall(r'data-say="(\w+)"', pages)) | set(
        re.findall(r"__MSG_(\w+)__", manifest)
    )
    return literals | families | marked


def belongs(key: str, wanted: set[str]) -> bool:
    return key in wanted or any(key.startswith(name[:-1]) for name in wanted if name.endswith("*"))


def test_folders_are_the_languages(extension: Path) -> None:
    assert sorted(path.name for path in (extension / "_locales").iterdir()) == list(LANGUAGES)


def test_languages_have_the_same_keys_in_the_same_order(extension: Path) -> None:
    assert list(load(extension, "de")) == list(load(extension, "en"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_placeholder_is_declared(language: str, extension: Path) -> None:
    for key, message in load(extension, language).items():
        assert placeholders(message) == set(message.get("placeholders", {})), key


def test_translations_keep_the_placeholders(extension: Path) -> None:
    english = load(extension, "en")
    for key, message in load(extension, "de").items():
        assert placeholders(message) == placeholders(english[key]), key


def test_every_key_that_is_asked_for_exists(extension: Path, wanted: set[str]) -> None:
    english = load(extension, "en")
    plain = {key for key in wanted if not key.endswith("*")}
    assert plain - set(english) == set()


def test_every_text_is_used(extension: Path, wanted: set[str]) -> None:
    assert [key for key in load(extension, "en") if not belongs(key, wanted)] == []


def test_description_fits_the_browser(extension: Path) -> None:
    for language in LANGUAGES:
        assert len(load(extension, language)["description"]["message"]) <= 132
