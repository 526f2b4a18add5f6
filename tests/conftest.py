"""What all rooms' tests share."""

from hypothesis import settings

# Tests are never timed: the first call of an engine loads what later ones keep.
settings.register_profile("syncline", deadline=None)
settings.load_profile("syncline")
