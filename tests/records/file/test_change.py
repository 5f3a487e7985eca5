"""Undo, redo, typing that becomes one step, the history of a record, and the office as of a moment."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from boarddesk.records.file import new_file
from boarddesk.records.file.change_log import EntryKind, broken_links
from boarddesk.records.file.check import faults
from boarddesk.records.file.driver import connect
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.file.shape import schema_script
from boarddesk.rules.refused import FileProblem


class Clock:
    def __init__(self) -> None:
        self.moment = datetime(2026, 5, 14, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment

    def go_on(self, **pause: float) -> datetime:
        self.moment += timedelta(**pause)
        return self.moment


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "office.boarddesk"


@pytest.fixture
def file(path: Path, clock: Clock) -> Iterator[OfficeFile]:
    with OfficeFile.create(path, office="Northmoor", clock=clock, who="Ash") as made:
        yield made


@pytest.fixture
def person(file: OfficeFile, clock: Clock) -> str:
    with file.change("Add Robin") as change:
        row = change.insert("person", name="Robin")
    clock.go_on(minutes=1)
    return row


def rename(file: OfficeFile, person: str, name: str, *, coalesce: str = "", who: str = "") -> None:
    with file.change(f"Rename to {name}", coalesce=coalesce, who=who) as change:
        change.update("person", person, name=name)


def name_of(file: OfficeFile, person: str) -> object:
    return file.value("SELECT name FROM person WHERE id = ?", (person,))


# Undo and redo ----------------------------------------------------------------------------------------------


def test_undo_names_what_it_takes_back(file: OfficeFile, person: str) -> None:
    rename(file, person, "Rowan")
    assert (file.undo_label, file.undo(), file.undo_label) == (
        "Rename to Rowan",
        "Rename to Rowan",
        "Add Robin",
    )
    assert (file.undo_and_redo[1], name_of(file, person)) == ("Rename to Rowan", "Robin")


def test_undo_works_across_restarts(file: OfficeFile, path: Path, person: str) -> None:
    rename(file, person, "Rowan")
    file.undo()
    file.close()
    with OfficeFile.open(path) as again:
        assert again.redo() == "Rename to Rowan"
        assert again.undo() == "Rename to Rowan"
        assert again.undo() == "Add Robin"
        assert again.undo() is None


def test_making_the_office_cannot_be_undone(file: OfficeFile) -> None:
    assert file.undo() is None
    assert file.office == "Northmoor"


def test_a_new_change_ends_what_could_be_redone(file: OfficeFile, person: str) -> None:
    rename(file, person, "Rowan")
    file.undo()
    rename(file, person, "Sorrel")
    assert file.undo_and_redo[1] is None and file.redo() is None


def test_undo_within_a_change_is_a_mistake_of_ours(file: OfficeFile) -> None:
    with file.change("Outer"), pytest.raises(RuntimeError):
        file.undo()


def test_undo_is_written_into_the_log_and_takes_nothing_out(file: OfficeFile, person: str) -> None:
    rename(file, person, "Rowan")
    file.undo()
    told = [(entry.kind, entry.label) for entry in reversed(file.log())]
    assert told == [
        (EntryKind.MARK, "Create the office"),
        (EntryKind.CHANGE, "Add Robin"),
        (EntryKind.CHANGE, "Rename to Rowan"),
        (EntryKind.UNDO, "Rename to Rowan"),
    ]


def test_a_cascade_of_deletes_is_undone_exactly(file: OfficeFile) -> None:
    with file.change("Add") as change:
        board = change.insert("board", name="SEND Board", short_name="SIB")
        below = change.insert("board", name="Executive", short_name="EX")
        change.insert("reporting_line", board_id=below, to_board_id=board, to_name="SEND Board")
        seat = change.insert("seat", board_id=board, title="Chair")
        person = change.insert("person", name="Robin")
        change.insert("membership", seat_id=seat, person_id=person)
    before = everything(file)
    with file.change("Delete the board") as change:
        change.delete("board", board)
    assert file.value("SELECT count(*) FROM membership") == 0
    assert file.value("SELECT to_board_id FROM reporting_line WHERE board_id = ?", (below,)) is None
    after = everything(file)
    file.undo()
    assert everything(file) == before
    file.redo()
    assert everything(file) == after


def everything(file: OfficeFile) -> dict[str, list[str]]:
    tables = [row["name"] for row in file.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    kept = [name for name in tables if not name.startswith(("change_", "file_"))]
    return {name: sorted(json.dumps(row) for row in file.rows(f"SELECT * FROM {name}")) for name in kept}


ODD = """
CREATE TABLE odd (id TEXT PRIMARY KEY, "two words" TEXT COLLATE NOCASE, "q""uote" TEXT, ratio REAL,
  "it's" INTEGER) STRICT;
CREATE TABLE bare (id TEXT PRIMARY KEY) STRICT;
"""


@pytest.fixture
def odd_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[OfficeFile]:
    script = schema_script() + ODD
    monkeypatch.setattr(new_file, "schema_script", lambda: script)
    with OfficeFile.create(path) as made:
        yield made


def test_columns_of_any_name_and_numbers_of_any_kind_come_back_exactly(odd_file: OfficeFile) -> None:
    values = {"two words": "Sib", 'q"uote': 'a "b"', "ratio": 0.1 + 0.2, "it's": 2**63 - 1}
    with odd_file.change("Add") as change:
        row = change.insert("odd", **values)
        change.insert("bare")
    before = everything(odd_file)
    with odd_file.change("Clear") as change:
        change.delete("odd", row)
    odd_file.undo()
    assert everything(odd_file) == before


def test_a_change_of_case_alone_is_logged_whatever_the_collation(odd_file: OfficeFile) -> None:
    with odd_file.change("Add") as change:
        row = change.insert("odd", **{"two words": "sib"})
    with odd_file.change("Capitals") as change:
        change.update("odd", row, **{"two words": "SIB"})
    odd_file.undo()
    assert odd_file.value('SELECT "two words" FROM odd') == "sib"


def test_a_logged_table_with_bytes_is_refused_when_the_file_is_made(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = schema_script() + "CREATE TABLE photo (id TEXT PRIMARY KEY, bytes BLOB) STRICT;"
    monkeypatch.setattr(new_file, "schema_script", lambda: script)
    with pytest.raises(ValueError, match="photo"):
        OfficeFile.create(path)


# Typing -----------------------------------------------------------------------------------------------------


def type_in(file: OfficeFile, clock: Clock, person: str, *, words: list[str], pause: float = 1) -> None:
    for word in words:
        rename(file, person, word, coalesce="person.name")
        clock.go_on(seconds=pause)


def test_rapid_edits_of_one_field_are_one_step(file: OfficeFile, clock: Clock, person: str) -> None:
    type_in(file, clock, person, words=["Ro", "Row", "Rowan"])
    assert [(one.before, one.after) for one in file.history("person", person)[1:]] == [
        ({"name": "Robin"}, {"name": "Rowan"})
    ]
    file.undo()
    assert name_of(file, person) == "Robin"


def test_edits_with_a_pause_between_them_are_steps_of_their_own(
    file: OfficeFile, clock: Clock, person: str
) -> None:
    type_in(file, clock, person, words=["Row", "Rowan"], pause=6)
    file.undo()
    assert name_of(file, person) == "Row"


def test_typing_for_longer_than_a_minute_is_more_than_one_step(
    file: OfficeFile, clock: Clock, person: str
) -> None:
    type_in(file, clock, person, words=[f"Rowan {number}" for number in range(16)], pause=5)
    file.undo()
    assert name_of(file, person) == "Rowan 12"


@pytest.mark.parametrize("other", [{"coalesce": "person.note"}, {"who": "Sorrel"}, {"coalesce": ""}])
def test_another_field_another_person_or_no_key_begins_a_step(
    file: OfficeFile, person: str, other: dict[str, str]
) -> None:
    rename(file, person, "Row", coalesce="person.name")
    rename(file, person, "Rowan", **{"coalesce": "person.name", **other})
    file.undo()
    assert name_of(file, person) == "Row"


def test_another_change_in_between_ends_the_typing(file: OfficeFile, person: str) -> None:
    rename(file, person, "Row", coalesce="person.name")
    with file.change("Add") as change:
        change.insert("organisation", name="A")
    rename(file, person, "Rowan", coalesce="person.name")
    file.undo()
    assert name_of(file, person) == "Row"


def test_a_clock_set_back_ends_the_typing(file: OfficeFile, clock: Clock, person: str) -> None:
    rename(file, person, "Row", coalesce="person.name")
    clock.go_on(days=-365)
    rename(file, person, "Rowan", coalesce="person.name")
    file.undo()
    assert name_of(file, person) == "Row"


def test_leaving_the_field_ends_the_typing(file: OfficeFile, person: str) -> None:
    rename(file, person, "Row", coalesce="person.name")
    file.end_typing()
    rename(file, person, "Rowan", coalesce="person.name")
    file.undo()
    assert name_of(file, person) == "Row"


def test_typing_back_to_the_beginning_leaves_nothing_to_undo(file: OfficeFile, person: str) -> None:
    rename(file, person, "Rowan", coalesce="person.name")
    rename(file, person, "Robin", coalesce="person.name")
    assert file.undo_label == "Add Robin"


def test_long_typing_does_not_make_a_long_log(file: OfficeFile, clock: Clock, person: str) -> None:
    words = ["minute " * length for length in range(40)]
    type_in(file, clock, person, words=words)
    length: Any = file.value("SELECT sum(length(before) + length(after)) FROM change_row")
    assert length < 2000


def test_the_chain_stays_whole_through_typing_and_undo(
    file: OfficeFile, path: Path, clock: Clock, person: str
) -> None:
    type_in(file, clock, person, words=["Ro", "Row", "Robin", "Rowan"])
    file.undo()
    file.redo()
    assert faults(path) == []


# History and the past ---------------------------------------------------------------------------------------


def test_the_history_of_a_record_tells_who_when_and_what(file: OfficeFile, clock: Clock, person: str) -> None:
    moment = clock.moment
    rename(file, person, "Rowan", who="Sorrel")
    newest = file.history("person", person)[-1]
    assert (newest.when, newest.who, newest.label, newest.op) == (
        moment,
        "Sorrel",
        "Rename to Rowan",
        "update",
    )
    assert (newest.before, newest.after) == ({"name": "Robin"}, {"name": "Rowan"})


def test_the_history_of_a_table_is_that_of_all_its_records(file: OfficeFile, person: str) -> None:
    with file.change("Add") as change:
        change.insert("person", name="Rowan")
        change.insert("organisation", name="A")
    assert [one.table for one in file.history("person")] == ["person", "person"]
    assert len(file.history()) == 4


def test_the_office_as_of_a_change_is_as_it_was_then(file: OfficeFile, person: str) -> None:
    number = file.commit_number
    rename(file, person, "Rowan")
    with file.as_of(number) as past:
        assert name_of(past, person) == "Robin"
        assert (past.commit_number, past.read_only, past.office) == (number, True, "Northmoor")
        assert len(past.history("person", person)) == 1


def test_the_office_as_of_a_moment_is_as_it_was_then(file: OfficeFile, clock: Clock, person: str) -> None:
    meeting = clock.moment
    clock.go_on(hours=1)
    rename(file, person, "Rowan")
    with file.as_of(meeting) as past:
        assert name_of(past, person) == "Robin"
    with file.as_of(clock.moment) as present:
        assert name_of(present, person) == "Rowan"


def test_before_it_was_made_the_office_was_empty(file: OfficeFile, clock: Clock, person: str) -> None:
    with file.as_of(clock.moment - timedelta(days=1)) as past:
        assert past.rows("SELECT * FROM person") == []


def test_names_that_changed_places_are_back_in_their_places(file: OfficeFile, person: str) -> None:
    with file.change("Add") as change:
        first = change.insert("person_alias", person_id=person, alias="A")
        second = change.insert("person_alias", person_id=person, alias="B")
    number = file.commit_number
    for row, alias in ((first, "C"), (second, "A"), (first, "B")):
        with file.change("Swap") as change:
            change.update("person_alias", row, alias=alias)
    with file.as_of(number) as past:
        assert past.value("SELECT alias FROM person_alias WHERE id = ?", (first,)) == "A"


def test_the_past_reads_papers_and_cannot_be_written(file: OfficeFile) -> None:
    with file.change("Keep") as change:
        paper = change.keep_paper(b"minutes")
        change.insert("evidence", title="Minutes", sha256=paper)
    with file.as_of(file.commit_number) as past:
        asked = "SELECT content FROM evidence JOIN paper_bytes USING (sha256)"
        assert past.value(asked) == b"minutes"
        with pytest.raises(FileProblem), past.change("No"):
            pass
        with pytest.raises(FileProblem):
            past.rows("DELETE FROM evidence")


def test_the_past_of_a_past_is_read_from_the_file(file: OfficeFile, person: str) -> None:
    rename(file, person, "Rowan")
    with file.as_of(3) as past, past.as_of(2) as earlier:
        assert name_of(earlier, person) == "Robin"


def test_writing_goes_on_while_the_past_is_open(file: OfficeFile, person: str) -> None:
    with file.as_of(1) as past:
        rename(file, person, "Rowan")
        assert past.rows("SELECT * FROM person") == []


# The chain --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE change_row SET after = replace(after, 'Rowan', 'Sorrel')",
        "UPDATE change_entry SET who = 'Sorrel' WHERE number = 3",
        "UPDATE change_entry SET made_at = '2020-01-01T00:00:00' WHERE number = 2",
        "DELETE FROM change_row WHERE entry = 3",
        "DELETE FROM change_entry WHERE number = 2",
        "DELETE FROM change_entry WHERE number = 3",
        "INSERT INTO change_row (id, entry, op, table_name, row_id) VALUES (99, 3, 'delete', 'person', 'x')",
        "UPDATE change_row SET id = CASE id WHEN 2 THEN -1 WHEN 3 THEN 2 END WHERE id > 1",
        "UPDATE file_meta SET chain_head = 'ab'",
    ],
)
def test_tampering_with_the_log_is_found(file: OfficeFile, path: Path, person: str, sql: str) -> None:
    rename(file, person, "Rowan")
    file.close()
    connection = connect(path)
    assert broken_links(connection) == []
    for (trigger,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {trigger}")
    connection.execute(sql)
    assert broken_links(connection) != []
    connection.close()
