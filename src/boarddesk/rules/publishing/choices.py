"""What is done about each clue before a copy is published: other words, a sentence withheld, or a reason."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from boarddesk.rules.publishing.clue import Clue, ClueKind
from boarddesk.rules.refused import Refused
from boarddesk.rules.wording import one_line

SENTENCE_WITHHELD: Final = "[1 sentence withheld]"


class WayOut(StrEnum):
    """How a clue is settled: in the published copy alone, the minutes keep their words."""

    WRITE = "replaced"
    WITHHOLD = "withheld"
    ACCEPT = "accepted"


@dataclass(frozen=True)
class PublishChoice:
    """One choice about a clue; `instead` is what is printed in its place, `why` the reason it may stay."""

    id: str
    place: str
    kind: ClueKind
    words: str
    how: WayOut
    instead: str = ""
    why: str = ""
    chosen_on: date = date.min

    @property
    def told(self) -> str:
        """`Now “a pupil”`, `Withheld`, `Accepted: staff`."""
        if self.how is WayOut.WRITE:
            return f"Now “{self.instead}”"
        return f"Accepted: {self.why}" if self.how is WayOut.ACCEPT else "Withheld"

    def is_about(self, clue: Clue) -> bool:
        """Whether it settles that clue: the same words of the same kind in the same place."""
        return (self.place, self.kind, self.words) == clue.key


def check_choice(how: WayOut, *, instead: str, why: str) -> tuple[str, str]:
    """Both as kept; refused where the words or the reason it needs are missing."""
    instead, why = one_line(instead), one_line(why)
    if how is WayOut.WRITE and not instead:
        raise Refused("Say what is printed in its place.", field="instead")
    if how is WayOut.ACCEPT and not why:
        raise Refused("Say why it may be published: the reason is kept in the office.", field="why")
    return (instead if how is WayOut.WRITE else ""), (why if how is WayOut.ACCEPT else "")


def choice_about(clue: Clue, choices: Iterable[PublishChoice]) -> PublishChoice | None:
    """What was chosen about a clue."""
    return next((choice for choice in choices if choice.is_about(clue)), None)


def settlement(clue: Clue, clues: Iterable[Clue], choices: Sequence[PublishChoice]) -> PublishChoice | None:
    """What settles a clue: its own choice, or that of another by which its sentence is withheld."""
    if own := choice_about(clue, choices):
        return own
    if clue.kind is ClueKind.CASE_STUDY:
        return None
    beside = (other for other in clues if other.place == clue.place and other.begins == clue.begins)
    found = (choice_about(other, choices) for other in beside if other.kind is not ClueKind.CASE_STUDY)
    return next((choice for choice in found if choice and choice.how is WayOut.WITHHOLD), None)


def unsettled(clues: Sequence[Clue], choices: Sequence[PublishChoice]) -> tuple[Clue, ...]:
    """Those that nothing settles yet, in order."""
    return tuple(clue for clue in clues if settlement(clue, clues, choices) is None)


@dataclass(frozen=True)
class Replacement:
    """Letters of a text that are printed otherwise."""

    start: int
    end: int
    words: str


def replacements(clues: Sequence[Clue], choices: Sequence[PublishChoice]) -> tuple[Replacement, ...]:
    """What the choices change in one passage, last first; a sentence withheld takes all in it along."""
    withheld: dict[int, Replacement] = {}
    written: list[Replacement] = []
    for clue in clues:
        choice = choice_about(clue, choices)
        if choice is None or clue.kind is ClueKind.CASE_STUDY:
            continue
        if choice.how is WayOut.WITHHOLD:
            end = clue.begins + len(clue.sentence)
            withheld[clue.begins] = Replacement(clue.begins, end, SENTENCE_WITHHELD)
        elif choice.how is WayOut.WRITE:
            written.append(Replacement(clue.start, clue.end, _as_begun(choice.instead, clue)))
    gone = withheld.values()
    kept = [each for each in written if not any(hole.start <= each.start < hole.end for hole in gone)]
    return tuple(sorted((*gone, *kept), key=lambda each: -each.start))


def _as_begun(words: str, clue: Clue) -> str:
    """With a capital where the words began their sentence."""
    return words[:1].upper() + words[1:] if clue.at == 0 else words


def mended(text: str, changes: Sequence[Replacement]) -> str:
    """A text with its replacements, which come last first."""
    for change in changes:
        text = f"{text[: change.start]}{change.words}{text[change.end :]}"
    return text
