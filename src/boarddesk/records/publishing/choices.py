"""The choices made before a meeting is published: each clue is settled once, and may be taken up again."""

from __future__ import annotations

from datetime import date

from boarddesk.records.file.driver import Row
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.reading import day
from boarddesk.rules.publishing.choices import PublishChoice, WayOut, check_choice
from boarddesk.rules.publishing.clue import GROUPS, Clue, ClueKind

_LABELS = {
    WayOut.WRITE: "Change words in the published copy",
    WayOut.WITHHOLD: "Withhold sentence",
    WayOut.ACCEPT: "Accept in the published copy",
}


def publish_choices(file: OfficeFile, meeting_id: str) -> tuple[PublishChoice, ...]:
    """Everything chosen for the published copies of a meeting."""
    rows = file.rows(
        "SELECT * FROM publish_choice WHERE meeting_id = ? ORDER BY chosen_on, rowid", (meeting_id,)
    )
    return tuple(_choice(row) for row in rows)


def settle(
    file: OfficeFile,
    meeting_id: str,
    clue: Clue,
    how: WayOut,
    *,
    on: date,
    instead: str = "",
    why: str = "",
) -> None:
    """Settle a clue, in place of what was chosen about it before; refused without the words it needs."""
    instead, why = check_choice(how, instead=instead, why=why)
    before = next((choice for choice in publish_choices(file, meeting_id) if choice.is_about(clue)), None)
    fields: dict[str, object] = {"how": how, "instead": instead, "why": why, "chosen_on": on}
    with file.change(_LABELS[how]) as change:
        if before is not None:
            change.update("publish_choice", before.id, **fields)
        else:
            change.insert(
                "publish_choice",
                meeting_id=meeting_id,
                place=clue.place,
                kind=clue.kind,
                words=clue.words,
                **fields,
            )


def take_up_again(file: OfficeFile, choice: PublishChoice) -> None:
    """It is to be settled once more."""
    with file.change(f"Take up again: {GROUPS[choice.kind].lower()}") as change:
        change.delete("publish_choice", choice.id)


def _choice(row: Row) -> PublishChoice:
    return PublishChoice(
        row["id"],
        row["place"],
        ClueKind(row["kind"]),
        row["words"],
        WayOut(row["how"]),
        row["instead"],
        row["why"],
        day(row["chosen_on"]) or date.min,
    )
