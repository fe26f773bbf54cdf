"""Figures: numbers that count or measure something.

``unit_table`` and ``units`` know the units and their rates; ``quantities`` reads a number with its
unit, ``multiples`` "twice" and its like, ``ranges`` and ``bounds`` what stands around it, ``counted``
and ``nouns`` what it counts, ``ages`` the ages of people; ``designations`` and ``uncounted`` tell what
only looks like a figure ("No. 2", a year); ``figures`` is the front.
"""

from sourced.extraction.figures.figures import find, whole

__all__ = ["find", "whole"]
