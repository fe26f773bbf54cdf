"""The grammar of English numbers over a run of number words."""

from __future__ import annotations

from typing import Literal, NamedTuple

Shape = Literal["digits", "words", "part", "many"]

_COUNTS_BY = frozenset(("hundred", "scale", "dozen"))


def product(number: float, scale: float) -> float:
    """The number times a scale as decimals have it: 4.02 million is 4,020,000, not a little less."""
    return float(f"{number * scale:.15g}")


class Lexeme(NamedTuple):
    """A number word or numeral: ``kind`` is its class in ``number_words.tsv``, or "numeral"."""

    start: int
    end: int
    kind: str
    value: float


class Step(NamedTuple):
    """What was read: its value (None for nothing, or for "many") and where to go on."""

    value: float | None
    next: int
    shape: Shape = "words"


class Parser:
    """Reads the numbers of one run of number words; it looks a few words ahead at most."""

    def __init__(self, run: list[Lexeme]) -> None:
        self.run = run

    def kind(self, at: int) -> str:
        """The class of the word at ``at``; "" after the last one."""
        return self.run[at].kind if at < len(self.run) else ""

    def number(self, at: int) -> Step:
        """The number that begins at ``at``; no value and no "many" where none does."""
        if self.kind(at) == "minus":
            step = (
                self.number(at + 1) if self.kind(at + 1) not in ("minus", "many", "") else Step(None, at + 1)
            )
            return step._replace(value=-step.value) if step.value is not None else Step(None, at + 1)
        return self.many(at) or self.part(at) or self.mixed(at) or Step(None, at + 1)

    def many(self, at: int) -> Step | None:
        """What leaves it open: "dozens", "tens of thousands", "several hundred", "a couple of thousand"."""
        vague = at + (self.kind(at) == "article")
        if self.kind(vague) == "vague":
            after = vague + 1 + (self.kind(vague + 1) == "of")
            end = after
            while self.kind(end) in _COUNTS_BY or self.kind(end) == "many":
                end += 1
            return Step(None, end, "many") if end > after else None
        if self.kind(at) != "many":
            return None
        after = at + 1
        while self.kind(after) == "of" and self.kind(after + 1) == "many":
            after += 2
        return Step(None, after, "many")

    def part(self, at: int) -> Step | None:
        """Fractions: "a third", "two-thirds", "half a million", "three quarters of a million"."""
        step = self._fraction(at)
        if step is None or step.value is None:
            return None
        after = self._whole(step.next)
        if after is not None:
            return Step(product(step.value, self.run[after].value), after + 1)
        return step

    def _fraction(self, at: int) -> Step | None:
        kind = self.kind(at)
        if kind == "part" and self.run[at].value in (2, 4):
            # Bare: only "half", and "quarter" where it divides a number ("quarter million").
            if self.run[at].value == 2 or self._whole(at + 1) is not None:
                return Step(1 / self.run[at].value, at + 1, "part")
            return None
        if kind == "article" or (kind == "digit" and self.run[at].value == 1):
            if self.kind(at + 1) == "part":
                return Step(1 / self.run[at + 1].value, at + 2, "part")
            return None
        if kind in ("digit", "teen", "tens", "numeral"):
            step = Step(self.run[at].value, at + 1) if kind == "numeral" else self._small(at)
            if step and step.value is not None and self.kind(step.next) == "parts":
                return Step(step.value / self.run[step.next].value, step.next + 1, "part")
        return None

    def _whole(self, at: int) -> int | None:
        """Where "million" stands in "million", "a million", "of a million" after a fraction."""
        if self.kind(at) == "of" and self.kind(at + 1) == "article":
            at += 1
        if self.kind(at) == "article":
            at += 1
        return at if self.kind(at) in _COUNTS_BY else None

    def mixed(self, at: int) -> Step | None:
        """A whole number with what may follow it: a fraction, decimals."""
        whole = self.cardinal(at)
        if whole is None or whole.value is None:
            return whole
        number, after = whole.value, whole.next
        fraction = self._fraction(after + 1) if self.kind(after) == "and" else None
        if fraction and fraction.value is not None:
            last = self.run[after - 1]
            unit = last.value if last.kind == "scale" else 1
            scale = self.kind(fraction.next) == "scale"
            if scale and unit > 1:
                number += fraction.value * self.run[fraction.next].value
            elif scale:
                number = product(number + fraction.value, self.run[fraction.next].value)
            else:
                number += fraction.value * unit
            return Step(number, fraction.next + scale, whole.shape)
        if self.kind(after) == "point":
            return self._decimals(whole)
        return whole

    def _decimals(self, whole: Step) -> Step:
        digits, at = "", whole.next + 1
        while self.kind(at) in ("digit", "teen", "tens", "numeral"):
            step = self._small(at) or Step(self.run[at].value, at + 1)
            digits += f"{step.value:.0f}"
            at = step.next
        if not digits or whole.value is None:
            return whole
        number = whole.value + float(f"0.{digits}")
        if self.kind(at) == "scale":
            return Step(product(number, self.run[at].value), at + 1, whole.shape)
        return Step(number, at, whole.shape)

    def cardinal(self, at: int) -> Step | None:
        """Groups of falling size: "two hundred and two thousand", "twenty-one trillion three hundred"."""
        total, ceiling, after = 0.0, float("inf"), at
        shape: Shape = "words"
        while True:
            joined = self.kind(after) == "and" and after > at
            group = self._group(after + joined)
            if group is None or group.value is None:
                break
            if joined and self.kind(group.next) in ("part", "parts"):
                break
            if after > at and (group.value >= ceiling or not self._joins(after, group.next, joined=joined)):
                break
            total, after = total + group.value, group.next
            if any(lexeme.kind == "numeral" for lexeme in self.run[at:after][:1]):
                shape = "digits"
            scale = self.run[after - 1]
            if scale.kind != "scale":
                break
            ceiling = scale.value
        if after == at:
            return None
        if shape == "words" and self._is_rank(after):
            return Step(None, after + 1)
        return Step(total, after, shape)

    def _joins(self, at: int, end: int, *, joined: bool) -> bool:
        """Whether a further group belongs to the number: "two million five" may be two numbers."""
        kinds = {lexeme.kind for lexeme in self.run[at:end]}
        big = bool(kinds & {"hundred", "scale"})
        return big or (joined and "numeral" not in kinds)

    def _is_rank(self, at: int) -> bool:
        """Whether what ends before ``at`` is part of a rank: "twenty-first", "two hundredth"."""
        before = self.run[at - 1]
        if before.kind in ("hundred", "scale"):
            at += self.kind(at) == "and"
            at += self.kind(at) == "tens"
            return self.kind(at) in ("rank", "part") and self.run[at].value != 2  # not a half
        if self.kind(at) == "part" and self.run[at].value >= 100:
            return before.value > 1
        return before.kind == "tens" and self.kind(at) in ("rank", "part") and self.run[at].value < 10

    def _group(self, at: int) -> Step | None:
        """Hundreds with their scale: "three hundred and five thousand", "1.2 million", "a dozen"."""
        step = self._hundreds(at)
        if step is None or step.value is None:
            return None
        number, after = step.value, step.next
        for _ in range(2):  # "three lakh crore", "a million million"
            if self.kind(after) in ("scale", "dozen"):
                number = product(number, self.run[after].value)
                after += 1
        if self.kind(after) == "many" and self.run[after].value == 12:
            return Step(number * 12, after + 1)
        return Step(number, after)

    def _hundreds(self, at: int) -> Step | None:
        kind = self.kind(at)
        if kind == "article" and self.kind(at + 1) in _COUNTS_BY:
            step = Step(1, at + 1)
        elif kind == "hundred" and self.kind(at + 1) == "scale":
            return Step(100, at + 1)
        elif kind == "numeral":
            step = Step(self.run[at].value, at + 1)
        else:
            small = self._small(at)
            if small is None:
                return None
            step = small
        if self.kind(step.next) != "hundred" or step.value is None:
            return step
        hundreds, after = step.value * 100, step.next + 1
        rest_at = after + (self.kind(after) == "and")
        rest = self._small(rest_at)
        if rest is None and kind == "numeral" and self.kind(rest_at) == "numeral":
            rest = Step(self.run[rest_at].value, rest_at + 1)
        if rest is None or rest.value is None or self.kind(rest.next) in ("hundred", "part", "parts"):
            return Step(hundreds, after)
        if 0 < rest.value < 100 and rest.value.is_integer():
            return Step(hundreds + rest.value, rest.next)
        return Step(hundreds, after)

    def _small(self, at: int) -> Step | None:
        """A number word below a hundred."""
        kind = self.kind(at)
        if kind in ("digit", "teen"):
            return Step(self.run[at].value, at + 1)
        if kind == "tens":
            if self.kind(at + 1) == "digit" and self.run[at + 1].value > 0:
                return Step(self.run[at].value + self.run[at + 1].value, at + 2)
            return Step(self.run[at].value, at + 1)
        return None
