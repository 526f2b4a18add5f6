"""What an analysis will be in the store, worked out without one: workers load no database.

entries       posting and report as they are stored
derived       the columns that lists filter and sort by
folding       words as a search finds them
storable      texts as every database takes them
"""
