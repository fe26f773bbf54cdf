"""Quotations: who says what, and by which words.

``marks`` scans quotation marks and ``words`` cuts sentences into words; ``wordclasses`` tells what part of
speech a word may be. ``cues`` finds the words of saying, whose tables are in ``extraction/sayings``.

Who speaks: ``nounphrases``, ``predicates``, ``subjects`` and ``appositions``; ``agents`` tells who can.
What is said: ``content`` asks ``openings`` (with ``clauses``, ``objects`` and ``adjuncts``) where it begins,
``endings`` where it ends, and ``performatives`` whether the saying is itself the deed; ``fronts`` reads what
stands in front of its cue.

``readings`` puts one cue together, with ``attributions`` for those without a speaking subject, ``passives``
and ``participles``. ``turns``, with ``people``, tells who speaks without a cue. ``quotations``, the front,
reads an article.
"""

from sourced.extraction.quotations.quotations import find

__all__ = ["find"]
