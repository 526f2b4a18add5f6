"""The service on the seeker's own machine: API, store, pages, command line."""
