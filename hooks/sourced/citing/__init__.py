"""Citing: footnotes into the editors' pages, and the checks on what editors wrote."""
