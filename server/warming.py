"""Does once at the start what the first analysis, and those beside it, would wait for."""

from __future__ import annotations

import gc
import sys

from signals import analyze, read

_PAGE = """<html lang="en"><head><title>Cook at Tern Maps</title></head><body><main><h1>Cook</h1>
<h2>About the role</h2>
<p>We are looking for a cook to join our team. You write our recipes down.</p>
<h2>Requirements</h2><ul><li>Five years of experience in a kitchen.</li></ul>
<p>Full-time. Apply now with your CV.</p></main></body></html>"""

_SWITCH_SECONDS = 0.001
"""How long an analysis may keep the others from Python's lock, who mostly need it for a moment."""


def warm_up() -> None:
    """Load rules and readers, and make the process one that analyses beside answering.

    The garbage collector looks at all objects again and again while a page's elements come and go:
    a quarter of a large page's analysis. From now on it leaves alone what is loaded here, which
    never goes. And threads take turns more often than Python's usual 0.005 seconds.
    """
    analyze(read(_PAGE))
    gc.collect()
    gc.freeze()
    sys.setswitchinterval(_SWITCH_SECONDS)
