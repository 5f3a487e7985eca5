"""Office files from the terminal: made, sampled, backed up, restored."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from openpyxl import load_workbook
from tests.cli.conftest import Call

from boarddesk.disk.names import rules_here
from boarddesk.records.file.driver import connect
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.health.sentences import OPEN_ALL, copies_beside


def test_a_new_office_is_empty_and_has_its_name(boarddesk: Call, tmp_path: Path) -> None:
    path = tmp_path / "office.boarddesk"
    assert boarddesk("new", path, "--office", "Northmoor").status == 0
    with OfficeFile.open(path, read_only=True) as file:
        assert file.office == "Northmoor"
    assert boarddesk("list", "boards", path, "--json").json == []


def test_a_new_office_never_takes_the_place_of_a_file(boarddesk: Call, tmp_path: Path) -> None:
    path = tmp_path / "office.boarddesk"
    path.write_text("mine", "utf-8")
    said = boarddesk("new", path)
    assert (said.status, said.out) == (1, "")
    assert path.read_text("utf-8") == "mine"


def test_an_office_in_a_folder_that_is_not_there_is_refused(boarddesk: Call, tmp_path: Path) -> None:
    said = boarddesk("new", tmp_path / "no" / "such" / "office.boarddesk")
    assert (said.status, said.err.count("\n")) == (1, 1)
    assert list(tmp_path.iterdir()) == []


def test_the_sample_is_the_same_for_everybody_on_the_same_day(boarddesk: Call, tmp_path: Path) -> None:
    first, second = tmp_path / "a.boarddesk", tmp_path / "b.boarddesk"
    assert boarddesk("sample", first).status == boarddesk("sample", second).status == 0
    assert boarddesk("list", "plan", first, "--json").out == boarddesk("list", "plan", second, "--json").out


def test_a_sample_shorter_than_its_story_is_wrong_usage(boarddesk: Call, tmp_path: Path) -> None:
    said = boarddesk("sample", tmp_path / "short.boarddesk", "--years", 1)
    assert said.status == 2
    assert "whole number from 2" in said.err
    assert not (tmp_path / "short.boarddesk").exists()


def test_a_backup_is_restored_as_a_new_file_with_everything_in_it(
    boarddesk: Call, sample: Path, tmp_path: Path
) -> None:
    copies, restored = tmp_path / "copies", tmp_path / "restored.boarddesk"
    assert boarddesk("backup", sample, "--to", copies).status == 0
    (made,) = copies.rglob("*.boarddesk")
    renamed = made.rename(tmp_path / "my copy.boarddesk")
    assert boarddesk("restore", renamed, restored).status == 0
    for what in ("plan", "seats", "meetings", "kpis", "risks"):
        assert (
            boarddesk("list", what, restored, "--json").out == boarddesk("list", what, sample, "--json").out
        )


def test_restoring_never_takes_the_place_of_a_file(boarddesk: Call, sample: Path, tmp_path: Path) -> None:
    boarddesk("backup", sample, "--to", tmp_path / "copies")
    (made,) = (tmp_path / "copies").rglob("*.boarddesk")
    before = sample.read_bytes()
    assert boarddesk("restore", made, sample).status == 1
    assert sample.read_bytes() == before


def test_what_is_no_backup_is_not_restored(boarddesk: Call, tmp_path: Path) -> None:
    letter = tmp_path / "letter.docx"
    letter.write_bytes(b"PK" * 600)
    said = boarddesk("restore", letter, tmp_path / "restored.boarddesk")
    assert (said.status, said.err.count("\n")) == (1, 1)
    assert "letter.docx" in said.err
    assert not (tmp_path / "restored.boarddesk").exists()


def test_the_whole_office_is_exported_as_a_workbook(boarddesk: Call, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "office.xlsx"
    assert boarddesk("export", sample, "--out", out).status == 0
    book = load_workbook(out)
    assert book.sheetnames[:4] == ["Contents", "Boards", "Lines", "People"]
    plan = list(book["Plan"].values)
    assert plan[0][:2] == ("Ref", "Action")
    areas = boarddesk("list", "plan", sample, "--json").json["areas"]
    assert [row[0] for row in plan[1:]] == [action["ref"] for area in areas for action in area["actions"]]


def test_the_whole_office_is_exported_as_json(boarddesk: Call, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "office.json"
    boarddesk("export", sample, "--out", out)
    document = json.loads(out.read_text("utf-8"))
    assert document["office"] == "Northmoor"
    for what in ("seats", "plan", "kpis", "risks"):
        assert document[what] == boarddesk("list", what, sample, "--json").json


def test_an_export_is_written_again_and_nothing_else_is_written_over(
    boarddesk: Call, sample: Path, tmp_path: Path
) -> None:
    for name in ("office.json", "office.xlsx"):
        assert boarddesk("export", sample, "--out", tmp_path / name).status == 0
        assert boarddesk("export", sample, "--out", tmp_path / name).status == 0
    other = tmp_path / "settings.json"
    other.write_text('{"mine": true}', "utf-8")
    assert boarddesk("export", sample, "--out", other).status == 1
    assert other.read_text("utf-8") == '{"mine": true}'


def test_an_export_of_another_kind_is_refused_and_writes_nothing(
    boarddesk: Call, sample: Path, tmp_path: Path
) -> None:
    said = boarddesk("export", sample, "--out", tmp_path / "office.pdf")
    assert (said.status, said.err.count("\n")) == (1, 1)
    assert not (tmp_path / "office.pdf").exists()


def test_a_whole_office_is_verified(boarddesk: Call, sample: Path) -> None:
    said = boarddesk("verify", sample)
    assert (said.status, said.err) == (0, "")


def test_a_copy_a_synchronising_program_left_is_named(boarddesk: Call, sample: Path) -> None:
    copy = sample.with_name(f"{sample.stem} (1).boarddesk")
    copy.write_bytes(sample.read_bytes())
    said = boarddesk("verify", sample)
    assert said.status == 0
    assert f"{copies_beside([copy.name])}. {OPEN_ALL}\n" in said.out


def test_an_altered_log_of_changes_is_found(boarddesk: Call, sample: Path) -> None:
    content = bytearray(sample.read_bytes())
    place = content.index(b'"text":"Agree a partnership charter') + 8
    content[place : place + 5] = b"Agrex"
    sample.write_bytes(content)
    said = boarddesk("verify", sample)
    assert (said.status, said.err.count("\n")) == (1, 1)
    assert "backup" in said.err


def test_a_mark_changed_behind_the_log_is_named(boarddesk: Call, sample: Path) -> None:
    with closing(connect(sample)) as connection:
        ((name, sql),) = connection.execute(
            "SELECT name, sql FROM sqlite_schema WHERE name = 'logged_attendance_mark_update'"
        ).fetchall()
        connection.execute(f"DROP TRIGGER {name}")
        ((row_id,),) = connection.execute(
            "SELECT id FROM attendance_mark WHERE mark = 'A' ORDER BY id LIMIT 1"
        ).fetchall()
        connection.execute("UPDATE attendance_mark SET mark = 'P' WHERE id = ?", (row_id,))
        connection.execute(sql)
    said = boarddesk("verify", sample)
    assert said.status == 1
    assert f"A record of attendance mark ({row_id}) was changed behind the log: mark is “P”" in said.out


def test_a_new_office_is_given_its_ending(boarddesk: Call, tmp_path: Path) -> None:
    said = boarddesk("new", tmp_path / "northmoor")
    assert (said.status, [path.name for path in tmp_path.iterdir()]) == (0, ["northmoor.boarddesk"])
    assert "northmoor.boarddesk" in said.out


@pytest.mark.parametrize("command", ["new", "sample"])
def test_an_office_under_another_ending_is_refused(command: str, boarddesk: Call, tmp_path: Path) -> None:
    said = boarddesk(command, tmp_path / "plan.docx")
    assert (said.status, said.err.count("\n"), list(tmp_path.iterdir())) == (1, 1, [])
    assert ".boarddesk" in said.err


@pytest.mark.parametrize(
    ("path", "says"),
    [("missing/a.boarddesk", "no folder"), (f"{'n' * 300}.boarddesk", "too long")],
)
def test_why_an_office_cannot_be_made_is_said(path: str, says: str, boarddesk: Call, tmp_path: Path) -> None:
    assert says in boarddesk("new", tmp_path / path).err


def test_an_export_into_a_folder_that_is_not_there_says_so(
    boarddesk: Call, sample: Path, tmp_path: Path
) -> None:
    said = boarddesk("export", sample, "--out", tmp_path / "missing" / "office.json")
    assert (said.status, said.err.count("\n")) == (1, 1)
    assert f"no folder {tmp_path / 'missing'}" in said.err


def test_a_file_of_another_program_is_not_called_damaged(boarddesk: Call, tmp_path: Path) -> None:
    other = tmp_path / "music.db"
    with closing(sqlite3.connect(other)) as database:
        database.execute("CREATE TABLE song (name TEXT)")
    said = boarddesk("verify", other)
    assert (said.status, said.out) == (1, "")
    assert "another program" in said.err
    assert "backup" not in said.err


@pytest.fixture
def damaged(sample: Path) -> Path:
    """The sample with a page in its middle overwritten."""
    content = bytearray(sample.read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    content[middle : middle + 4096] = b"\xaa" * 4096
    sample.write_bytes(content)
    return sample


@pytest.mark.parametrize("command", ["list boards", "check", "attendance", "verify"])
def test_a_damaged_office_is_never_read_from_and_said_calmly(
    command: str, boarddesk: Call, damaged: Path
) -> None:
    said = boarddesk(*command.split(), damaged)
    assert (said.status, said.err.count("\n")) == (1, 1)
    assert "backup" in said.err
    assert "malformed" not in said.out + said.err
    assert command == "verify" or said.out == ""


def test_a_folder_is_named_as_it_was_typed(boarddesk: Call) -> None:
    assert "“.” is a folder" in boarddesk("list", "plan", ".").err


def test_a_backup_bears_the_name_of_its_office_and_the_newest_is_restored_from_its_folder(
    boarddesk: Call, sample: Path, tmp_path: Path
) -> None:
    copies, restored = tmp_path / "copies", tmp_path / "restored.boarddesk"
    boarddesk("backup", sample, "--to", copies)
    with OfficeFile.open(sample) as file, file.change("Rename the office") as change:
        change.update("office", str(file.value("SELECT id FROM office")), name="Southmoor")
    boarddesk("backup", sample, "--to", copies)
    made = sorted(copies.rglob("*.boarddesk"))
    assert len(made) == 2
    assert all(path.name.startswith("sample 0") for path in made)
    assert boarddesk("restore", copies, restored).status == 0
    with OfficeFile.open(restored, read_only=True) as file:
        assert file.office == "Southmoor"


def test_a_folder_without_a_backup_or_with_those_of_two_offices_is_refused(
    boarddesk: Call, sample: Path, tmp_path: Path
) -> None:
    copies, restored = tmp_path / "copies", tmp_path / "restored.boarddesk"
    copies.mkdir()
    assert "no backup" in boarddesk("restore", copies, restored).err
    boarddesk("new", tmp_path / "other")
    for office in (sample, tmp_path / "other.boarddesk"):
        boarddesk("backup", office, "--to", copies)
    assert "2 offices" in boarddesk("restore", copies, restored).err
    assert not restored.exists()


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("", "needs a name"),
        ("min\x1b[2Jutes", "cannot be seen"),
        ("n" * 240, "too long"),
        ("n" * 256, "too long"),
    ],
)
@pytest.mark.parametrize("command", ["new", "sample", "restore", "report", "backup"])
def test_a_name_no_file_can_have_is_refused_before_anything_is_made(
    command: str, name: str, says: str, boarddesk: Call, sample: Path, tmp_path: Path
) -> None:
    ways: dict[str, list[str | Path]] = {
        "new": ["new", tmp_path / f"{name}.boarddesk"],
        "sample": ["sample", tmp_path / f"{name}.boarddesk"],
        "restore": ["restore", sample, tmp_path / f"{name}.boarddesk"],
        "report": ["report", "risks", sample, "--out", tmp_path / f"{name}.docx"],
        "backup": ["backup", sample, "--to", tmp_path / f"{name}.docx"],
    }
    before = sorted(tmp_path.iterdir())
    said = boarddesk(*ways[command])
    whole = tmp_path / f"{name}.docx"
    fits = len(name) == 240 and len(str(whole)) <= rules_here().longest_path  # with its folders, on Windows
    if fits and command in ("report", "backup"):
        assert said.status == 0  # nothing stands beside a document
        return
    assert (said.status, said.out, said.err.count("\n")) == (1, "", 1)
    assert says in said.err
    assert "\x1b" not in said.err
    assert sorted(tmp_path.iterdir()) == before
