"""Quotations: who says what, and by which words.

``marks`` scans quotation marks and ``words`` cuts sentences into words; ``verbs`` and ``nouns`` read
the tables of cues and ``cues`` finds them in a sentence; ``predicates``, ``subjects`` and
``nounphrases`` read the source, ``content`` with ``openings``, ``objects``, ``clauses``, ``adjuncts``,
``endings`` and ``fronts`` what is said; ``readings``, with ``attributions``, ``passives`` and
``participles``, puts one cue together, ``turns`` with ``people`` tells who speaks without one, and
``quotations``, the front, reads an article.
"""

from sourced.extraction.quotations.quotations import find

__all__ = ["find"]
