"""Whoever reads is told which tables: whatever was compiled before, kept in memory or read of the past."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.records.attendance.test_tallies import random_office

from boarddesk.records.attendance.tallies import rolls
from boarddesk.records.file.office_file import OfficeFile

OF_SEATS = "SELECT p.name FROM seat JOIN membership m ON seat_id = seat.id JOIN person p ON p.id = person_id"
COUNTED = "SELECT count(*) FROM board"


@pytest.fixture
def file(tmp_path: Path) -> Iterator[OfficeFile]:
    with OfficeFile.create(tmp_path / "office.boarddesk") as made:
        random_office(made, 11)
        yield made


def test_every_table_of_a_query_is_told(file: OfficeFile) -> None:
    with file.reading() as seen:
        file.rows(OF_SEATS)
    assert seen == {"seat", "membership", "person"}


def test_a_table_of_which_no_column_is_asked_for_is_told(file: OfficeFile) -> None:
    with file.reading() as seen:
        file.value(COUNTED)
    assert seen == {"board"}


def test_a_table_read_only_in_a_condition_is_told(file: OfficeFile) -> None:
    with file.reading() as seen:
        file.rows("SELECT id FROM board WHERE id IN (SELECT board_id FROM meeting)")
    assert seen == {"board", "meeting"}


def test_what_the_driver_keeps_compiled_is_told_each_time(file: OfficeFile) -> None:
    for _ in range(3):
        file.rows(OF_SEATS)
    told = []
    for _ in range(3):
        with file.reading() as seen:
            file.rows(OF_SEATS)
        told.append(frozenset(seen))
    assert set(told) == {frozenset({"seat", "membership", "person"})}


def test_what_is_read_in_a_block_inside_is_told_to_both_and_not_afterwards(file: OfficeFile) -> None:
    with file.reading() as outer:
        with file.reading() as inner:
            file.value(COUNTED)
        file.rows("SELECT id FROM person")
    file.rows("SELECT id FROM meeting")
    assert (outer, inner) == ({"board", "person"}, {"board"})


def test_a_reader_that_fails_has_told_what_it_read(file: OfficeFile) -> None:
    told: list[set[str]] = []

    def fail() -> None:
        with file.reading() as seen:
            told.append(seen)
            file.value(COUNTED)
            raise ValueError("stop")

    with pytest.raises(ValueError, match="stop"):
        fail()
    file.rows("SELECT id FROM person")
    assert told == [{"board"}]


def test_rolls_kept_in_memory_count_as_read(file: OfficeFile) -> None:
    with file.reading() as anew:
        rolls(file)
    with file.reading() as kept:
        rolls(file)
    assert kept >= {"meeting", "roll", "roll_row", "attendance_mark"}
    assert kept >= anew - {"roll_touched", "json_each", "sqlite_temp_schema", "sqlite_schema"}


def test_what_is_read_of_the_past_is_told(file: OfficeFile) -> None:
    with file.reading() as seen, file.as_of(file.commit_number) as past:
        past.rows(OF_SEATS)
    assert seen >= {"seat", "membership", "person"}


def test_the_history_of_a_record_is_read_from_its_table(file: OfficeFile) -> None:
    with file.reading() as seen:
        file.history("meeting", "some id")
    assert seen == {"meeting"}


def test_whoever_reads_all_that_was_done_hears_everything(file: OfficeFile) -> None:
    with file.reading() as seen:
        file.log()
    assert seen >= {"meeting", "action", "risk", "attendance_mark"}


def test_listening_changes_nothing_of_what_is_read_and_written(file: OfficeFile) -> None:
    before = file.rows(OF_SEATS)
    with file.reading() as seen:
        assert file.rows(OF_SEATS) == before
        with file.change("Add a person") as change:
            change.insert("person", name="Ruth Calder")
        assert file.value("SELECT count(*) FROM person WHERE name = 'Ruth Calder'") == 1
    assert "person" in seen
    assert file.undo() == "Add a person"


def test_however_many_statements_there_are_each_is_told(file: OfficeFile) -> None:
    with file.reading() as seen:
        for number in range(5000):
            file.rows(f"SELECT {number} FROM office")
        file.value(COUNTED)
    assert seen == {"office", "board"}
