"""Figures: numbers that count or measure something.

``unit_table``, ``subunits`` and ``figure_words`` hold the tables; ``unit_words`` reads a unit as it is
written, ``units`` the unit of a number, ``rates`` what it is told by; ``quantities`` puts number and unit
together, ``multiples`` reads "twice" and its like, ``ranges`` and ``bounds`` what stands around it,
``counted`` and ``nouns`` what it counts, ``ages`` the ages of people; ``designations`` and ``uncounted``
tell what only looks like a figure ("No. 2", a year); ``figures`` is the front.
"""

from sourced.extraction.figures.figures import find, whole

__all__ = ["find", "whole"]
