"""What is to be decided about corrections: one by one, or between those that cannot both be taken."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from boarddesk.rules.minutes.block import BlockKind
from boarddesk.rules.minutes.corrections.matching import ALIKE, likeness, plainly
from boarddesk.rules.minutes.corrections.suggestion import CorrectionChoice, Suggestion, SuggestionKind
from boarddesk.rules.minutes.draft import Circulation
from boarddesk.rules.wording import listed

_TEXT: Final = (SuggestionKind.CHANGE, SuggestionKind.DELETE)
_STANDS: Final = (SuggestionKind.MOVE, SuggestionKind.JOIN, SuggestionKind.DELETE)


@dataclass(frozen=True)
class CorrectionPoint:
    """One decision: a change that one or several propose alike, a comment, or versions that clash."""

    versions: tuple[tuple[Suggestion, ...], ...]

    @property
    def key(self) -> str:
        """The id of the first of it."""
        return self.first.id

    @property
    def first(self) -> Suggestion:
        """The first of its first version."""
        return self.versions[0][0]

    @property
    def suggestions(self) -> tuple[Suggestion, ...]:
        """All of it."""
        return tuple(one for version in self.versions for one in version)

    @property
    def is_conflict(self) -> bool:
        """Whether only one of them can be taken."""
        return len(self.versions) > 1

    @property
    def is_comment(self) -> bool:
        """Nothing to take: it is answered or settled."""
        return self.first.kind is SuggestionKind.COMMENT

    @property
    def chosen(self) -> tuple[Suggestion, ...]:
        """The version that was accepted, if any."""
        return next((all_of for all_of in self.versions if all_of[0].choice is CorrectionChoice.ACCEPTED), ())

    @property
    def is_undecided(self) -> bool:
        """Whether nothing was said of some of it, and none was accepted."""
        return not self.chosen and any(one.choice is CorrectionChoice.UNDECIDED for one in self.suggestions)

    @property
    def is_taken(self) -> bool:
        """Whether it stands in the text already."""
        return any(one.taken_on for one in self.suggestions)

    def choices(self, accepted: str | None) -> Mapping[str, CorrectionChoice]:
        """What each becomes when the version with this suggestion is accepted; none where nothing is."""
        return {
            one.id: CorrectionChoice.ACCEPTED
            if accepted in {each.id for each in version}
            else CorrectionChoice.REFUSED
            for version in self.versions
            for one in version
        }


def who(version: Sequence[Suggestion]) -> str:
    """`Judith Amberley and Gwen Thirlby`"""
    return listed(tuple(dict.fromkeys(one.author or "Somebody" for one in version)))


def points(suggestions: Iterable[Suggestion], draft: Circulation) -> tuple[CorrectionPoint, ...]:
    """What is to be decided, in the order of the draft and the same whichever copy was read first."""
    known = sorted(suggestions, key=lambda one: one.place_among)
    decisions = {line.id for _, line in draft.lines if line.kind is BlockKind.DECISION}
    found = [_point(group) for group in _groups(known, decisions)]
    place = _places(draft)
    return tuple(sorted(found, key=lambda point: (*place(point.first), *point.first.place_among)))


def _places(draft: Circulation) -> Callable[[Suggestion], tuple[int, int, int]]:
    items = {item.id: at for at, item in enumerate(draft.items)}
    lines = {line.id: at for at, (_, line) in enumerate(draft.lines)}

    def place(one: Suggestion) -> tuple[int, int, int]:
        at = one.after if one.kind in (SuggestionKind.INSERT, SuggestionKind.MOVE) else one.block
        return (
            items.get(one.item_id, len(items)),
            lines.get(at, -1),
            int(one.kind is SuggestionKind.COMMENT),
        )

    return place


def _groups(known: Sequence[Suggestion], decisions: set[str]) -> list[list[Suggestion]]:
    """Those that clash, and those alike, together; the rest alone."""
    groups: list[list[Suggestion]] = []
    for one in known:
        touched = [
            group
            for group in groups
            if any(one.what == other.what or clash(one, other, decisions) for other in group)
            and one.kind is not SuggestionKind.COMMENT
        ]
        groups = [group for group in groups if group not in touched]
        groups.append([*(other for group in touched for other in group), one])
    return groups


def _point(group: Sequence[Suggestion]) -> CorrectionPoint:
    versions: dict[tuple[object, ...], list[Suggestion]] = {}
    for one in sorted(group, key=lambda one: one.place_among):
        versions.setdefault(one.what, []).append(one)
    return CorrectionPoint(tuple(tuple(version) for version in versions.values()))


def clash(one: Suggestion, other: Suggestion, decisions: Iterable[str] = ()) -> bool:
    """Whether only one of two can be taken: they touch the same words, or send a block to different places.

    A decision is one sentence the board agreed to, so of two different wordings one is chosen.
    """
    if SuggestionKind.COMMENT in (one.kind, other.kind) or one.what == other.what:
        return False
    if one.kind is other.kind is SuggestionKind.INSERT:
        return (one.item_id, one.after) == (other.item_id, other.after) and _alike(one, other)
    if one.block != other.block or not one.block:
        return False
    if one.kind in _TEXT and other.kind in _TEXT:
        return (
            one.kind is not other.kind
            or one.block in decisions
            or any(edit.clashes(against) for edit in one.edits for against in other.edits)
        )
    return one.kind in _STANDS and other.kind in _STANDS


def _alike(one: Suggestion, other: Suggestion) -> bool:
    """Two wordings of the same new paragraph, by two people."""
    return one.author != other.author and likeness(plainly(one.will_be), plainly(other.will_be)) >= ALIKE
