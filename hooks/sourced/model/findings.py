"""What an editor is told: what does not fit, where, and what to do."""

from __future__ import annotations

import re

from msgspec import Struct

_LONG = re.compile(r"(\S{80})\S{20,}")


class Misfit(Struct, frozen=True):
    """An entry of ``dossier.yml`` that does not fit what was found: the keys and numbers that lead to it."""

    path: tuple[str | int, ...]
    message: str
    code: str = "S007"


class Finding(Struct, frozen=True, order=True):
    """Something an editor must mend. Lines and columns count from 1; 0 is the whole file."""

    file: str
    line: int
    column: int
    code: str
    message: str

    def __str__(self) -> str:
        """One line, whatever stands in names and messages; words that no line has room for are cut."""
        file, message = (" ".join(words.split()) for words in (self.file, self.message))
        place = ":".join(str(part) for part in (file, self.line, self.column) if part)
        message = _LONG.sub(r"\1…", message)
        return f"{place}: {self.code} {message}" if self.code else f"{place}: {message}"


class InputError(Exception):
    """Input that cannot be used: its finding says which file, what is wrong and what to do."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding))
        self.finding = finding

    @classmethod
    def about(cls, file: str, message: str) -> InputError:
        """What is wrong with a file as a whole, or with an option. What is no letter of a name is "?"."""
        return cls(Finding(file.encode("utf-8", "replace").decode(), 0, 0, "", message))
