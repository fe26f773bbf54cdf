"""Numbers in words and digits.

``numerals`` reads digits, ``numbers`` both.
"""

from sourced.extraction.numbers.numbers import Number, Shape, scan, value

__all__ = ["Number", "Shape", "scan", "value"]
