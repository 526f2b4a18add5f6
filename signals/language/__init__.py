"""Which language a posting is written in."""

from signals.language.detection import detect
from signals.language.names import name_of

__all__ = ["detect", "name_of"]
