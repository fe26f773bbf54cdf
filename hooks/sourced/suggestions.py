"""Did you mean: the names that look like one that nothing has. For messages only: nothing passes by it."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz, process, utils

_ALIKE = 70  # of rapidfuzz's 100


def nearest(wanted: str, known: Iterable[str], likeness: int = _ALIKE) -> tuple[str, ...]:
    """Up to three names that look like ``wanted``, or have a part that does, the nearest first.

    ``likeness`` is how much is asked, of 100: less will do where only a few names can be meant.
    """
    plain = utils.default_process
    alike = process.extract(
        wanted, list(known), scorer=fuzz.WRatio, processor=plain, score_cutoff=likeness, limit=20
    )
    near = [name for name, _, _ in alike if _share_a_part(wanted, name, likeness)]
    # A part that fits is worth finding, but a slip of the finger in the whole name is likelier.
    return tuple(sorted(near, key=lambda name: -fuzz.ratio(wanted, name))[:3])


def _share_a_part(wanted: str, name: str, likeness: int) -> bool:
    """Whether two names have a part alike, or are alike as wholes: a letter here and there is neither."""
    parts = [utils.default_process(one).split() for one in (wanted, name)]
    same = (fuzz.ratio(one, other) >= likeness for one in parts[0] for other in parts[1])
    return any(same) or fuzz.ratio(wanted, name) >= likeness


def misspelt(wanted: str, known: Iterable[str]) -> tuple[str, ...]:
    """The one name that is ``wanted`` but for a slip of the finger, if there is one."""
    near = process.extractOne(wanted, list(known), scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return (near[0],) if near else ()


def meant(names: Iterable[str], otherwise: str) -> str:
    """What to do about it: ``did you mean "a" or "b"?``; ``otherwise`` where no name is near."""
    near = " or ".join(f'"{name}"' for name in names)
    return f"did you mean {near}?" if near else otherwise
