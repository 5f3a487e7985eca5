"""The office file: made, opened, written through one door, and heard of after the commit only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boarddesk.records.file.driver import IntegrityError, connect
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.file.plain_values import plain
from boarddesk.records.file.problems import DamagedFile, NewerFile, OnlyReadable
from boarddesk.rules.refused import FileProblem, Refused


class Clock:
    def __init__(self) -> None:
        self.moment = datetime(2026, 5, 14, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment

    def go_on(self, **pause: float) -> None:
        self.moment += timedelta(**pause)


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


def add(file: OfficeFile, name: str, **values: object) -> str:
    with file.change(f"Add {name}") as change:
        return change.insert("organisation", name=name, **values)


def fail_midway(file: OfficeFile, *, second: str = "B") -> None:
    with file.change("Add two") as change:
        change.insert("organisation", name="A")
        change.insert("organisation", name=second)
        raise ZeroDivisionError


def names(file: OfficeFile) -> list[str]:
    return [row["name"] for row in file.rows("SELECT name FROM organisation ORDER BY name")]


# Made and opened --------------------------------------------------------------------------------------------


def test_a_new_office_has_its_name_and_nothing_to_undo(file: OfficeFile) -> None:
    assert (file.office, file.undo_and_redo, file.commit_number) == ("Northmoor", (None, None), 1)


def test_a_file_that_is_there_already_is_never_touched(path: Path) -> None:
    path.write_bytes(b"my letter")
    with pytest.raises(FileProblem, match="already"):
        OfficeFile.create(path)
    assert path.read_bytes() == b"my letter"


def test_making_an_office_that_fails_leaves_nothing_behind(path: Path) -> None:
    with (
        patch("boarddesk.records.file.new_file.schema_script", return_value="nonsense;"),
        pytest.raises(Exception, match="syntax"),
    ):
        OfficeFile.create(path)
    assert list(path.parent.iterdir()) == []


def test_what_was_changed_is_there_when_opened_again(file: OfficeFile, path: Path) -> None:
    add(file, "Northmoor Council")
    file.close()
    with OfficeFile.open(path) as again:
        assert names(again) == ["Northmoor Council"]


def test_a_missing_file_is_said_calmly(path: Path) -> None:
    with pytest.raises(FileProblem, match="not there"):
        OfficeFile.open(path)
    assert list(path.parent.iterdir()) == []


def test_a_folder_is_not_an_office(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="is a folder"):
        OfficeFile.open(tmp_path)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "empty"),
        (b"PK\3\4" + b"\0" * 200, "not an office file"),
        (b"SQLite format 3\0", "not an office file"),
    ],
)
def test_what_is_no_office_is_named_and_not_written(path: Path, content: bytes, sentence: str) -> None:
    path.write_bytes(content)
    with pytest.raises(FileProblem, match=sentence):
        OfficeFile.open(path)
    assert path.read_bytes() == content
    assert list(path.parent.iterdir()) == [path]


def test_another_programs_database_is_not_written(path: Path) -> None:
    import sqlite3

    other = sqlite3.connect(path)
    other.execute("CREATE TABLE t (a)")
    other.commit()
    other.close()
    before = path.read_bytes()
    with pytest.raises(FileProblem, match="another program"):
        OfficeFile.open(path)
    assert path.read_bytes() == before


def set_version(path: Path, version: int) -> None:
    connection = connect(path)
    connection.execute(f"PRAGMA user_version = {version}")
    connection.close()


def test_a_newer_file_is_refused_kindly_and_can_be_read(file: OfficeFile, path: Path) -> None:
    add(file, "Northmoor Council")
    file.close()
    set_version(path, 99)
    with pytest.raises(NewerFile, match="newer BoardDesk"):
        OfficeFile.open(path)
    with OfficeFile.open(path, read_only=True) as shown:
        assert names(shown) == ["Northmoor Council"]


def test_a_file_left_in_another_journal_mode_is_put_right_when_opened_to_write(
    file: OfficeFile, path: Path
) -> None:
    add(file, "Northmoor Council")
    file.close()
    other = connect(path)
    other.execute("PRAGMA journal_mode = WAL")
    other.close()
    with pytest.raises(FileProblem, match="another form"):
        OfficeFile.open(path, read_only=True)
    with OfficeFile.open(path) as again:
        assert names(again) == ["Northmoor Council"]
        assert again.value("PRAGMA journal_mode") == "truncate"
        add(again, "Another")
    assert [child.name for child in path.parent.iterdir()] == [path.name]


def test_a_file_protected_from_writing_can_be_read(file: OfficeFile, path: Path) -> None:
    file.close()
    with (
        patch("boarddesk.records.file.office_file.os.access", return_value=False),
        pytest.raises(OnlyReadable, match="protected"),
    ):
        OfficeFile.open(path)


def test_reading_only_refuses_every_way_to_write(file: OfficeFile, path: Path) -> None:
    add(file, "Northmoor Council")
    with OfficeFile.open(path, read_only=True) as shown:
        with pytest.raises(OnlyReadable), shown.change("No"):
            pass
        with pytest.raises(OnlyReadable):
            shown.undo()
        assert shown.undo_label is None


def test_closing_twice_does_no_harm(file: OfficeFile) -> None:
    file.close()
    file.close()


def test_a_file_whose_card_is_gone_is_damaged(file: OfficeFile, path: Path) -> None:
    file.close()
    connection = connect(path)
    connection.execute("DELETE FROM file_meta")
    connection.close()
    with pytest.raises(DamagedFile):
        OfficeFile.open(path)


# Written through one door -----------------------------------------------------------------------------------


def test_a_change_that_fails_leaves_nothing(file: OfficeFile) -> None:
    with pytest.raises(ZeroDivisionError):
        fail_midway(file)
    assert (names(file), file.commit_number, len(file.log())) == ([], 1, 1)


def test_a_change_within_a_change_is_one_step(file: OfficeFile) -> None:
    with file.change("Import people") as outer:
        outer.insert("organisation", name="A")
        add(file, "B")
    assert file.undo() == "Import people"
    assert names(file) == []


def test_a_part_that_fails_and_is_caught_takes_back_only_itself(file: OfficeFile) -> None:
    with file.change("Import") as outer:
        with pytest.raises(ZeroDivisionError):
            fail_midway(file)
        outer.insert("organisation", name="C")
    assert names(file) == ["C"]


def test_a_change_cannot_be_used_when_it_is_over(file: OfficeFile) -> None:
    with file.change("Add") as change:
        change.insert("organisation", name="A")
    with pytest.raises(RuntimeError):
        change.insert("organisation", name="B")
    assert names(file) == ["A"]


def test_an_empty_change_leaves_no_trace_in_the_file(file: OfficeFile, path: Path) -> None:
    row = add(file, "Northmoor Council")
    before = path.read_bytes()
    with file.change("Nothing") as change:
        change.update("organisation", row, name="Northmoor Council", position=0)
    assert path.read_bytes() == before


def test_an_update_logs_only_the_columns_that_differ(file: OfficeFile) -> None:
    row = add(file, "Northmoor Council")
    with file.change("Rename") as change:
        change.update("organisation", row, name="Northmoor", short_name="", sector="other")
    newest = file.history("organisation", row)[-1]
    assert (newest.before, newest.after) == ({"name": "Northmoor Council"}, {"name": "Northmoor"})


def test_the_id_is_sixteen_hex_characters(file: OfficeFile) -> None:
    row = add(file, "A")
    assert len(row) == 16 and int(row, 16) >= 0


def test_a_given_id_is_kept(file: OfficeFile) -> None:
    assert add(file, "A", id="00000000000000aa") == "00000000000000aa"


def test_a_record_that_is_gone_refuses_to_be_changed_or_deleted(file: OfficeFile) -> None:
    row = add(file, "A")
    file.undo()
    with pytest.raises(Refused, match="no longer there"), file.change("Rename") as change:
        change.update("organisation", row, name="B")
    with pytest.raises(Refused, match="no longer there"), file.change("Delete") as change:
        change.delete("organisation", row)


def test_unknown_tables_and_columns_are_mistakes_of_ours(file: OfficeFile) -> None:
    with file.change("Oops") as change:
        with pytest.raises(LookupError):
            change.insert("change_row", entry=1)
        with pytest.raises(LookupError):
            change.insert("organisation", nmae="A")
        with pytest.raises(LookupError):
            change.update("organisation", "1", **{'name" = 1 --': "A"})


def test_nobody_writes_past_the_door(file: OfficeFile, path: Path) -> None:
    add(file, "A")
    other = connect(path)
    for sql in ("UPDATE organisation SET name = 'B'", "DELETE FROM organisation"):
        with pytest.raises(IntegrityError):
            other.execute(sql)
    other.close()


@pytest.mark.parametrize("table", ["change_entry", "change_row"])
def test_the_log_is_only_added_to(file: OfficeFile, path: Path, table: str) -> None:
    add(file, "A")
    other = connect(path)
    for sql in (f"UPDATE {table} SET rowid = rowid + 100", f"DELETE FROM {table}"):
        with pytest.raises(IntegrityError, match="only added to"):
            other.execute(sql)
    other.close()


def test_a_paper_is_kept_once_and_never_changed(file: OfficeFile, path: Path) -> None:
    with file.change("Keep") as change:
        first, second = change.keep_paper(b"minutes"), change.keep_paper(b"minutes")
    assert first == second and file.value("SELECT count(*) FROM paper_bytes") == 1
    other = connect(path)
    with pytest.raises(IntegrityError, match="only added to"):
        other.execute("DELETE FROM paper_bytes")
    other.close()


def test_a_paper_that_is_kept_already_changes_nothing(file: OfficeFile, path: Path) -> None:
    with file.change("Keep") as change:
        change.keep_paper(b"minutes")
    before = path.read_bytes()
    with file.change("Keep again") as change:
        change.keep_paper(b"minutes")
    assert path.read_bytes() == before


def test_a_mistake_of_the_callers_own_is_not_taken_for_damage(file: OfficeFile) -> None:
    with pytest.raises(UnicodeDecodeError), file.change("Read"):
        b"\xff".decode()


# What may be kept -------------------------------------------------------------------------------------------


class Mark(StrEnum):
    PRESENT = "P"


@pytest.mark.parametrize(
    ("given_value", "held"),
    [
        (True, 1),
        (Mark.PRESENT, "P"),
        (date(2026, 5, 14), "2026-05-14"),
        (Decimal("12.50"), "12.5"),
        (Decimal("1E+2"), "100"),
        (Decimal("-0.00"), "0"),
        (None, None),
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
    ],
)
def test_values_are_kept_plainly(given_value: object, held: object) -> None:
    assert plain(given_value, field="x") == held


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6))
def test_equal_decimals_are_equal_text(value: Decimal) -> None:
    assert plain(value, field="x") == plain(value * Decimal("1.000"), field="x")
    assert Decimal(str(plain(value, field="x"))) == value


@given(st.characters(categories=["Cc", "Cs"]).filter(lambda found: found not in "\t\n"))
def test_control_characters_are_refused_with_their_field(found: str) -> None:
    with pytest.raises(Refused) as told:
        plain(f"a{found}b", field="name")
    assert told.value.field == "name"


@pytest.mark.parametrize("value", [float("nan"), float("inf"), Decimal("NaN"), 2**63])
def test_what_is_no_keepable_number_is_refused(value: object) -> None:
    with pytest.raises(Refused):
        plain(value, field="x")


def test_a_refused_value_takes_the_whole_change_back(file: OfficeFile) -> None:
    with pytest.raises(Refused):
        fail_midway(file, second="B\0")
    assert names(file) == []


# Heard of ---------------------------------------------------------------------------------------------------


def test_listeners_hear_the_tables_after_the_commit(file: OfficeFile, path: Path) -> None:
    heard: list[tuple[frozenset[str], int]] = []
    other = connect(path, read_only=True)

    def hear(tables: frozenset[str]) -> None:
        heard.append((tables, other.execute("SELECT count(*) FROM organisation").fetchone()[0]))

    file.listen(hear)
    with file.change("Add") as change:
        change.insert("organisation", name="A")
        change.insert("person", name="Ash")
        assert heard == []
    file.undo()
    file.redo()
    other.close()
    tables = frozenset({"organisation", "person"})
    assert heard == [(tables, 1), (tables, 0), (tables, 1)]


def test_nothing_is_heard_of_a_change_that_failed_or_did_nothing(file: OfficeFile) -> None:
    heard: list[frozenset[str]] = []
    file.listen(heard.append)
    with pytest.raises(ZeroDivisionError):
        fail_midway(file)
    with file.change("Nothing"):
        pass
    assert heard == []


def test_cascades_are_heard_of_too(file: OfficeFile) -> None:
    with file.change("Add") as change:
        person = change.insert("person", name="Ash")
        change.insert("person_alias", person_id=person, alias="A. Ash")
    heard: list[frozenset[str]] = []
    file.listen(heard.append)
    with file.change("Delete") as change:
        change.delete("person", person)
    assert heard == [frozenset({"person", "person_alias"})]


def test_whoever_stops_listening_hears_no_more(file: OfficeFile) -> None:
    heard: list[frozenset[str]] = []
    stop = file.listen(heard.append)
    stop()
    stop()
    add(file, "A")
    assert heard == []


def test_one_who_fails_at_hearing_keeps_nobody_from_hearing(file: OfficeFile) -> None:
    heard: list[frozenset[str]] = []

    def fail(tables: frozenset[str]) -> None:
        raise ZeroDivisionError

    file.listen(fail)
    file.listen(heard.append)
    with pytest.raises(ZeroDivisionError):
        add(file, "A")
    assert heard == [frozenset({"organisation"})]
    assert names(file) == ["A"]


def test_a_listener_may_write(file: OfficeFile) -> None:
    def follow(tables: frozenset[str]) -> None:
        if "person" not in tables:
            with file.change("Follow") as change:
                change.insert("person", name="Ash")

    file.listen(follow)
    add(file, "A")
    assert file.value("SELECT count(*) FROM person") == 1


@dataclass
class Counted:
    """Ids in a row, for files that must be the same every time."""

    number: int = 0

    def __call__(self) -> str:
        self.number += 1
        return f"{self.number:016x}"


def test_ids_come_from_the_source_that_was_given(tmp_path: Path) -> None:
    with OfficeFile.create(tmp_path / "office.boarddesk", new_id=Counted()) as file:
        # after where its chain begins (two), the office, and what salts the entry that made it
        assert add(file, "A") == f"{5:016x}"
