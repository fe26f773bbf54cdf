"""Figures: numbers that count or measure something.

``unit_table`` and ``units`` know the units; ``quantities`` reads a number with its unit, ``ranges``
and ``bounds`` what stands around it, ``counted`` the noun that it counts; ``designations`` and
``uncounted`` tell what only looks like a figure ("No. 2", a year); ``figures`` is the front.
"""

from sourced.extraction.figures.figures import find, whole

__all__ = ["find", "whole"]
