"""The manifest asks for little, names files that exist, and agrees with the package."""

import io
import re
import struct
import tomllib
import zipfile
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest

ROOT = Path(__file__).resolve().parents[2]


def test_only_storage_the_clicked_tab_and_this_machine_are_asked_for(
    manifest: dict[str, Any],
) -> None:
    assert manifest["permissions"] == ["storage", "activeTab", "scripting"]
    assert manifest["host_permissions"] == ["http://127.0.0.1/*", "http://localhost/*"]


def test_pages_are_read_over_https_only(manifest: dict[str, Any]) -> None:
    badges, _pairing = manifest["content_scripts"]
    assert all(pattern.startswith("https://") for pattern in badges["matches"])


def test_codes_are_read_from_this_machines_page_only(manifest: dict[str, Any]) -> None:
    _badges, pairing = manifest["content_scripts"]
    assert pairing["matches"] == ["http://127.0.0.1/connect", "http://localhost/connect"]
    assert pairing["js"] == ["pairing/hand-over.js"]


def test_whole_package_stays_under_a_hundred_kilobytes(extension: Path) -> None:
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(extension.rglob("*")):
            archive.write(file, file.relative_to(extension))
    assert len(package.getvalue()) < 100_000


def test_version_is_that_of_the_package(manifest: dict[str, Any]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert manifest["version"] == project["version"]


def test_every_named_file_exists(manifest: dict[str, Any], extension: Path) -> None:
    named = [
        *manifest["icons"].values(),
        *manifest["action"]["default_icon"].values(),
        *(file for script in manifest["content_scripts"] for file in script["js"]),
        manifest["background"]["service_worker"],
        *manifest["background"]["scripts"],
        manifest["options_ui"]["page"],
        manifest["action"]["default_popup"],
    ]
    assert [name for name in named if not (extension / name).is_file()] == []


@pytest.mark.parametrize("size", [16, 32, 48, 128])
def test_icon_has_the_size_it_is_named_for(size: int, extension: Path) -> None:
    header = (extension / "icons" / f"{size}.png").read_bytes()[:24]
    assert header.startswith(b"\x89PNG")
    assert struct.unpack(">II", header[16:24]) == (size, size)


def test_every_module_a_page_needs_is_reachable_for_it(
    manifest: dict[str, Any], scripts: dict[str, str]
) -> None:
    (reachable,) = manifest["web_accessible_resources"]
    folders = {pattern.partition("/")[0] for pattern in reachable["resources"]}
    needed = {path.partition("/")[0] for path in scripts} - {
        "background",
        "settings",
        "options",
        "pairing",
        "popup",
        "welcome",
    }
    assert folders == needed


@pytest.mark.parametrize("sink", ["innerHTML", "outerHTML =", "insertAdjacentHTML", "eval("])
def test_no_script_turns_text_into_markup_or_code(sink: str, scripts: dict[str, str]) -> None:
    assert [path for path, text in scripts.items() if sink in text] == []


def test_only_the_background_part_opens_connections(scripts: dict[str, str]) -> None:
    callers = {path for path, text in scripts.items() if "fetch(" in text}
    own_files = {"badge/style.js", "content/sites.js"}  # read files of the extension itself
    assert callers - own_files == {"background/service.js"}


def test_modules_that_a_page_needs_are_all_asked_for_at_once(scripts: dict[str, str]) -> None:
    preloaded = {
        f"{name}.js" for name in re.findall(r'^  "([\w/-]+)"', scripts["content/start.js"], re.M)
    }
    assert preloaded == imported("content/main.js", scripts)


def imported(path: str, scripts: dict[str, str]) -> set[str]:
    """Return a module and all that it imports, directly or not."""
    found = {path}
    waiting = [path]
    while waiting:
        module = waiting.pop()
        names = re.findall(r'^import [^;]*? from "(\.[^"]+)";', scripts[module], re.M)
        new = {urljoin(module, name) for name in names} - found
        found |= new
        waiting += new
    return found
