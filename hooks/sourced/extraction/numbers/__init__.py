"""Numbers in words and digits.

``numerals`` reads digits, ``grammar`` puts number words together, ``numbers`` finds both in a text.
"""

from sourced.extraction.numbers.grammar import Shape, product
from sourced.extraction.numbers.numbers import Number, scale, scan, value

__all__ = ["Number", "Shape", "product", "scale", "scan", "value"]
