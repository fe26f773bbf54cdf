"""Time expressions and their TIMEX3 values.

``expressions`` finds them by the grammar in ``time_grammar.txt``; ``plausibility`` and ``tense`` read
what stands around them; ``calendar_resolution``, ``calendar_names``, ``calendar_steps`` and
``durations`` give them values in a ``time_context``; ``timex`` is the notation; ``dateline`` finds the date
of the article itself; ``dates`` is the front.
"""

from sourced.extraction.dates.dates import find, published

__all__ = ["find", "published"]
