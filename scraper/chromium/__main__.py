"""`python -m scraper.chromium [--install]`: which Chromium is taken, in one line."""

from __future__ import annotations

import argparse
import sys

from scraper.chromium.finding import find
from scraper.chromium.installing import install
from scraper.errors import NoBrowser


def main() -> int:
    """Print the Chromium that is taken; return 0, or 1 where there is none."""
    parser = argparse.ArgumentParser(prog="python -m scraper.chromium", description=__doc__)
    parser.add_argument("--install", action="store_true", help="get one if there is none")
    arguments = parser.parse_args()
    try:
        browser = install() if arguments.install else find()
    except NoBrowser as error:
        print(error, file=sys.stderr)
        return 1
    print(f"Chromium: {browser}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
