"""The Chromium that draws pages: found on this machine, or installed once.

`python -m scraper.chromium` says which one is taken, with `--install` after getting one if needed.
"""

from scraper.chromium.finding import Browser, find
from scraper.chromium.installing import install

__all__ = ["Browser", "find", "install"]
