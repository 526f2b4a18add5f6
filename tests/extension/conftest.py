"""The extension's own files, read once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(scope="session")
def extension() -> Path:
    """The folder that a browser loads."""
    return Path(__file__).resolve().parents[2] / "extension"


@pytest.fixture(scope="session")
def manifest(extension: Path) -> dict[str, Any]:
    return dict(json.loads((extension / "manifest.json").read_text(encoding="utf-8")))


@pytest.fixture(scope="session")
def scripts(extension: Path) -> dict[str, str]:
    """Every script, by its path within the extension."""
    paths = sorted(extension.rglob("*.js"))
    return {str(path.relative_to(extension)): path.read_text(encoding="utf-8") for path in paths}
