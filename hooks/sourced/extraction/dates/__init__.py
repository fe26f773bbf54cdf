"""Time expressions and their TIMEX3 values.

``expressions`` finds them by the grammar in ``time_grammar.txt``; ``plausibility`` (with
``plausible_names``, ``plausible_steps`` and ``surroundings``) and ``tense`` read what stands around them,
``discourse`` what the text has said before; ``calendar_resolution``, ``calendar_names`` (with
``holidays``), ``calendar_steps`` and ``durations`` give them values in a ``time_context``; ``neighbours``
joins those that stand side by side; ``timex`` is the notation; ``dateline`` finds the date
of the article itself; ``dates`` is the front.
"""

from sourced.extraction.dates.dates import find, own_date, published

__all__ = ["find", "own_date", "published"]
