"""What was kept long enough is erased in two steps: no trace in the file, the chain whole."""

from __future__ import annotations

import shutil
import tempfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.records.offices import board_with_seats
from tests.records.retention.conftest import LONG_AGO, TODAY, WORDS, Clock, OldOffice

from boarddesk.records.file.backups import backups_of
from boarddesk.records.file.check import faults
from boarddesk.records.file.driver import connect
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.file.problems import OnlyReadable
from boarddesk.records.file.tampering import signs_of_tampering
from boarddesk.records.interests import interests
from boarddesk.records.people import add_person, people, update_person
from boarddesk.records.registers.reading import register
from boarddesk.records.retention.classes import leave_class, retention_classes, set_class, take_proposals
from boarddesk.records.retention.purging import certificates, preview_purge, purge
from boarddesk.rules.refused import Refused
from boarddesk.rules.registers.register import Mark
from boarddesk.rules.retention import KINDS, CountedFrom, PurgePreview, RetentionClass, RetentionKind
from boarddesk.rules.wording import day

ABSENCES = KINDS[0]
IN_MEMORY = Path("/dev/shm")  # what is asked here is not about the disk


def erase(old: OldOffice) -> int:
    take_proposals(old.file)
    preview = preview_purge(old.file, today=TODAY)
    return purge(old.file, preview, typed=str(preview.how_many), why="As agreed", today=TODAY)


def test_nothing_is_due_by_a_proposal_alone(old: OldOffice) -> None:
    assert preview_purge(old.file, today=TODAY) == PurgePreview(old.file.commit_number, ())
    take_proposals(old.file)
    found = preview_purge(old.file, today=TODAY)
    assert [due.of.kind.key for due in found.due] == [
        "absence reasons",
        "replies",
        "transcripts",
        "leavers",
        "chair notes",
    ]
    assert found.how_many == 5
    assert found.due[0].sentence == (
        f"Reasons for absence: 1 reason, {day(LONG_AGO)}. "
        "Goes: the reason and the note of a mark; the mark itself stays."
    )


def test_a_class_can_be_decided_and_left_open_again(old: OldOffice) -> None:
    set_class(old.file, ABSENCES, years=7, counted_from=CountedFrom.YEAR_END, why="Our policy")
    (of, *_rest) = retention_classes(old.file)
    assert of.is_decided and of.sentence == "7 years from 31 March after the meeting"
    assert not preview_purge(old.file, today=TODAY).due
    with pytest.raises(Refused, match="between 0 and 99"):
        set_class(old.file, ABSENCES, years=100, counted_from=CountedFrom.DAY, why="Our policy")
    with pytest.raises(Refused, match="Say why"):
        set_class(old.file, ABSENCES, years=1, counted_from=CountedFrom.DAY, why=" ")
    leave_class(old.file, ABSENCES)
    assert not retention_classes(old.file)[0].is_decided
    with pytest.raises(Refused, match="only proposed"):
        leave_class(old.file, ABSENCES)


def test_what_is_erased_leaves_no_trace_in_the_file_and_the_chain_whole(old: OldOffice) -> None:
    before = old.path.read_bytes()
    assert all(word.encode() in before for word in WORDS)
    set_class(old.file, KINDS[5], years=5, counted_from=CountedFrom.DAY, why="Our policy")
    assert erase(old) == 1
    after = old.path.read_bytes()
    assert [word for word in (*WORDS, "left@example.org") if word.encode() in after] == []
    assert faults(old.path) == []
    held = register(old.file, old.meeting_id).rows[1]
    assert (held.mark, held.reason) == (Mark.APOLOGIES, "")
    assert not preview_purge(old.file, today=TODAY).due
    assert signs(old.path) == []


def signs(path: Path) -> list[str]:
    """All there is to see of anybody having written behind the log."""
    connection = connect(path, read_only=True)
    try:
        return [*faults(path), *signs_of_tampering(connection)]
    finally:
        connection.close()


def test_the_certificate_says_what_how_many_and_why_and_never_the_words(old: OldOffice) -> None:
    erase(old)
    (found,) = certificates(old.file)
    assert (found.title, found.made_on, found.how_many, found.why) == ("Certificate 1", TODAY, 5, "As agreed")
    assert found.what == (
        "Reasons for absence, replies to invitations, transcripts not yet deleted, "
        "details of people who left and notes for the chair"
    )
    assert day(LONG_AGO) in found.content[0] and "Backups" in found.content[-1]
    assert found.entries == 5


def test_a_purge_makes_a_backup_first_and_cannot_be_undone(old: OldOffice) -> None:
    erase(old)
    (kept, *_others) = backups_of(old.file.file_id)
    assert kept.reason == "before purge" and faults(kept.path) == []
    assert WORDS[0].encode() in kept.path.read_bytes()
    assert old.file.undo() is None and old.file.redo() is None
    update_person(old.file, people(old.file)[0].id, note="New")
    assert old.file.undo() is not None
    assert old.file.undo() is None
    assert old.file.redo() is not None
    assert faults(old.path) == []


def test_the_two_steps_cannot_be_skipped(old: OldOffice) -> None:
    take_proposals(old.file)
    preview = preview_purge(old.file, today=TODAY)
    for typed in ("", "yes", "4", "6"):
        with pytest.raises(Refused, match="Type 5"):
            purge(old.file, preview, typed=typed, why="As agreed", today=TODAY)
    with pytest.raises(Refused, match="Say why"):
        purge(old.file, preview, typed="5", why="", today=TODAY)
    add_person(old.file, "Fay Ash")
    with pytest.raises(Refused, match="has changed since you looked"):
        purge(old.file, preview, typed="5", why="As agreed", today=TODAY)
    with pytest.raises(Refused, match="Nothing is due"):
        purge(old.file, PurgePreview(old.file.commit_number, ()), typed="0", why="As agreed", today=TODAY)
    assert certificates(old.file) == () and WORDS[0].encode() in old.path.read_bytes()


def test_one_class_alone_can_be_erased(old: OldOffice) -> None:
    take_proposals(old.file)
    preview = preview_purge(old.file, today=TODAY, only=frozenset({"absence reasons"}))
    purge(old.file, preview, typed="1", why="As agreed", today=TODAY)
    held = old.path.read_bytes()
    assert WORDS[0].encode() not in held and WORDS[1].encode() in held


def test_an_office_open_to_read_only_is_not_erased_from(old: OldOffice) -> None:
    take_proposals(old.file)
    preview = preview_purge(old.file, today=TODAY)
    with OfficeFile.open(old.path, read_only=True) as read, pytest.raises(OnlyReadable, match="read only"):
        purge(read, preview, typed="5", why="As agreed", today=TODAY)


def test_the_office_as_it_was_says_erased_where_words_stood(old: OldOffice) -> None:
    before = old.file.commit_number
    erase(old)
    with old.file.as_of(before) as past:
        held = register(past, old.meeting_id).rows[1]
        assert held.reason == "erased"
        assert people(past)[0].note == "erased"
        assert past.rows("SELECT * FROM meeting_reply") == []
    for number in range(1, before, 3):
        with old.file.as_of(number) as past:
            assert past.rows("PRAGMA foreign_key_check") == []
            people(past), interests(past)


def test_what_was_taken_out_long_ago_leaves_the_log_too(old: OldOffice) -> None:
    old.clock.at = datetime(2020, 6, 1, tzinfo=UTC)
    with old.file.change("Remove a reply") as change:
        change.delete("meeting_reply", str(old.file.value("SELECT id FROM meeting_reply")))
    old.clock.at = datetime(2026, 11, 30, tzinfo=UTC)
    assert WORDS[1].encode() in old.path.read_bytes()
    erase(old)
    assert WORDS[1].encode() not in old.path.read_bytes()
    assert faults(old.path) == []


def test_an_erased_line_of_the_log_that_is_written_in_again_is_found(old: OldOffice) -> None:
    erase(old)
    old.file.close()
    connection = connect(old.path)
    connection.execute("DROP TRIGGER change_row_stays")
    connection.execute(
        "UPDATE change_row SET after = json_set(after, '$.reason', 'Ill') "
        "WHERE after ->> '$.reason' = 'erased' AND table_name = 'attendance_mark'"
    )
    connection.close()
    assert any("not what was sealed" in fault for fault in faults(old.path))


def test_a_certificate_taken_out_of_the_log_is_found(old: OldOffice) -> None:
    erase(old)
    old.file.close()
    connection = connect(old.path)
    connection.execute("DROP TRIGGER change_row_stays")
    connection.execute(
        "UPDATE change_row SET after = json_set(after, '$.content', '{}') WHERE table_name = 'certificate'"
    )
    connection.close()
    assert len([fault for fault in faults(old.path) if "not what was sealed" in fault]) > 1


@settings(max_examples=max(1, settings.default.max_examples // 10))
@given(st.integers(0, 2**32))
def test_whatever_was_changed_before_and_after_the_chain_stays_whole(seed: int) -> None:
    """Random writing, undoing and purging: no erased word is left, every check holds, every past opens."""
    chance = Random(seed)
    folder = Path(tempfile.mkdtemp(dir=IN_MEMORY if IN_MEMORY.is_dir() else None))
    clock, path = Clock(), folder / "office.boarddesk"
    try:
        with OfficeFile.create(path, clock=clock) as file:
            board_with_seats(file)
            set_class(file, KINDS[5], years=0, counted_from=CountedFrom.DAY, why="Our policy")
            erased: list[str] = []
            for step in range(chance.randrange(4, 14)):
                clock.at += timedelta(days=chance.randrange(40))
                today = clock.at.date()
                held = file.rows("SELECT * FROM interest ORDER BY id")
                chosen = chance.choice(held) if held else None
                what = chance.choice("awwweduurp")
                if what in "aw" or chosen is None:
                    person = chance.choice(people(file)).id
                    ends = today - timedelta(days=chance.randrange(1, 9)) if chance.random() < 0.7 else None
                    with file.change("Declare") as change:
                        change.insert("interest", person_id=person, text=f"Wort{step}x{seed}", until_day=ends)
                elif what == "e":
                    with file.change("Edit", coalesce="edit") as change:
                        change.update("interest", chosen["id"], text=f"Edited{step}x{seed}")
                elif what == "d":
                    with file.change("Remove") as change:
                        change.delete("interest", chosen["id"])
                elif what == "u":
                    file.undo()
                elif what == "r":
                    file.redo()
                else:
                    preview = preview_purge(file, today=today)
                    if preview.due:
                        going = [row for row in held if row["until_day"] and row["until_day"] <= f"{today}"]
                        erased += [row["text"] for row in going]
                        purge(file, preview, typed=str(preview.how_many), why="Agreed", today=today)
            last = file.commit_number
            for number in range(last + 1):
                with file.as_of(number) as past:
                    interests(past)
        assert signs(path) == []
        kept = path.read_bytes()
        assert [word for word in erased if word.encode() in kept] == []
    finally:
        shutil.rmtree(folder)


def retention_of(kind: RetentionKind, counted_from: CountedFrom) -> RetentionClass:
    return RetentionClass(kind, 2, counted_from, "Our policy")


def test_years_run_from_the_day_or_from_the_end_of_its_financial_year() -> None:
    (first, *_others) = KINDS
    by_day = retention_of(first, CountedFrom.DAY)
    by_year = retention_of(first, CountedFrom.YEAR_END)
    assert by_day.is_due(LONG_AGO, today=date(2022, 5, 12))
    assert not by_day.is_due(LONG_AGO, today=date(2022, 5, 11))
    assert by_year.is_due(LONG_AGO, today=date(2023, 3, 31))
    assert not by_year.is_due(LONG_AGO, today=date(2023, 3, 30))
    assert by_day.is_due(date(2024, 2, 29), today=date(2026, 3, 1))
