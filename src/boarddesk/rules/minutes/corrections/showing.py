"""A correction as it is shown: words put in and taken out, where it stands, and what it comes to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from boarddesk.rules.minutes.block import BlockKind
from boarddesk.rules.minutes.corrections.meaning import meaning_changes
from boarddesk.rules.minutes.corrections.suggestion import Suggestion, SuggestionKind
from boarddesk.rules.minutes.draft import Circulation, DraftLine
from boarddesk.rules.wording import cut_characters

AROUND = "Around the items"
"""Where what belongs to no item stands."""


class Sign(StrEnum):
    """What becomes of words."""

    KEPT = ""
    PUT_IN = "put in"
    TAKEN_OUT = "taken out"


@dataclass(frozen=True)
class ShownWords:
    """A stretch of a correction, and what becomes of it."""

    text: str
    sign: Sign = Sign.KEPT


def shown(one: Suggestion) -> tuple[ShownWords, ...]:
    """Its words; of a comment without a change, what it is about."""
    if one.kind is SuggestionKind.INSERT:
        return (ShownWords(one.will_be, Sign.PUT_IN),)
    if one.kind is SuggestionKind.MOVE:
        return (ShownWords(one.was, Sign.PUT_IN),)
    made: list[ShownWords] = []
    at = 0
    for edit in sorted(one.edits):
        gone, came = one.was[edit.start : edit.end], edit.text
        made.append(ShownWords(one.was[at : edit.start]))
        made += _in_spaces(gone, Sign.TAKEN_OUT)
        if gone.strip() and came.strip() and gone[-1:].strip() and came[:1].strip():
            made.append(ShownWords(" "))
        made += _in_spaces(came, Sign.PUT_IN)
        at = edit.end
    made.append(ShownWords(one.was[at:]))
    return tuple(words for words in made if words.text)


def _in_spaces(text: str, sign: Sign) -> tuple[ShownWords, ...]:
    """The sign is on the words, not on the spaces around them."""
    words = text.strip()
    ahead = len(text) - len(text.lstrip())
    return ShownWords(text[:ahead]), ShownWords(words, sign), ShownWords(text[ahead + len(words) :])


def spoken(words: tuple[ShownWords, ...]) -> str:
    """The same for a screen reader: `… put in “an accurate”, taken out “a true”`."""
    parts = [f"{each.sign} “{each.text.strip()}”" if each.sign else each.text.strip() for each in words]
    return ", ".join(part for part in parts if part)


def line_of(one: Suggestion, draft: Circulation) -> DraftLine | None:
    """The line of the draft it is about."""
    return next((line for _, line in draft.lines if line.id == one.block), None) if one.block else None


def note_of(one: Suggestion, draft: Circulation) -> str:
    """What stands under it: `moved here from 4.2 Filling the empty posts`."""
    if one.kind is SuggestionKind.MOVE:
        origin = next((item for item, line in draft.lines if line.id == one.block), None)
        return f"moved here from {origin.number} {origin.title}" if origin else "moved here"
    if one.kind is SuggestionKind.INSERT:
        return "a new paragraph"
    if one.kind is SuggestionKind.JOIN:
        return "goes on in the paragraph before it"
    if one.kind is SuggestionKind.CHANGE and "\n" in one.will_be:
        return "parted into two paragraphs"
    return ""


def how_of(one: Suggestion) -> str:
    """`tracked`, `compared, moved`"""
    how = "tracked" if one.is_tracked else "compared"
    return f"{how}, moved" if one.kind is SuggestionKind.MOVE else how


def place_of(one: Suggestion, draft: Circulation) -> str:
    """`4.1 Therapies waiting times, paragraph 5`"""
    for item in draft.items:
        if item.id == one.item_id:
            places = [line.id for line in item.lines]
            at = places.index(one.block) + 1 if one.block in places else 0
            return f"{item.number} {item.title}" + (f", paragraph {at}" if at else "")
    return AROUND


def title_of(one: Suggestion, draft: Circulation) -> str:
    """`Decision D-016`, `Change`, `Comment`"""
    line = line_of(one, draft)
    if line is not None and line.name:
        return line.name
    names = {
        SuggestionKind.INSERT: "New paragraph",
        SuggestionKind.DELETE: "Paragraph taken out",
        SuggestionKind.MOVE: "Moved paragraph",
        SuggestionKind.JOIN: "Joined paragraph",
    }
    return names.get(one.kind, one.kind.capitalize())


def reads(one: Suggestion) -> str:
    """How the block would read."""
    if one.own_words:
        return one.own_words
    return {
        SuggestionKind.DELETE: "This paragraph goes.",
        SuggestionKind.MOVE: one.was,
        SuggestionKind.JOIN: f"… {one.was}",
    }.get(one.kind, one.will_be)


def warning_of(one: Suggestion, draft: Circulation) -> tuple[str, str]:
    """What a changed decision, action or question comes to mean; empty where nothing does."""
    line = line_of(one, draft)
    if line is None or not line.kind.is_row or one.kind is not SuggestionKind.CHANGE:
        return "", ""
    found = meaning_changes(one.was, one.edits, owner=f"{line.about} {line.lead}")
    if not found:
        return "", ""
    a = "An" if line.kind is BlockKind.ACTION else "A"
    advice = f"{cut_characters(' '.join(found), 240)} Ask the board, or confirm it as a numbered correction."
    return f"{a} {line.kind} changes in meaning", advice
