"""The people and bodies of one article, and whom a mention means.

``capitals`` finds runs of capitalised words; ``candidates``, ``people``, ``bodies`` and ``roles`` tell
what they name; ``names`` is the front. ``resolution`` is a second front: with ``register``,
``sources``, ``genders``, ``holders`` and ``antecedents`` it tells who "he" or "the minister" is.
"""

from sourced.extraction.names.names import find

__all__ = ["find"]
