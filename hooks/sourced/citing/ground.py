"""What a page stands on: all that its checks look things up in, made once for all pages."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from sourced.citing import keys
from sourced.model import Dossier


class Ground(Struct, frozen=True):
    """The dossier, its keys, and the texts that a page may include, by name."""

    dossier: Dossier
    index: keys.Index
    includes: Mapping[str, str]
