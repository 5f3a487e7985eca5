"""The command line as a whole: help, exit statuses, one calm line for a problem, and nothing written."""

from __future__ import annotations

import argparse
import shlex
import shutil
from contextlib import closing
from pathlib import Path

import pytest
from tests.boards.freeze import frozen_path
from tests.cli.conftest import Call
from tests.records.test_verifying import silenced

from boarddesk.__main__ import has_screen, main
from boarddesk.cli import checks, imports, reports
from boarddesk.cli.arguments import wants_command_line
from boarddesk.cli.command import Command, Form
from boarddesk.cli.commands import COMMANDS, parser
from boarddesk.records.file.driver import connect
from boarddesk.records.file.header import SCHEMA_VERSION

NAMES = [command.name for command in COMMANDS]


@pytest.fixture
def frozen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small office with a row in every table, in the folder the commands are called in."""
    monkeypatch.chdir(tmp_path)
    return Path(shutil.copy(frozen_path(SCHEMA_VERSION), tmp_path / "office.boarddesk"))


@pytest.mark.parametrize("command", COMMANDS, ids=NAMES)
def test_every_help_page_ends_with_an_example(command: Command, boarddesk: Call) -> None:
    name = command.name
    said = boarddesk(name, "--help")
    assert said.status == 0
    assert said.out.rstrip().splitlines()[-1].startswith("example: boarddesk " + name)


def test_every_example_is_a_command_that_parses() -> None:
    for command in COMMANDS:
        words = shlex.split(command.example)
        assert words[0] == "boarddesk"
        assert isinstance(parser().parse_args(words[1:]), argparse.Namespace)


def test_wrong_usage_ends_with_2(boarddesk: Call) -> None:
    assert boarddesk("list", "unicorns", "a.boarddesk").status == 2
    assert boarddesk("list").status == 2
    assert boarddesk("fly").status == 2
    assert boarddesk("attendance", "a.boarddesk", "--from", "the other day").status == 2


def test_a_file_that_is_not_there_is_one_calm_line(boarddesk: Call, tmp_path: Path) -> None:
    said = boarddesk("check", tmp_path / "gone.boarddesk")
    assert said.status == 1
    assert said.out == ""
    assert said.err.startswith("boarddesk: ")
    assert said.err.count("\n") == 1
    assert "gone.boarddesk" in said.err


@pytest.mark.parametrize("name", ["list boards", "attendance", "check", "list history"])
def test_reading_a_file_of_another_kind_is_refused_and_leaves_it_alone(
    name: str, boarddesk: Call, tmp_path: Path
) -> None:
    other = tmp_path / "letter.boarddesk"
    other.write_bytes(b"Dear Sir or Madam, " * 40)
    said = boarddesk(*name.split(), other)
    assert (said.status, said.out, said.err.count("\n")) == (1, "", 1)
    assert other.read_bytes() == b"Dear Sir or Madam, " * 40


def test_an_unknown_board_is_refused_with_the_boards_there_are(boarddesk: Call, sample: Path) -> None:
    said = boarddesk("list", "seats", sample, "--board", "XYZ")
    assert said.status == 1
    assert "XYZ" in said.err
    assert "SIB" in said.err


def test_reading_leaves_the_file_as_it_was(boarddesk: Call, sample: Path) -> None:
    before = sample.read_bytes()
    for command in ("list plan", "attendance", "check"):
        boarddesk(*command.split(), sample)
    assert sample.read_bytes() == before
    assert [path.name for path in sample.parent.iterdir()] == [sample.name]


def test_a_single_file_is_for_the_window_and_a_command_is_not() -> None:
    assert not wants_command_line([])
    assert not wants_command_line(["office.boarddesk"])
    assert wants_command_line(["check"])
    assert wants_command_line(["--help"])
    assert wants_command_line(["chek", "office.boarddesk"])
    assert wants_command_line(["frobnicate"])
    assert not wants_command_line(["folder/office"])


def test_without_a_screen_the_window_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("boarddesk.__main__.has_screen", lambda: False)
    assert main(["office.boarddesk"]) == 1
    assert "dev.py shots" in capsys.readouterr().err


def test_a_chosen_platform_counts_as_a_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert not has_screen()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert has_screen()


@pytest.mark.parametrize(("command", "place"), [("export", "disk.saving.os"), ("restore", "disk.folders.os")])
def test_a_stopped_command_is_one_line_and_leaves_nothing_half_written(
    command: str, place: str, boarddesk: Call, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(_: int) -> None:
        raise KeyboardInterrupt

    out = ("--out", tmp_path / "office.json") if command == "export" else (tmp_path / "restored.boarddesk",)
    monkeypatch.setattr(f"boarddesk.{place}.fsync", stopped)
    said = boarddesk(command, sample, *out)
    assert (said.status, said.out, said.err.count("\n")) == (130, "", 1)
    assert [path.name for path in tmp_path.iterdir()] == [sample.name]


def test_a_stopped_backup_leaves_no_half_copy(
    boarddesk: Call, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(_: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("boarddesk.records.file.backups.sync_file", stopped)
    assert boarddesk("backup", sample, "--to", tmp_path / "copies").status == 130
    assert not [path for path in (tmp_path / "copies").rglob("*") if path.is_file()]


def test_a_word_that_is_no_command_is_wrong_usage_and_told_the_commands(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["frobnicate"]) == 2
    said = capsys.readouterr().err
    assert "no command frobnicate" in said
    assert all(name in said for name in NAMES)


WRONG_TOGETHER = [
    "report attendance a.boarddesk --out a.docx --area 1",
    "report attendance a.boarddesk --out a.docx --meeting SIB-2026-03",
    "report highlight a.boarddesk --out a.docx --from 2026-01-01",
    "report highlight a.boarddesk --out a.docx --copy published",
    "report calendar a.boarddesk --out a.ics --area 1",
    "report sign-in a.boarddesk --out a.docx --meeting SIB-2026-03 --from 2026-01-01",
    "import plan a.docx --into a.boarddesk --blank absent",
    "import attendance a.xlsx --into a.boarddesk --plan Ours",
    "attendance a.boarddesk --from 2026-05-01 --to 2025-01-01",
    "report attendance a.boarddesk --out a.docx --from 2026-05-01 --to 2025-01-01",
]


@pytest.mark.parametrize("words", WRONG_TOGETHER)
def test_options_that_do_not_apply_are_wrong_usage(
    words: str, boarddesk: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    boarddesk("new", "a.boarddesk")
    said = boarddesk(*words.split())
    assert (said.status, said.out) == (2, "")
    assert [path.name for path in tmp_path.iterdir()] == ["a.boarddesk"]


KINDS = [
    (name, kind, form)
    for name, forms in (("import", imports.FORMS), ("report", reports.forms()))
    for kind, form in forms.items()
]


@pytest.mark.parametrize(("name", "kind", "form"), KINDS)
def test_every_kind_has_a_help_page_of_its_own_with_an_example(
    name: str, kind: str, form: Form, boarddesk: Call
) -> None:
    said = boarddesk(name, kind, "--help")
    assert said.status == 0
    assert form.sentence[:40] in said.out
    assert said.out.rstrip().splitlines()[-1] == f"example: {form.example}"
    assert isinstance(parser().parse_args(shlex.split(form.example)[1:]), argparse.Namespace)


def test_the_help_of_an_import_names_the_fields_a_column_can_be(boarddesk: Call) -> None:
    said = " ".join(boarddesk("import", "plan", "--help").out.split())
    assert "original_by_when" in said
    assert "organisation" not in said


def spoilt(path: Path, sql: str) -> Path:
    """A row of the file with another value in it, as a bit that flips on a disk leaves it."""
    with closing(connect(path)) as connection, silenced(connection):
        connection.execute(sql)
    return path


ANOTHER_DAY = "UPDATE meeting SET date = date(date, '+1 day') WHERE state = 'confirmed'"
ANOTHER_UNIT = "UPDATE kpi SET unit = '%'"
NO_NUMBER = "UPDATE checkpoint SET target_value = '6:0'"


@pytest.mark.parametrize(
    "asked", ["attendance", "list meetings", "check", "report attendance --out a.docx", "export --out a.xlsx"]
)
def test_no_figure_is_printed_from_a_row_that_the_log_does_not_know(
    asked: str, boarddesk: Call, frozen: Path
) -> None:
    said = boarddesk(*asked.split(), spoilt(frozen, ANOTHER_DAY))
    assert (said.status, said.out, said.err.count("\n")) == (1, "", 1)
    assert "was changed behind the log" in said.err and "No figure and no document goes out" in said.err
    assert list(frozen.parent.glob("a.*")) == []


def test_a_command_that_writes_says_what_was_changed_behind_the_log_and_goes_on(
    boarddesk: Call, frozen: Path
) -> None:
    said = boarddesk("feed", spoilt(frozen, ANOTHER_UNIT), "K1", "--from", "seat")
    assert said.status == 0
    assert "was changed behind the log" in said.err


def test_a_value_that_cannot_be_is_said_to_be_the_files(boarddesk: Call, frozen: Path) -> None:
    said = boarddesk("feed", spoilt(frozen, NO_NUMBER), "K1", "--from", "seat")
    assert said.status == 1
    assert "was changed behind the log" in said.err.splitlines()[-1]


def test_a_fault_of_ours_is_never_said_to_be_the_files(
    boarddesk: Call, frozen: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(*_given: object) -> None:
        raise ValueError("ours")

    monkeypatch.setattr(checks, "whole_office", stumble)
    with pytest.raises(ValueError, match="ours"):
        boarddesk("check", frozen)
