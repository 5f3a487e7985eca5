"""What copies for everybody have in common: all is settled before one goes out, and its issue is recorded."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final

from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import meeting
from boarddesk.records.publishing.publications import record_publication
from boarddesk.rules.edition import Edition
from boarddesk.rules.publishing.clue import Clue
from boarddesk.rules.publishing.publication import PublicPart
from boarddesk.rules.refused import Refused
from boarddesk.rules.wording import listed, number

MOST_TOLD: Final = 8
NOT_CONFIRMED: Final = "These minutes are not confirmed yet; they are published once they are."


def check_settled(clues: Sequence[Clue]) -> None:
    """Refused while something may name a child: each is listed with its place."""
    if not clues:
        return
    told = [f"“{clue.words}” ({clue.kind}, {clue.where})" for clue in clues[:MOST_TOLD]]
    more = len(clues) - MOST_TOLD
    rest = [f"{number(more)} more"] if more > 0 else []
    raise Refused(
        f"{len(clues)} to settle first, as a reader could tell who a child is: {listed([*told, *rest])}. "
        "Settle them under Publish minutes, in the menu of the meeting.",
        field="copy",
    )


def check_confirmed(*, is_confirmed: bool) -> None:
    """Refused where nobody has confirmed the minutes that are to be published."""
    if not is_confirmed:
        raise Refused(NOT_CONFIRMED, field="copy")


def recorded(
    meeting_id: str, part: PublicPart, on: date, withheld: str = ""
) -> Callable[[OfficeFile, Edition], None]:
    """What is so from the issue of a published copy on: that part of the meeting is out."""

    def record(file: OfficeFile, _edition: Edition) -> None:
        if part is PublicPart.UPDATE and not meeting(file, meeting_id).state.was_held:
            return  # written before the day, it is out only once there is something to tell
        record_publication(file, meeting_id, part, on=on, today=on, withheld=withheld)

    return record
