"""A drawn page leaves nothing on the machine and reads nothing of it."""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from scraper import CannotRender, Page
from tests.scraper.web_site import Site

pytestmark = pytest.mark.browser

Drawn = Callable[..., Page]


def test_nothing_is_downloaded(site: Site, drawn: Drawn) -> None:
    before = set(_downloads())
    script = """
      const a = document.createElement('a');
      a.download = 'syncline-test-download.bin';
      a.href = URL.createObjectURL(new Blob(['x'.repeat(5000)]));
      document.body.append(a); a.click();
      const b = document.createElement('a');
      b.href = '/file.bin'; b.download = 'syncline-test-download.bin';
      document.body.append(b); b.click();
      location.href = '/file.bin';"""
    site.put("/", f"<body>text<script>{script}</script>")
    attached = {"Content-Disposition": "attachment; filename=syncline-test-download.bin"}
    site.put("/file.bin", b"x" * 5000, kind="application/octet-stream", headers=attached)
    assert b"text" in drawn(site.url()).body
    assert set(_downloads()) == before


def _downloads() -> Iterator[Path]:
    """Files that a browser would have put where it keeps downloads."""
    for folder in (Path.home() / "Downloads", Path.cwd()):
        yield from folder.glob("syncline-test-download*")
    for folder in Path(tempfile.gettempdir()).glob("playwright-artifacts-*"):
        yield from (file for file in folder.rglob("*") if file.is_file())


@pytest.mark.parametrize(
    "register",
    [
        "navigator.serviceWorker.register('/worker.js')",
        "ServiceWorkerContainer.prototype.register.call(navigator.serviceWorker, '/worker.js')",
    ],
)
def test_service_worker_is_not_started(site: Site, drawn: Drawn, register: str) -> None:
    script = f"""
      document.body.append(isSecureContext ? '[could]' : '[could not]');
      {register}.catch(() => {{}});
      navigator.serviceWorker.ready.then(() => document.body.append('[is]' + 'ready'));"""
    site.put("/", f"<body>text<script>{script}</script>")
    site.put("/worker.js", "fetch('/from-worker')", kind="text/javascript")
    body = drawn(site.url()).body
    assert b"[could]" in body
    assert b"[is]ready" not in body
    assert not {"/worker.js", "/from-worker"} & set(site.asked)


@pytest.mark.parametrize(
    "way",
    [
        "fetch(url).then(a => a.text()).then(t => document.body.append(t))",
        "const r = new XMLHttpRequest(); r.open('GET', url); r.onload = () =>"
        " document.body.append(r.responseText); r.send()",
        "document.body.innerHTML += `<iframe src='${url}'></iframe>`",
        "document.body.innerHTML += `<object data='${url}'></object>`",
        "location.href = url",
        "window.open(url)",
        "document.head.innerHTML += `<meta http-equiv=refresh content='0; url=${url}'>`",
    ],
)
def test_files_of_the_machine_are_not_read(
    site: Site, drawn: Drawn, tmp_path: Path, way: str
) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("kite-secret")
    script = f"const url = '{secret.as_uri()}'; {way}"
    site.put("/", f"<body>text<script>try {{ {script} }} catch {{}}</script>")
    try:
        page = drawn(site.url())
    except CannotRender:
        return  # it left for where nothing is
    assert page.url.startswith("http://")
    assert b"kite-secret" not in page.body
