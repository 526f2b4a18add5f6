"""What the end-to-end tests play on: a job board, the service, a browser with the extension."""
