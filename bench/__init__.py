"""Measurements, as commands that print a table; see bench/README.md."""
