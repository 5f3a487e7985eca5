"""Each command that opens an office says of it what the window says as it opens."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from boarddesk.cli.commands import run
from boarddesk.disk.delivery_notes import DeliveryLine, digest_of, write_note
from boarddesk.records import documents
from boarddesk.records.file.conflict_copies import conflict_copies
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.health.sentences import OPEN_ALL, copies_beside

COMMANDS = (
    ("list", "boards", "{office}", "--json"),
    ("attendance", "{office}", "--json"),
    ("check", "{office}", "--json"),
    ("health", "{office}", "--json"),
    ("export", "{office}", "--out", "{folder}/office.json"),
    ("backup", "{office}", "--to", "{folder}/copies"),
    ("report", "governance", "{office}", "--out", "{folder}/governance.html"),
)


@pytest.fixture
def office(tmp_path: Path) -> Path:
    path = tmp_path / "northmoor.boarddesk"
    with OfficeFile.create(path, office="Northmoor") as file, file.change("Add board") as change:
        change.insert("board", name="SEND Improvement Board", short_name="SIB", position=1)
    return path


def spoken(command: tuple[str, ...], office: Path, capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    run([part.format(office=office, folder=office.parent) for part in command])
    return capsys.readouterr().err


@pytest.mark.parametrize("command", COMMANDS, ids=[command[0] for command in COMMANDS])
def test_a_copy_beside_it_is_named_by_the_command_line_and_the_window_alike(
    office: Path, command: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert "copy" not in spoken(command, office, capsys)
    shutil.copy(office, office.with_name("northmoor-DESKTOP-4F2K.boarddesk"))
    said = spoken(command, office, capsys)
    beside = copies_beside([copy.name for copy in conflict_copies(office)])
    assert said == f"boarddesk: note: {beside}. {OPEN_ALL}\n"


def test_a_copy_that_is_behind_says_by_how_much(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    older = Path(shutil.copy(office, office.parent / "older"))
    with OfficeFile.open(office) as file:
        for name in ("Tom", "Ash"):
            with file.change("Add person") as change:
                change.insert("person", name=name)
    shutil.copy(older, office)
    with OfficeFile.open(office, read_only=True) as file:
        assert file.notice.startswith("This copy is 2 changes behind the one you had on")
        expected = f"boarddesk: note: {file.notice}\n"
    assert spoken(COMMANDS[0], office, capsys) == expected


def test_a_command_that_writes_says_it_too(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(office, office.with_name("northmoor (1).boarddesk"))
    command = ("feed", "{office}", "K1", "--stop")
    assert "northmoor (1).boarddesk" in spoken(command, office, capsys)


def test_what_was_being_issued_when_it_stopped_is_put_in_its_place_and_said(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    issued = ("report", "governance", "{office}", "--issue", "--out", "{folder}/governance.docx")
    assert spoken(issued, office, capsys) == ""
    out = office.with_name("governance.docx")
    draft = out.rename(office.with_name(f"boarddesk-{'0' * 16}.part"))
    with OfficeFile.open(office, read_only=True) as file:
        line = DeliveryLine(out, draft, digest_of(draft))
        write_note(file.file_id, office, documents.issued(file)[0].id, (line,))
    again = (*issued[:-1], "{folder}/another.docx")
    assert spoken(again, office, capsys) == (
        "boarddesk: note: “governance.docx” was issued when BoardDesk stopped; "
        f"it has now been put in {office.parent}.\n"
    )
    assert out.exists() and not draft.exists()
    assert spoken(again, office, capsys) == ""
