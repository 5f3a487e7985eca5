"""A Word copy of draft minutes as it came back: who put in and took out which words of it, and remarks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Hand:
    """Who tracked a change, and the day Word gives it."""

    author: str
    on: date | None = None


@dataclass(frozen=True)
class CopyRun:
    """A stretch of a paragraph that the same people put in and took out, or that stands as it was."""

    text: str
    put_in: Hand | None = None
    taken_out: Hand | None = None


@dataclass(frozen=True)
class CopyRemark:
    """A comment in the margin: what it is said of, and what was answered there."""

    author: str
    text: str
    on: date | None = None
    about: str = ""
    replies: tuple[CopyRemark, ...] = ()

    @property
    def words(self) -> str:
        """All of it, the answers after it with who gave them."""
        return "\n".join((self.text, *(f"{reply.author}: {reply.words}" for reply in self.replies)))


@dataclass(frozen=True)
class CopyParagraph:
    """A paragraph of the file. A hand on its mark put in or took out the break at its end.

    `move` names the move whose two ends two paragraphs are: all of it went from here, or came here.
    """

    runs: tuple[CopyRun, ...] = ()
    mark_put_in: Hand | None = None
    mark_taken_out: Hand | None = None
    is_listed: bool = False
    move: str = ""
    remarks: tuple[CopyRemark, ...] = ()

    @property
    def hands(self) -> Iterator[Hand]:
        """Everybody who tracked something in it."""
        for run in self.runs:
            yield from filter(None, (run.put_in, run.taken_out))
        yield from filter(None, (self.mark_put_in, self.mark_taken_out))


@dataclass(frozen=True)
class WordCopy:
    """All of it; `formats` counts changes of nothing but looks, `saved_by` is who saved it last."""

    paragraphs: tuple[CopyParagraph, ...] = ()
    formats: int = 0
    saved_by: str = ""

    @property
    def is_tracked(self) -> bool:
        """Whether anybody tracked a change of words in it."""
        return any(True for paragraph in self.paragraphs for _ in paragraph.hands)
