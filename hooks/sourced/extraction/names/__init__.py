"""The people and bodies of one article, and whom a mention means.

``names`` is the front. ``capitals`` finds runs of capitalised words; ``candidates``, ``people``,
``bodies``, ``singles`` (names of one word) and ``roles`` tell what they name, with ``wording`` (what the
words tell alone), ``speaking`` (who is a source) and ``actors`` (who acts by a role). ``resolution`` is a
second front: with ``register``, ``sources``, ``wholes``, ``genders``, ``holders`` and ``antecedents`` it
tells who "he" or "the minister" is.
"""

from sourced.extraction.names.names import find

__all__ = ["find"]
