"""The part of gunicorn that Syncline uses; the library ships no types."""
