"""What a returned copy proposes: each person's changes, block by block, and nothing of it lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from boarddesk.rules.minutes.corrections.copy import WordCopy
from boarddesk.rules.minutes.corrections.edits import WordEdit, edited, word_edits
from boarddesk.rules.minutes.corrections.lines import BREAK, CopyLine, copy_lines
from boarddesk.rules.minutes.corrections.matching import (
    OutlineEntry,
    likeness,
    matched,
    outline,
    plainly,
    share_found,
)
from boarddesk.rules.minutes.corrections.placing import differing, placed, sentence_of
from boarddesk.rules.minutes.corrections.suggestion import Suggestion, SuggestionKind
from boarddesk.rules.minutes.draft import Circulation, DraftLine

ENOUGH: Final = 0.3
"""From which share of the draft's letters on a document is a copy of it."""
_MOVED: Final = 90.0
_ALL: Final = 0.8
_FEW: Final = 5


@dataclass(frozen=True)
class _Place:
    """Where one is in the draft: the item, and the last line of it that was met, empty at its heading."""

    item_id: str = ""
    line: str = ""


def share_of(copy: WordCopy, draft: Circulation, *, exactly: bool = False) -> float:
    """How much of a draft a document holds, before anybody's tracked changes: 0 to 1."""
    entries, texts = outline(draft), [line.text for line in copy_lines(copy)]
    return share_found(entries, texts, matched(entries, texts), exactly=exactly)


def proposals(
    copy: WordCopy, draft: Circulation, *, sent_by: str, printed: Sequence[str] = ()
) -> tuple[Suggestion, ...]:
    """Every change and comment of a copy, each for its block of the draft.

    `printed` are the paragraphs of the document as it was sent, so that what stands around the text is told
    from what was put in.
    """
    made = _CopyProposals(copy, draft, sent_by, printed)
    found = sorted(
        (*made.of_lines(), *made.missing()), key=lambda one: (one.order, one.kind is SuggestionKind.MOVE)
    )
    moved = _as_moves(found)
    return _not_everything(tuple(replace(one, order=order) for order, one in enumerate(moved)), draft)


class _CopyProposals:
    """The lines of one copy held to the draft."""

    def __init__(self, copy: WordCopy, draft: Circulation, sent_by: str, printed: Sequence[str]) -> None:
        self.sent_by = sent_by
        self.entries = outline(draft)
        self.lines = copy_lines(copy)
        self.given = matched(self.entries, [line.text for line in self.lines])
        self.printed = Counter(plainly(text) for text in printed)
        self.as_sent = _rows_as_sent(draft, printed)
        self.left = [place for place in range(len(self.entries)) if place not in self.given]
        known = [at for at, place in enumerate(self.given) if place is not None]
        self.inside = range(known[0], len(self.lines)) if known else range(0)
        self.places = list(self._places())

    def _places(self) -> Iterator[_Place]:
        """For each line where the draft has come to once it is read."""
        place = _Place()
        for entry_at in self.given:
            if entry_at is not None:
                place = self._place_of(self.entries[entry_at])
            yield place

    def _place_of(self, entry: OutlineEntry) -> _Place:
        return _Place(entry.item.id, entry.line.id if entry.line else "")

    def of_lines(self) -> Iterator[Suggestion]:
        """What was done to each line, in the order of the document."""
        for at, line in enumerate(self.lines):
            entry_at = self.given[at]
            entry = None if entry_at is None else self.entries[entry_at]
            if entry is not None and entry.line is not None:
                found = self._of_block(at, line, entry.item.id, entry.line)
            else:
                found = self._around(at, line)
            for one in (*found, *self._remarks(at, line)):
                comes = line.after_line if one.kind is SuggestionKind.MOVE and line.moved else at
                yield replace(one, order=comes)

    def _of_block(self, at: int, line: CopyLine, item_id: str, block: DraftLine) -> Iterator[Suggestion]:
        about = Suggestion(
            SuggestionKind.CHANGE, self.sent_by, item_id, block.id, was=sentence_of(block), is_tracked=False
        )
        as_sent = self.as_sent.get(block.id, "")
        compared = differing(block, line.text, as_sent)
        if compared.edits:
            yield _changed(about, compared.edits)
        if compared.outside:
            yield _around_the_text(replace(about, was=as_sent), as_sent, word_edits(as_sent, line.text))
        for author in line.authors:
            by = replace(about, author=author, made_on=line.day_of(author), is_tracked=True)
            inline, before, after = _paragraphs(line.text, line.edits_of(author))
            if before:
                yield from self._inserted(self._before(at), line, by, before)
            if _all_gone(line.text, inline):
                yield _deleted(by, block)
            elif inline:
                found = placed(block, line.text, inline, as_sent)
                if found.edits:
                    yield _changed(by, found.edits)
                if found.outside:
                    yield _around_the_text(by, line.text, inline)
            if after:
                yield from self._inserted(self.places[at], line, by, after)
        yield from self._joined(at, line, item_id)
        yield from self._moved(line, about)

    def _before(self, at: int) -> _Place:
        return self.places[at - 1] if at else _Place(self.places[0].item_id)

    def _inserted(
        self, place: _Place, line: CopyLine, by: Suggestion, texts: Sequence[str]
    ) -> Iterator[Suggestion]:
        for text in texts:
            yield Suggestion(
                SuggestionKind.INSERT,
                by.author,
                place.item_id,
                after=place.line,
                made_on=by.made_on,
                will_be=text,
                is_bullet=line.is_listed,
                is_tracked=by.is_tracked,
            )

    def _joined(self, at: int, line: CopyLine, item_id: str) -> Iterator[Suggestion]:
        """A break taken out joins two paragraphs, where words of both stay."""
        following = self.given[at + 1] if at + 1 < len(self.lines) else None
        if line.joined is None or following is None:
            return
        next_line, entry = self.lines[at + 1], self.entries[following]
        author = line.joined.author
        if any(_all_gone(one.text, one.edits_of(author)) for one in (line, next_line)):
            return
        by = Suggestion(SuggestionKind.JOIN, author, item_id, made_on=line.joined.on, was=next_line.text)
        if entry.line is not None and entry.item.id == item_id and not entry.line.kind.is_row:
            yield replace(by, block=entry.line.id)
        else:
            said = f"Joins “{next_line.text}” to “{line.text}”."
            yield replace(by, kind=SuggestionKind.COMMENT, block="", said=said)

    def _moved(self, line: CopyLine, about: Suggestion) -> Iterator[Suggestion]:
        if line.moved is None:
            return
        place = self.places[line.after_line] if line.after_line >= 0 else _Place(self.entries[0].item.id)
        by = replace(about, author=line.moved.author, made_on=line.moved.on, is_tracked=True)
        yield replace(by, kind=SuggestionKind.MOVE, item_id=place.item_id, after=place.line)
        edits = word_edits(line.text, line.became)
        if plainly(line.text) != plainly(line.became):
            block = next(one.line for one in self.entries if one.line and one.line.id == about.block)
            found = placed(block, line.text, edits, self.as_sent.get(block.id, ""))
            if found.edits:
                yield _changed(by, found.edits)

    def _around(self, at: int, line: CopyLine) -> Iterator[Suggestion]:
        """A heading, or what the document prints around the text of an item, or a paragraph put in."""
        place = self.places[at]
        by = Suggestion(SuggestionKind.COMMENT, self.sent_by, place.item_id, is_tracked=False)
        is_new = self.given[at] is None and bool(line.text.strip()) and not self._is_printed(line.text)
        if is_new and at in self.inside:
            yield from self._untracked(line, place, by)
        elif is_new and self.printed:
            yield replace(by, item_id="", will_be=line.text, said="Around the items of the minutes.")
        for author in line.authors:
            hand = replace(by, author=author, made_on=line.day_of(author), is_tracked=True)
            inline, before, after = _paragraphs(line.text, line.edits_of(author))
            if at in self.inside:
                yield from self._inserted(self._before(at), line, hand, before)
                yield from self._inserted(place, line, hand, after)
            else:
                inline = line.edits_of(author)
            if inline:
                yield _around_the_text(hand, line.text, inline)

    def _is_printed(self, text: str) -> bool:
        words = plainly(text)
        if not self.printed[words]:
            return False
        self.printed[words] -= 1
        return True

    def _untracked(self, line: CopyLine, place: _Place, by: Suggestion) -> Iterator[Suggestion]:
        """A paragraph that nobody tracked: a line of the draft moved there, or one put in."""
        for entry_at in self.left:
            entry = self.entries[entry_at]
            block = entry.line
            if block is None or block.kind.is_row or likeness(entry.words, plainly(line.text)) < _MOVED:
                continue
            self.left.remove(entry_at)
            change = replace(by, block=block.id, was=sentence_of(block))
            yield replace(change, kind=SuggestionKind.MOVE, after=place.line)
            found = differing(block, line.text)
            if found.edits:
                yield _changed(change, found.edits)
            return
        yield from self._inserted(place, line, by, [line.text])

    def _remarks(self, at: int, line: CopyLine) -> Iterator[Suggestion]:
        place, entry_at = self.places[at], self.given[at]
        block = "" if entry_at is None else self._place_of(self.entries[entry_at]).line
        for remark in line.remarks:
            yield Suggestion(
                SuggestionKind.COMMENT,
                remark.author,
                place.item_id,
                block,
                made_on=remark.on,
                was=remark.about,
                said=remark.words,
            )

    def missing(self) -> Iterator[Suggestion]:
        """Lines of the draft that are not in the copy at all."""
        for entry_at in self.left:
            entry = self.entries[entry_at]
            if entry.line is not None:
                by = Suggestion(
                    SuggestionKind.DELETE,
                    self.sent_by,
                    entry.item.id,
                    entry.line.id,
                    was=sentence_of(entry.line),
                    is_tracked=False,
                    order=len(self.lines),
                )
                yield _deleted(by, entry.line)


def _rows_as_sent(draft: Circulation, printed: Sequence[str]) -> dict[str, str]:
    """For each decision, action and challenge the paragraph it was printed as."""
    found: dict[str, str] = {}
    for _, line in draft.lines:
        if line.kind.is_row and line.text:
            found[line.id] = next((text for text in printed if line.text in text and line.name in text), "")
    return found


def _changed(by: Suggestion, edits: tuple[WordEdit, ...]) -> Suggestion:
    return replace(by, kind=SuggestionKind.CHANGE, edits=edits, will_be=edited(by.was, edits))


def _deleted(by: Suggestion, block: DraftLine) -> Suggestion:
    """A paragraph taken out; a row is taken out in its register, so of that it is only said."""
    if block.kind.is_row:
        said = f"Takes {block.name} out. That is done in its register, if the board agrees."
        return replace(by, kind=SuggestionKind.COMMENT, will_be="", said=said)
    return replace(by, kind=SuggestionKind.DELETE, will_be="", edits=(WordEdit(0, len(by.was)),))


def _around_the_text(by: Suggestion, printed: str, edits: Sequence[WordEdit]) -> Suggestion:
    """What is printed around the text comes from elsewhere: its change is shown, and mended there."""
    return replace(
        by,
        kind=SuggestionKind.COMMENT,
        was=printed,
        will_be=edited(printed, edits),
        edits=tuple(edits),
        said="Around the text of the minutes: change it where it comes from.",
    )


def _all_gone(text: str, edits: Sequence[WordEdit]) -> bool:
    return bool(text.strip()) and bool(edits) and not edited(text, edits).strip()


def _paragraphs(
    text: str, edits: Sequence[WordEdit]
) -> tuple[tuple[WordEdit, ...], tuple[str, ...], tuple[str, ...]]:
    """The edits within a line, and the whole paragraphs put in before it and after it."""
    inline: list[WordEdit] = []
    before: list[str] = []
    after: list[str] = []
    for edit in edits:
        words = edit.text
        if edit.is_insertion and BREAK in words and not text[: edit.start].strip():
            *new, words = words.split(BREAK)
            before += new
        elif edit.is_insertion and BREAK in words and not text[edit.end :].strip():
            words, *new = words.split(BREAK)
            after += new
        if words or not edit.is_insertion:
            inline.append(WordEdit(edit.start, edit.end, words))
    return tuple(inline), tuple(_written(before)), tuple(_written(after))


def _written(texts: Sequence[str]) -> Iterator[str]:
    return (text.strip() for text in texts if text.strip())


def _as_moves(found: Sequence[Suggestion]) -> list[Suggestion]:
    """A paragraph that the same person took out here and put in there, word for word, was moved."""
    gone = {
        (one.author, plainly(one.was)): one
        for one in found
        if one.kind is SuggestionKind.DELETE and len(one.was.split()) >= _FEW
    }
    made: list[Suggestion] = []
    moved: set[str] = set()
    for one in found:
        origin = gone.get((one.author, plainly(one.will_be))) if one.kind is SuggestionKind.INSERT else None
        if origin is None or origin.block in moved:
            made.append(one)
        else:
            moved.add(origin.block)
            kind = SuggestionKind.MOVE
            made.append(replace(one, kind=kind, block=origin.block, was=origin.was, will_be=""))
    return [one for one in made if one.kind is not SuggestionKind.DELETE or one.block not in moved]


def _not_everything(found: tuple[Suggestion, ...], draft: Circulation) -> tuple[Suggestion, ...]:
    """Where somebody took out nearly every paragraph, that is said once and proposed for none."""
    count = sum(1 for _, line in draft.lines if not line.kind.is_row and line.text.strip())
    taken = Counter(one.author for one in found if one.kind is SuggestionKind.DELETE)
    for author, of in taken.items():
        if of >= max(_FEW, _ALL * count):
            gone = [one for one in found if one.author == author and one.kind is SuggestionKind.DELETE]
            said = f"Takes out {of} of {count} paragraphs. That is left as it is: ask what was meant."
            note = Suggestion(
                SuggestionKind.COMMENT, author, made_on=_last(gone), said=said, is_tracked=gone[0].is_tracked
            )
            found = (*(one for one in found if one not in gone), note)
    return found


def _last(found: Sequence[Suggestion]) -> date | None:
    return max((one.made_on for one in found if one.made_on), default=None)
