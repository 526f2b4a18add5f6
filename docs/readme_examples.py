"""The README's console examples, to be run; `python docs/readme_examples.py` renews them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
PORT = "8031"
"""The port of the example site as the README writes it; a run takes a free one."""

_SESSION = re.compile(
    r"^(?P<opening>```console\n\$ (?P<command>[^\n]+)\n)(?P<output>.+?\n)(?=^```$)", re.M | re.S
)


@dataclass(frozen=True, slots=True)
class Example:
    """A command as the README shows it, and what it says the command prints.

    `output` that ends in a line `…` is only how a longer output begins.
    """

    command: str
    output: str

    @property
    def is_cut(self) -> bool:
        """Whether only the beginning is shown."""
        return self.output.rstrip().endswith("…")


def examples() -> list[Example]:
    """Return the README's examples, in order."""
    text = README.read_text(encoding="utf-8")
    return [Example(found["command"], found["output"]) for found in _SESSION.finditer(text)]


@contextmanager
def example_site() -> Iterator[str]:
    """Serve the example site; yields the port it was given."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    folder = ROOT / "docs" / "examples" / "tern-maps-site"
    handler = partial(Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield str(server.server_port)
        finally:
            server.shutdown()
            thread.join()


def printed(example: Example, port: str) -> str:
    """Run an example and return what it prints, cut to as many lines as the README shows."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "COLUMNS": "100", "NO_COLOR": "1"}
    done = subprocess.run(
        example.command.replace(PORT, port).split(),
        cwd=ROOT, env=environment, text=True, timeout=120, check=False,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    output = done.stdout.replace(port, PORT).rstrip() + "\n"
    if example.is_cut:
        kept = output.split("\n")[: example.output.rstrip().count("\n")]
        output = "\n".join([*kept, "…"]) + "\n"
    return output


def main() -> None:
    """Write what the commands print today into the README."""
    with example_site() as port:

        def renewed(found: re.Match[str]) -> str:
            example = Example(found["command"], found["output"])
            return found["opening"] + printed(example, port)

        text = _SESSION.sub(renewed, README.read_text(encoding="utf-8"))
    README.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
