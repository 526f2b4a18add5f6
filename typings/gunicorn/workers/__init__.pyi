"""The ways in which gunicorn runs an application."""
