"""The companies behind the postings: their domain, and whether they publish a handbook."""
