"""How well `scraper.check` finds handbooks, over replayed sites on loopback."""
