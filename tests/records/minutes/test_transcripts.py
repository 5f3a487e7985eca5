"""A transcript stands beside the minutes until they are confirmed; then no word of it is left in the file."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.records.minutes.conftest import MAY, HeldMeeting

from boarddesk.records.file.change_log import broken_links
from boarddesk.records.file.check import faults
from boarddesk.records.file.driver import connect
from boarddesk.records.meetings import meeting
from boarddesk.records.minutes.transcripts import (
    delete_transcripts,
    lines_of,
    set_transcript_start,
    take_in_transcript,
    transcript_of,
)
from boarddesk.rules.minutes.transcript import SpokenLine
from boarddesk.rules.refused import Refused

JUNE = date(2026, 6, 9)
SAID = (
    SpokenLine(3, "Ann Hale", "Good afternoon everybody."),
    SpokenLine(95, "Zoë Moor", "Marmaladewort waits are twenty-three weeks."),
)


def take_in(held: HeldMeeting) -> str:
    return take_in_transcript(held.file, held.id, SAID, name="board.vtt", starts="", on=MAY)


def test_a_transcript_is_read_again_and_begins_with_the_meeting(held: HeldMeeting) -> None:
    take_in(held)
    kept = transcript_of(held.file, held.id)
    assert kept is not None
    assert (kept.file_name, kept.starts, kept.line_count) == ("board.vtt", "13:30", 2)
    assert lines_of(held.file, kept) == SAID
    set_transcript_start(held.file, kept.id, "1.28pm")
    again = transcript_of(held.file, held.id)
    assert again is not None and again.starts == "13:28"


def test_two_transcripts_of_one_meeting_and_an_empty_one_are_refused(held: HeldMeeting) -> None:
    with pytest.raises(Refused, match="Nobody says anything"):
        take_in_transcript(held.file, held.id, [], name="board.vtt", starts="", on=MAY)
    take_in(held)
    with pytest.raises(Refused, match="transcript of this meeting already"):
        take_in(held)


def test_a_deleted_transcript_leaves_no_word_in_the_file_and_a_certificate(held: HeldMeeting) -> None:
    take_in(held)
    path = held.file.path
    assert path is not None and b"Marmaladewort" in path.read_bytes()
    number = delete_transcripts(held.file, held.id, on=JUNE)
    assert number == 1
    assert b"Marmaladewort" not in path.read_bytes()
    kept = transcript_of(held.file, held.id)
    assert kept is not None and kept.deleted_on == JUNE and lines_of(held.file, kept) == ()
    certificate = held.file.row("SELECT * FROM certificate")
    assert certificate is not None
    assert (certificate["what"], certificate["how_many"]) == ("Transcript", 1)
    assert "2 lines" in certificate["content"] and "Ann" not in certificate["content"]
    assert broken_links(connect(path, read_only=True)) == [] and faults(path) == []
    assert delete_transcripts(held.file, held.id, on=JUNE) is None


def test_a_transcript_whose_taking_in_was_undone_goes_too(held: HeldMeeting) -> None:
    take_in(held)
    held.file.undo()
    path = held.file.path
    assert path is not None and b"Marmaladewort" in path.read_bytes()
    assert delete_transcripts(held.file, held.id, on=JUNE) == 1
    assert b"Marmaladewort" not in path.read_bytes()
    assert faults(path) == []


def test_nothing_before_the_deletion_is_undone_and_what_follows_it_is(held: HeldMeeting) -> None:
    take_in(held)
    delete_transcripts(held.file, held.id, on=JUNE)
    assert held.file.undo_stop == (
        "“Delete a transcript for good” cannot be taken back, so nothing done before it can be undone."
    )
    assert held.file.undo_and_redo == (None, None)
    assert held.file.undo() is None and held.file.redo() is None
    with held.file.change("Move the meeting") as change:
        change.update("meeting", held.id, venue="Hall")
    assert held.file.undo_stop == ""
    assert held.file.undo() == "Move the meeting"
    assert held.file.undo() is None
    assert held.file.redo() == "Move the meeting"
    assert meeting(held.file, held.id).venue == "Hall"


def test_the_office_as_it_was_before_opens_without_the_words(held: HeldMeeting) -> None:
    take_in(held)
    before = held.file.commit_number
    delete_transcripts(held.file, held.id, on=JUNE + timedelta(days=1))
    with held.file.as_of(before) as past:
        kept = transcript_of(past, held.id)
        assert kept is not None and kept.deleted_on is None
        assert lines_of(past, kept) == ()


def test_an_erased_entry_without_its_certificate_is_found(held: HeldMeeting) -> None:
    """Whoever rewrites the log by hand has no certificate for it."""
    take_in(held)
    held.file.undo()
    delete_transcripts(held.file, held.id, on=JUNE)
    path = held.file.path
    assert path is not None
    held.file.close()
    connection = connect(path)
    connection.execute("DROP TRIGGER change_row_stays")
    connection.execute("UPDATE change_row SET after = NULL WHERE table_name = 'agenda_item'")
    assert broken_links(connection)
    connection.close()
