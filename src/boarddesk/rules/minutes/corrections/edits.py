"""Words put in and taken out of a text: found, laid over each other, and made where marked spans survive."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Final

from boarddesk.rules.minutes.block import Block, Piece, block_of

WORD: Final = re.compile(r"\n|[^\S\n]+|[£$€]?\w+(?:[.,:'’/–-]\w+)*%?|.")
"""A word, a sum, a time or a date with its signs; a stretch of spaces; any other sign alone."""


@dataclass(frozen=True, order=True)
class WordEdit:
    """Letters `start` to `end` of a text taken out, the end not included, and `text` put in there."""

    start: int
    end: int
    text: str = ""

    @property
    def is_insertion(self) -> bool:
        """Nothing goes, something comes."""
        return self.start == self.end

    def clashes(self, other: WordEdit) -> bool:
        """Whether only one of the two can be made."""
        if self == other:
            return False
        if self.is_insertion and other.is_insertion:
            return self.start == other.start
        if self.is_insertion:
            return other.start < self.start < other.end
        if other.is_insertion:
            return self.start < other.start < self.end
        return self.start < other.end and other.start < self.end

    def moved(self, by: int) -> WordEdit:
        """The same so many letters further on."""
        return WordEdit(self.start + by, self.end + by, self.text)


def word_edits(was: str, will_be: str) -> tuple[WordEdit, ...]:
    """What was put in and taken out, by whole words."""
    before, after = WORD.findall(was), WORD.findall(will_be)
    starts, ends = _places(before), _places(after)
    codes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    found = [
        WordEdit(starts[low], starts[high], will_be[ends[first] : ends[last]])
        for code, low, high, first, last in codes
        if code != "equal"
    ]
    return _gathered(was, found)


def whole_words(was: str, edits: Iterable[WordEdit]) -> tuple[WordEdit, ...]:
    """The same edits, each widened to the words it touches: `1.2` → `1.4` of £1.2m is `£1.2m` → `£1.4m`."""
    cuts = _places(WORD.findall(was))
    windows: list[tuple[int, int, list[WordEdit]]] = []
    for edit in sorted(edits):
        start, end = _window(was, edit, cuts)
        if windows and start < windows[-1][1]:
            first, last, inside = windows[-1]
            windows[-1] = (first, max(last, end), [*inside, edit])
        else:
            windows.append((start, end, [edit]))
    made = [
        _trimmed(was, WordEdit(start, end, edited(was[start:end], [edit.moved(-start) for edit in inside])))
        for start, end, inside in windows
    ]
    return _gathered(was, [edit for edit in made if edit.text != was[edit.start : edit.end]])


def _window(was: str, edit: WordEdit, cuts: Sequence[int]) -> tuple[int, int]:
    """The whole words an edit touches, those it lengthens by letters among them."""
    start, end = edit.start, edit.end
    first, last = edit.text[:1] or was[end : end + 1], edit.text[-1:] or was[:start][-1:]
    if start not in cuts or _is_one_word(was[:start][-1:], first):
        start = max(cut for cut in cuts if cut < edit.start)
    if end not in cuts or _is_one_word(last, was[end : end + 1]):
        end = min(cut for cut in cuts if cut > edit.end)
    return start, end


def _is_one_word(before: str, after: str) -> bool:
    return before.isalnum() and after.isalnum()


def _trimmed(was: str, edit: WordEdit) -> WordEdit:
    """Without the words at its ends that stay as they are."""
    went, came = WORD.findall(was[edit.start : edit.end]), WORD.findall(edit.text)
    start, end = edit.start, edit.end
    while went and came and went[0] == came[0]:
        start += len(went.pop(0))
        came.pop(0)
    while went and came and went[-1] == came[-1]:
        end -= len(went.pop())
        came.pop()
    return WordEdit(start, end, "".join(came))


def _gathered(was: str, edits: Sequence[WordEdit]) -> tuple[WordEdit, ...]:
    """Replacements with only a space between them are one: `a true` → `an accurate`."""
    made: list[WordEdit] = []
    for edit in edits:
        last = made[-1] if made else None
        between = was[last.end : edit.start] if last else ""
        if last and (not between or (between == " " and _replaces(last) and _replaces(edit))):
            made[-1] = WordEdit(last.start, edit.end, last.text + between + edit.text)
        else:
            made.append(edit)
    return tuple(made)


def _replaces(edit: WordEdit) -> bool:
    return bool(edit.text.strip()) and not edit.is_insertion


def _places(words: Iterable[str]) -> list[int]:
    places = [0]
    for word in words:
        places.append(places[-1] + len(word))
    return places


def edited(text: str, edits: Iterable[WordEdit]) -> str:
    """The text with edits made, none of which clash."""
    made, at = "", 0
    for edit in sorted(set(edits)):
        made += text[at : edit.start] + edit.text
        at = max(at, edit.end)
    return made + text[at:]


def edited_block(block: Block, edits: Iterable[WordEdit]) -> Block:
    """A block with edits made: bold goes on inside bold, and what touches restricted words is restricted."""
    letters = [
        replace(piece, text=letter, restricted=piece.restricted and not block.restricted)
        for piece in block.pieces
        for letter in piece.text
    ]
    made: list[Piece] = []
    at = 0
    for edit in sorted(set(edits)):
        made += letters[at : edit.start]
        gone = letters[edit.start : edit.end]
        beside = [*letters[max(edit.start - 1, 0) : edit.start], *letters[edit.end : edit.end + 1]]
        bold = all(piece.bold for piece in gone or beside) and bool(gone or len(beside) == 2)
        made.append(Piece(edit.text, bold, any(piece.restricted for piece in (*gone, *beside))))
        at = max(at, edit.end)
    return block_of((*made, *letters[at:]), of=block)


def rebased(
    was: str, edits: Iterable[WordEdit], now: str
) -> tuple[tuple[WordEdit, ...], tuple[WordEdit, ...]]:
    """Edits of a text carried over to what it has become, and those that fit there no longer.

    What has been made there already is neither.
    """
    if was == now:
        return tuple(edits), ()
    drift = word_edits(was, now)
    fitting: list[WordEdit] = []
    unfit: list[WordEdit] = []
    for edit in edits:
        if edit in drift:
            continue
        if any(edit.clashes(done) for done in drift):
            unfit.append(edit)
            continue
        before = [done for done in drift if (done.end, done.start) <= (edit.start, edit.start)]
        fitting.append(edit.moved(sum(len(done.text) - (done.end - done.start) for done in before)))
    return tuple(fitting), tuple(unfit)


def edits_kept(edits: Iterable[WordEdit]) -> str:
    """Where they stand, as it is kept beside both texts: `10-13+3` takes out three letters, puts in three."""
    return " ".join(f"{edit.start}-{edit.end}+{len(edit.text)}" for edit in sorted(set(edits)))


def edits_read(kept: str, will_be: str) -> tuple[WordEdit, ...]:
    """What was kept, with the words put in taken from the text as it is to be."""
    found: list[WordEdit] = []
    grown = 0
    for start, end, length in re.findall(r"(\d+)-(\d+)\+(\d+)", kept, re.ASCII):
        first, last, count = int(start), int(end), int(length)
        found.append(WordEdit(first, last, will_be[first + grown : first + grown + count]))
        grown += count - (last - first)
    return tuple(found)
