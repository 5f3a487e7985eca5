"""How minutes get from draft to confirmed, what stands in the way, and how a correction is typed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from boarddesk.rules.meetings.meeting import Meeting, MeetingState
from boarddesk.rules.minutes.block import Block, joined
from boarddesk.rules.minutes.minutes import LOCKED, Minutes, MinutesState
from boarddesk.rules.refused import Refused
from boarddesk.rules.registers.quorum import Quorum
from boarddesk.rules.wording import day_of_year


@dataclass(frozen=True)
class MinutesStand:
    """How far minutes have come; `is_written` is whether there is a word of them."""

    state: MinutesState = MinutesState.DRAFT
    is_written: bool = False

    @property
    def words(self) -> str:
        """What a meeting's steps call drafted minutes: `Minutes circulated`."""
        return "Draft minutes" if self.state is MinutesState.DRAFT else f"Minutes {self.state}"


@dataclass(frozen=True)
class Amendment:
    """A correction of the text: words of an item as they stand, and as they are to be."""

    item: str
    was: str
    will_be: str


def check_stage(minutes: Minutes, of: Meeting, *, on: date, today: date) -> None:
    """Refused where minutes cannot go on to the chair or round: locked, empty, or of no meeting."""
    if minutes.is_locked:
        raise Refused(LOCKED)
    _check_held(of)
    if minutes.is_empty:
        raise Refused("Nothing is written yet: write the minutes first.")
    if on < of.date:
        raise Refused("That day is before the meeting.", field="on")
    if on > today:
        raise Refused("That day is still to come.", field="on")


def _check_held(of: Meeting) -> None:
    if of.state is MeetingState.CANCELLED:
        raise Refused("This meeting was cancelled, so it has no minutes.")
    if not of.state.was_held:
        raise Refused("This meeting is still to come: its minutes follow it.")


@dataclass(frozen=True)
class Confirming:
    """What is known where minutes are to be confirmed: the meeting, the one that confirms, and its agenda.

    `quorum` is that of the confirming meeting once its register is closed.
    """

    of: Meeting
    at: Meeting
    minutes: Minutes
    register_closed: bool
    on_its_agenda: bool
    undecided: int = 0
    quorum: Quorum | None = None


def check_confirming(known: Confirming, *, today: date) -> None:
    """Refused where these minutes cannot be confirmed at that meeting, with what to do first."""
    of, at = known.of, known.at
    check_stage(known.minutes, of, on=of.date, today=today)
    if not known.register_closed:
        raise Refused("Close the register first: the minutes say who was there.")
    if at.board_id != of.board_id:
        raise Refused("Minutes are confirmed by the board whose meeting they are of.", field="at")
    if at.id == of.id or at.date <= of.date:
        raise Refused("Minutes are confirmed at a later meeting than the one they are of.", field="at")
    if at.state in (MeetingState.CANCELLED, MeetingState.INQUORATE):
        raise Refused(f"A meeting that was {at.state.value} can confirm no minutes.", field="at")
    if at.date > today:
        raise Refused(f"The meeting of {day_of_year(at.date)} is still to come.", field="at")
    if known.quorum is not None and not known.quorum.quorate:
        raise Refused(f"That meeting can confirm no minutes. {known.quorum.sentence}", field="at")
    if not known.on_its_agenda:
        raise Refused(
            f"No item of the agenda of {day_of_year(at.date)} is for these minutes. Add one there first.",
            field="at",
        )
    if known.undecided:
        waiting = "1 correction waits" if known.undecided == 1 else f"{known.undecided} corrections wait"
        raise Refused(f"{waiting} for an answer: take or refuse each first.")


_TYPED = re.compile(r"\s*(?P<item>\d+(?:\.\d+)?)\s*[:.)]\s*(?P<was>.*?)\s*(?:→|->|=>)\s*(?P<will_be>.*?)\s*")
AMENDMENT_HINT: Final = "One a line, such as 4: 23 weeks → 26 weeks. None: confirmed as presented."


def read_amendments(typed: str) -> tuple[Amendment, ...]:
    """Corrections as typed, one a line: `4: 23 weeks → 26 weeks`; refused with the line that is none."""
    made = []
    for line in filter(str.strip, typed.splitlines()):
        found = _TYPED.fullmatch(line)
        if found is None or not found["was"]:
            raise Refused(
                f"“{line.strip()}” is no correction. Write the item, what it says and what it is to say, "
                "such as 4: 23 weeks → 26 weeks.",
                field="corrections",
            )
        made.append(Amendment(found["item"], found["was"], found["will_be"]))
    return tuple(made)


def place_of(amendment: Amendment, texts: Sequence[str]) -> int:
    """Which of the texts of an item holds the words to be corrected; refused where none or several do."""
    places = [at for at, text in enumerate(texts) for _ in range(text.count(amendment.was))]
    if not places:
        raise Refused(f"Item {amendment.item} does not say “{amendment.was}”.", field="corrections")
    if len(places) > 1:
        raise Refused(
            f"Item {amendment.item} says “{amendment.was}” more than once: give more of the words.",
            field="corrections",
        )
    return places[0]


def amended(block: Block, was: str, will_be: str) -> Block:
    """A block with words in it replaced; what was marked in whole or in part marks all in their place."""
    start = block.text.index(was)
    end, by = start + len(was), len(will_be) - len(was)
    spans = []
    for span in block.spans:
        if span.end <= start:
            spans.append(span)
        elif span.start >= end:
            spans.append(replace(span, start=span.start + by, end=span.end + by))
        else:
            spans.append(replace(span, start=min(span.start, start), end=max(span.end, end) + by))
    text = block.text[:start] + will_be + block.text[end:]
    return replace(block, text=text, spans=joined(spans))
