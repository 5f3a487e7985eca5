"""The command line as a whole: help, exit statuses, one calm line for a problem, and nothing written."""

from __future__ import annotations

import argparse
import shlex
from pathlib import Path

import pytest
from tests.cli.conftest import Call

from boarddesk.__main__ import has_screen, main
from boarddesk.cli.command import Command
from boarddesk.cli.commands import COMMANDS, parser, wants_command_line

NAMES = [command.name for command in COMMANDS]


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
    assert boarddesk("attendance", "a.boarddesk", "--from", "yesterday").status == 2


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


@pytest.mark.parametrize(
    ("command", "place"), [("export", "reports.saving.os"), ("restore", "records.backups.os")]
)
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

    monkeypatch.setattr("boarddesk.records.backups.sync_file", stopped)
    assert boarddesk("backup", sample, "--to", tmp_path / "copies").status == 130
    assert not [path for path in (tmp_path / "copies").rglob("*") if path.is_file()]
