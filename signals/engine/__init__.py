"""From a text to a report, one way: text -> sentences -> matches -> signals -> report."""
