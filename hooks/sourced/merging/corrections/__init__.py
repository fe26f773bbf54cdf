"""What editors put right in ``dossier.yml``, done to what the program found.

No correction changes a key: it is made on records that have theirs already. So what pages cite stays,
but for what is dropped or merged into another entry.
"""

from __future__ import annotations

from sourced.merging.corrections.corrections import apply

__all__ = ["apply"]
