"""Quotations: who says what, and by which words.

``marks`` scans quotation marks and ``words`` cuts sentences into words; ``verbs`` reads ``cues.tsv``
and ``cues`` finds them in a sentence; ``subjects`` and ``nounphrases`` read the source, ``content`` with
``openings``, ``clauses``, ``adjuncts``, ``endings`` and ``fronts`` what is said; ``attributions`` and
``readings`` put one cue together, ``turns`` with ``people`` tells who speaks without one, and
``quotations``, the front, reads an article.
"""

from sourced.extraction.quotations.quotations import find

__all__ = ["find"]
