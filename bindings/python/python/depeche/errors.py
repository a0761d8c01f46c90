"""Exceptions of the package."""

from typing import List, NamedTuple, Sequence, Tuple


class Fault(NamedTuple):
    """One fault in a gazetteer or frame file."""

    file: str
    """The file as the caller named it."""
    line: int
    """Line, from 1."""
    column: int
    """Column, from 1: the field's number in a gazetteer, the character in a frame file."""
    message: str
    """What was expected, and what was found."""


class DataError(ValueError):
    """A file of the caller's own cannot be used. Every fault is told, not the first alone."""

    faults: List[Fault]

    def __init__(self, faults: Sequence[Tuple[str, int, int, str]]) -> None:
        super().__init__(faults)
        self.faults = [Fault(*fault) for fault in faults]

    @property
    def file(self) -> str:
        """The file of the first fault."""
        return self.faults[0].file

    @property
    def line(self) -> int:
        """The line of the first fault."""
        return self.faults[0].line

    @property
    def column(self) -> int:
        """The column of the first fault."""
        return self.faults[0].column

    def __str__(self) -> str:
        return "\n".join(f"{f.file}:{f.line}:{f.column}: {f.message}" for f in self.faults)


class GazetteerError(DataError):
    """A gazetteer of the caller's own is faulty."""


class FrameError(DataError):
    """A relation file of the caller's own is faulty."""
