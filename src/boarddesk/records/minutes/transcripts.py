"""Transcripts kept beside the minutes until these are confirmed, then deleted for good with a certificate."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date

from boarddesk.records.file.driver import Row
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import meeting, title
from boarddesk.records.minutes.reading import state_of
from boarddesk.records.reading import day, one
from boarddesk.rules.characters import keepable
from boarddesk.rules.meetings.meeting import check_time
from boarddesk.rules.minutes.minutes import check_unlocked
from boarddesk.rules.minutes.transcript import SpokenLine, Transcript
from boarddesk.rules.refused import Refused
from boarddesk.rules.retention import BACKUPS_KEEP
from boarddesk.rules.wording import count_in_figures, one_line

GONE = "That transcript is no longer there."
WHAT = "Transcript"
AT_CONFIRMATION = "The minutes are confirmed: what was said is kept no longer than it takes to agree them."


def transcript_of(file: OfficeFile, meeting_id: str) -> Transcript | None:
    """The transcript of a meeting, the newest of several; also one that was deleted."""
    row = file.row(
        "SELECT * FROM transcript WHERE meeting_id = ? ORDER BY deleted_on IS NULL DESC, rowid DESC LIMIT 1",
        (meeting_id,),
    )
    return _transcript(row) if row else None


def lines_of(file: OfficeFile, transcript: Transcript) -> tuple[SpokenLine, ...]:
    """What was said; nothing once it is deleted, also in the office as it was before."""
    row = file.row("SELECT content FROM paper_bytes WHERE sha256 = ?", (transcript.sha256,))
    return tuple(SpokenLine(*line) for line in json.loads(bytes(row["content"]))) if row else ()


def take_in_transcript(
    file: OfficeFile, meeting_id: str, lines: Sequence[SpokenLine], *, name: str, starts: str, on: date
) -> str:
    """Keep the lines of a transcript with the meeting until its minutes are confirmed."""
    whose = meeting(file, meeting_id)
    check_unlocked(state_of(file, meeting_id))
    if not lines:
        raise Refused("Nobody says anything in this transcript.")
    held = transcript_of(file, meeting_id)
    if held and not held.deleted_on:
        raise Refused("There is a transcript of this meeting already. Delete it first.")
    spoken = [[line.seconds, keepable(line.speaker), keepable(line.text)] for line in lines]
    with file.change("Take in a transcript") as change:
        return change.insert(
            "transcript",
            meeting_id=meeting_id,
            file_name=one_line(keepable(name)),
            came_on=on,
            starts=starts or whose.start_time,
            line_count=len(spoken),
            sha256=change.keep_paper(json.dumps(spoken, ensure_ascii=False).encode()),
        )


def set_transcript_start(file: OfficeFile, transcript_id: str, starts: str) -> None:
    """The time of day at which a transcript begins, by which it is cut to the items."""
    _row(file, transcript_id)
    kept = check_time(starts, field="starts")
    if not kept:
        raise Refused("Give the time of day at which it begins.", field="starts")
    with file.change("Set when a transcript begins") as change:
        change.update("transcript", transcript_id, starts=kept)


def delete_transcripts(
    file: OfficeFile, meeting_id: str, *, on: date, why: str = AT_CONFIRMATION
) -> int | None:
    """Delete what was said at a meeting for good; the number of the certificate, None where there is nothing.

    It cannot be undone, nor anything before it. A transcript taken in and out again goes with the others.
    """
    held = file.rows("SELECT * FROM transcript WHERE meeting_id = ? AND sha256 IS NOT NULL", (meeting_id,))
    kept = {row["id"] for row in file.rows("SELECT id FROM transcript")}
    dropped = {
        row["row_id"]: row["after"]
        for row in file.rows(
            "SELECT row_id, after FROM change_row WHERE table_name = 'transcript' AND op = 'insert' "
            "AND after ->> '$.meeting_id' = ?",
            (meeting_id,),
        )
        if row["row_id"] not in kept
    }
    found = [*held, *(json.loads(after) for after in dropped.values())]
    if not found:
        return None
    whose = title(file, meeting(file, meeting_id))
    with file.purge("Delete a transcript for good") as purge:
        for row in held:
            purge.update("transcript", row["id"], sha256=None, deleted_on=on)
            purge.forget_paper(row["sha256"])
        for row_id in dropped:
            purge.remove("transcript", row_id)
        return purge.certify(
            what=WHAT,
            how_many=len(found),
            why=why,
            made_on=on,
            lines=[
                *(_told(row, whose) for row in found),
                BACKUPS_KEEP,
            ],
        )


def _told(row: Row, whose: str) -> str:
    said = count_in_figures(row["line_count"], "line")
    return f"Transcript of {whose}, {said}. SHA-256 of what was kept: {row['sha256']}"


def _row(file: OfficeFile, transcript_id: str) -> Row:
    return one(file.row("SELECT * FROM transcript WHERE id = ?", (transcript_id,)), GONE)


def _transcript(row: Row) -> Transcript:
    return Transcript(
        row["id"],
        row["meeting_id"],
        row["file_name"],
        date.fromisoformat(row["came_on"]),
        row["starts"],
        row["line_count"],
        row["sha256"] or "",
        day(row["deleted_on"]),
    )
