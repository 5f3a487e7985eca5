"""A returned copy as it was before anybody tracked a change: its lines, and what each person made of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import Final

from boarddesk.rules.minutes.corrections.copy import CopyParagraph, CopyRemark, CopyRun, Hand, WordCopy
from boarddesk.rules.minutes.corrections.edits import WordEdit

BREAK: Final = "\n"


@dataclass(frozen=True)
class CopyLine:
    """A paragraph as it was: its runs, breaks put into it among them, and what became of its end.

    `joined` is who took out the break at its end; `moved` who moved it, `after_line` the place it went to as
    the number of the line it now follows, `became` its words there.
    """

    runs: tuple[CopyRun, ...] = ()
    joined: Hand | None = None
    is_listed: bool = False
    remarks: tuple[CopyRemark, ...] = ()
    moved: Hand | None = None
    after_line: int = -1
    became: str = ""

    @property
    def text(self) -> str:
        """Its words before anybody tracked a change."""
        return "".join(run.text for run in self.runs if run.put_in is None)

    @property
    def authors(self) -> tuple[str, ...]:
        """Everybody who changed words of it, in the order they come."""
        hands = (hand for run in self.runs for hand in (run.put_in, run.taken_out) if hand)
        return tuple(dict.fromkeys(hand.author for hand in hands))

    def day_of(self, author: str) -> date | None:
        """The last day on which somebody changed it."""
        hands = (hand for run in self.runs for hand in (run.put_in, run.taken_out) if hand)
        return max((hand.on for hand in hands if hand.author == author and hand.on), default=None)

    def edits_of(self, author: str) -> tuple[WordEdit, ...]:
        """What one person put in and took out, over `text`; what stands on another's insertion carries it."""
        made: list[WordEdit] = []
        at = 0
        for is_new, chain in groupby(self.runs, key=lambda run: run.put_in is not None):
            runs = list(chain)
            if is_new:
                _grow(made, WordEdit(at, at, _put_in(runs, author)))
                continue
            for run in runs:
                end = at + len(run.text)
                if run.taken_out and run.taken_out.author == author:
                    _grow(made, WordEdit(at, end))
                at = end
        return tuple(made)


def _put_in(chain: Sequence[CopyRun], author: str) -> str:
    """What one person put in within a chain of insertions: their own, or what they made of another's."""
    is_theirs = [run.put_in is not None and run.put_in.author == author for run in chain]
    gone = [run.taken_out is not None and run.taken_out.author == author for run in chain]
    has_break = any(BREAK in run.text for run in chain)
    stands_on = any(gone) or (has_break and any(is_theirs) and not is_theirs[0])
    return "".join(
        run.text
        for run, own, out in zip(chain, is_theirs, gone, strict=True)
        if not out and (own or stands_on)
    )


def _grow(made: list[WordEdit], edit: WordEdit) -> None:
    if edit.start == edit.end and not edit.text:
        return
    if made and made[-1].end == edit.start:
        made[-1] = WordEdit(made[-1].start, edit.end, made[-1].text + edit.text)
    else:
        made.append(edit)


def copy_lines(copy: WordCopy) -> tuple[CopyLine, ...]:
    """The lines of a copy before its tracked changes; what moved as a whole stands where it came from."""
    pairs = _moves(copy.paragraphs)
    arrived = {id(there) for _, there in pairs}
    lines: list[CopyLine] = []
    came_after: dict[int, int] = {}
    place_of: dict[int, int] = {}
    line = CopyLine()
    for paragraph in copy.paragraphs:
        line = replace(line, remarks=(*line.remarks, *paragraph.remarks))
        if id(paragraph) in arrived:
            came_after[id(paragraph)] = len(lines) - 1 if not line.runs else len(lines)
            continue
        goes = next((here for here, _ in pairs if here is paragraph), None)
        runs = [CopyRun(run.text, run.put_in) for run in paragraph.runs] if goes else paragraph.runs
        line = replace(line, is_listed=line.is_listed or paragraph.is_listed, runs=(*line.runs, *runs))
        if paragraph.mark_put_in and not goes:
            ending = CopyRun(BREAK, paragraph.mark_put_in, paragraph.mark_taken_out)
            line = replace(line, runs=(*line.runs, ending))
            continue
        place_of[id(paragraph)] = len(lines)
        lines.append(replace(line, joined=None if goes else paragraph.mark_taken_out))
        line = CopyLine()
    if line.runs or line.remarks:
        lines.append(line)
    for here, there in pairs:
        place = place_of[id(here)]
        lines[place] = replace(
            lines[place],
            moved=next(hand for hand in there.hands),
            after_line=came_after[id(there)],
            became="".join(run.text for run in there.runs if run.taken_out is None),
        )
    return tuple(lines)


def _moves(paragraphs: Sequence[CopyParagraph]) -> list[tuple[CopyParagraph, CopyParagraph]]:
    """Both ends of each move of whole paragraphs; what has but one end was put in, or taken out."""

    def ends(*, here: bool) -> Iterator[CopyParagraph]:
        for paragraph in paragraphs:
            runs = [run for run in paragraph.runs if run.text.strip()]
            if paragraph.move and runs and all((run.put_in is None) is here for run in runs):
                yield paragraph

    found: list[tuple[CopyParagraph, CopyParagraph]] = []
    for name in dict.fromkeys(paragraph.move for paragraph in paragraphs if paragraph.move):
        went = [paragraph for paragraph in ends(here=True) if paragraph.move == name]
        came = [paragraph for paragraph in ends(here=False) if paragraph.move == name]
        if len(went) == len(came):
            found += zip(went, came, strict=True)
    return found
