"""What was changed in a paragraph of the document, as changes of the draft's own words.

A paragraph prints more than a block holds: the number of a list, `Decision D-016`, an owner and a day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from boarddesk.rules.minutes.block import BlockKind
from boarddesk.rules.minutes.corrections.edits import WordEdit, edited, rebased, whole_words, word_edits
from boarddesk.rules.minutes.corrections.matching import list_mark
from boarddesk.rules.minutes.draft import DraftLine

_LABEL: Final = re.compile(
    r"^\s*(?:decision|action|challenge)?\s*(?:[A-Z]{1,3}-?\d+)?(?:\s+to\s+[A-Z]*[\d.]+\d)?\s*[:.–-]?\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class PlacedEdits:
    """Changes of a line's own words, and whether something was changed around them."""

    edits: tuple[WordEdit, ...] = ()
    outside: bool = False


@dataclass(frozen=True)
class _Zone:
    """Letters of the paragraph that are letters of the line."""

    start: int
    end: int
    of: int

    def holds(self, edit: WordEdit) -> bool:
        return self.start <= edit.start and edit.end <= self.end


def sentence_of(line: DraftLine) -> str:
    """The words of a line that can be corrected: of a decision its verb too."""
    is_led = line.kind is BlockKind.DECISION and line.lead
    return f"{line.lead}: {line.text}" if is_led else line.text


def differing(line: DraftLine, printed: str, as_sent: str = "") -> PlacedEdits:
    """Where a paragraph that nobody tracked differs from the line as it was sent.

    `as_sent` is the whole paragraph as it was printed, where that is known.
    """
    if as_sent:
        return placed(line, as_sent, _beyond_spaces(as_sent, printed))
    if line.text in printed:
        return PlacedEdits()
    was, words = sentence_of(line), _own_words(line, printed)
    return PlacedEdits(tuple(edit for edit in _beyond_spaces(was, words) if not _is_around(line, was, edit)))


def _beyond_spaces(was: str, words: str) -> tuple[WordEdit, ...]:
    """What differs in more than spaces, which programs set as they like."""
    return tuple(
        edit for edit in word_edits(was, words) if edit.text.strip() != was[edit.start : edit.end].strip()
    )


def placed(line: DraftLine, printed: str, edits: Sequence[WordEdit], as_sent: str = "") -> PlacedEdits:
    """What somebody changed in a paragraph, as changes of the line's own words."""
    if as_sent and as_sent != printed and line.text not in printed:
        return differing(line, edited(printed, edits), as_sent)
    was = sentence_of(line)
    zones = tuple(_zones(line, printed))
    if not zones:
        return _by_comparing(line, printed, edits)
    found: list[WordEdit] = []
    outside = False
    for edit in edits:
        zone = next((zone for zone in zones if zone.holds(edit)), None)
        if zone is not None:
            found.append(edit.moved(zone.of - zone.start))
        elif any(edit.start < zone.end and zone.start < edit.end for zone in zones):
            return _by_comparing(line, printed, edits)
        else:
            outside = True
    return PlacedEdits(whole_words(was, found), outside)


def _by_comparing(line: DraftLine, printed: str, edits: Sequence[WordEdit]) -> PlacedEdits:
    """Where the paragraph is not quite the line: what fits it is carried over, else all of it is compared."""
    was, words = sentence_of(line), _own_words(line, printed)
    skipped = printed.find(words)
    if skipped >= 0 and all(skipped <= edit.start and edit.end <= skipped + len(words) for edit in edits):
        fitting, unfit = rebased(words, [edit.moved(-skipped) for edit in edits], was)
        if not unfit:
            return PlacedEdits(whole_words(was, fitting))
    will_be = _own_words(line, edited(printed, edits))
    found = word_edits(was, will_be)
    return PlacedEdits(tuple(edit for edit in found if not _is_around(line, was, edit)))


def _zones(line: DraftLine, printed: str) -> Iterator[_Zone]:
    at = printed.find(line.text)
    if at < 0 or not line.text:
        return
    ahead = len(sentence_of(line)) - len(line.text)
    lead = printed.rfind(line.lead, 0, at) if ahead else -1
    if lead >= 0 and len(printed[lead + len(line.lead) : at].strip(" :")) == 0:
        yield _Zone(lead, lead + len(line.lead), 0)
    yield _Zone(at, at + len(line.text), ahead)


def _own_words(line: DraftLine, printed: str) -> str:
    """A paragraph without what is printed before its own words."""
    if not line.kind.is_row:
        return printed if list_mark(line.text) else printed[list_mark(printed) :]
    found = _LABEL.match(printed)
    rest = printed[found.end() :] if found else printed
    return rest if rest.strip() else printed


def _is_around(line: DraftLine, was: str, edit: WordEdit) -> bool:
    """Whether words that came at an end of a row are its owner, its day or a full stop, not a correction."""
    if not line.kind.is_row or not edit.is_insertion or edit.start not in (0, len(was)):
        return False
    known = {word.casefold() for word in re.findall(r"\w+", f"{line.about} {line.lead} {line.ref}")}
    came = {word.casefold() for word in re.findall(r"\w+", edit.text)}
    return not came or bool(came & known)
