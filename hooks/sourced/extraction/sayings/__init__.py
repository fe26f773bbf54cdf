"""Sayings: the verbs and nouns of saying, and the frames in which they take what is said.

The quotations are found by them, and the names by who does them; so they stand in front of both.
"""
