"""Extraction: the quotations, figures, dates and names of one article, as spans of its text."""
