"""Does a company publish how it works? From a domain to a finding, with what was looked at.

Its parts are imported from their modules: what knows a company by its domain needs no network.
"""
