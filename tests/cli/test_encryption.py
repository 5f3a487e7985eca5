"""An office encrypted from the terminal, and every command at an encrypted one."""

from __future__ import annotations

import getpass
import io
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli.conftest import Call

from boarddesk.records.file import keys
from boarddesk.records.file.backups import back_up, backups_of
from boarddesk.records.file.encryption import is_encrypted
from boarddesk.records.file.office_file import OfficeFile

PASSPHRASE = "seven brown otters"


@pytest.fixture(autouse=True)
def nothing_known() -> Iterator[None]:
    """As in a program of its own, which each command is."""
    keys._known.clear()
    yield
    keys._known.clear()


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    file = tmp_path / "passphrase.txt"
    file.write_bytes(f"\N{BYTE ORDER MARK}{PASSPHRASE}\r\n".encode())
    return file


@pytest.fixture
def office(tmp_path: Path) -> Path:
    path = tmp_path / "office.boarddesk"
    OfficeFile.create(path, office="Northmoor").close()
    return path


@pytest.fixture
def encrypted(office: Path, secret: Path, boarddesk: Call) -> Path:
    key = office.with_name("key.txt")
    said = boarddesk("encrypt", office, "--new-passphrase-file", secret, "--recovery-key", key)
    assert said.status == 0, said.err
    keys._known.clear()
    return office


def test_the_recovery_key_that_was_written_opens_the_office(
    encrypted: Path, boarddesk: Call, tmp_path: Path
) -> None:
    page = (tmp_path / "key.txt").read_text("utf-8")
    groups = [line.split()[1] for line in page.splitlines() if line.strip()[:1].isdigit()]
    assert len(groups) == 13
    typed = tmp_path / "typed.txt"
    typed.write_text(" ".join(groups).lower(), "utf-8")
    assert boarddesk("list", "boards", encrypted, "--passphrase-file", typed).status == 0


@pytest.mark.parametrize(
    "command",
    [
        "list boards {}",
        "attendance {}",
        "check {} --json",
        "verify {}",
        "backup {}",
        "export {} --out {}.json",
        "report calendar {} --out {}.ics",
    ],
)
def test_every_command_takes_the_passphrase_from_the_file_that_is_named(
    encrypted: Path, secret: Path, boarddesk: Call, command: str
) -> None:
    words = [word.format(encrypted) for word in command.split()]
    without = boarddesk(*words)
    assert (without.status, without.out) == (1, "")
    assert without.err.count("\n") == 1
    assert "--passphrase-file" in without.err
    keys._known.clear()
    assert "--passphrase-file" not in boarddesk(*words, "--passphrase-file", secret).err


def test_a_backup_is_restored_with_the_same_passphrase_and_stays_encrypted(
    encrypted: Path, secret: Path, boarddesk: Call, tmp_path: Path
) -> None:
    assert (
        boarddesk("backup", encrypted, "--to", tmp_path / "copies", "--passphrase-file", secret).status == 0
    )
    keys._known.clear()
    restored = tmp_path / "restored.boarddesk"
    said = boarddesk("restore", tmp_path / "copies", restored, "--passphrase-file", secret)
    assert said.status == 0, said.err
    assert is_encrypted(restored)


def test_a_wrong_passphrase_is_one_calm_line_and_the_file_as_it_was(
    encrypted: Path, boarddesk: Call, tmp_path: Path
) -> None:
    wrong, before = tmp_path / "wrong.txt", encrypted.read_bytes()
    wrong.write_text("eight brown otters", "utf-8")
    said = boarddesk("list", "boards", encrypted, "--passphrase-file", wrong)
    assert (said.status, said.out, said.err.count("\n")) == (1, "", 1)
    assert "does not open office.boarddesk" in said.err
    assert "otters" not in said.err
    assert encrypted.read_bytes() == before


def test_at_a_terminal_it_is_asked_for_three_times_without_being_shown(
    encrypted: Path, boarddesk: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = iter(["eight brown otters", PASSPHRASE])
    asked: list[str] = []

    def ask(question: str) -> str:
        asked.append(question)
        return next(given)

    terminal = io.StringIO()
    monkeypatch.setattr(terminal, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(sys, "stdin", terminal)
    monkeypatch.setattr(getpass, "getpass", ask)
    said = boarddesk("list", "boards", encrypted)
    assert said.status == 0
    assert asked == ["Passphrase or recovery key of office.boarddesk: "] * 2
    assert said.err.count("\n") == 1


def test_older_backups_are_named_and_left_unless_it_is_said_what_becomes_of_them(
    office: Path, secret: Path, boarddesk: Call
) -> None:
    plain = back_up(office).path
    with OfficeFile.open(office, read_only=True) as file:
        file_id = file.file_id
    words = (
        "encrypt",
        office,
        "--new-passphrase-file",
        secret,
        "--recovery-key",
        office.with_name("key.docx"),
    )
    said = boarddesk(*words)
    assert said.status == 0
    assert f"Not encrypted: {plain}" in said.out
    assert not is_encrypted(plain)
    assert boarddesk(*words, "--backups", "alike").status == 0
    assert is_encrypted(plain)
    assert all(is_encrypted(backup.path) for backup in backups_of(file_id))
    assert boarddesk(*words, "--backups", "remove").status == 0
    assert not plain.exists()


def test_encryption_is_taken_off_and_its_key_is_written_again_only_while_it_is_on(
    encrypted: Path, secret: Path, boarddesk: Call, tmp_path: Path
) -> None:
    again = tmp_path / "again.txt"
    said = boarddesk("recovery-key", encrypted, "--out", again, "--passphrase-file", secret)
    assert said.status == 0, said.err
    assert again.read_text("utf-8") == (tmp_path / "key.txt").read_text("utf-8")
    assert boarddesk("decrypt", encrypted).status == 0
    assert not is_encrypted(encrypted)
    assert boarddesk("decrypt", encrypted).status == 1
    assert boarddesk("recovery-key", encrypted, "--out", tmp_path / "other.txt").status == 1


def test_an_empty_passphrase_encrypts_nothing(office: Path, boarddesk: Call, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    said = boarddesk(
        "encrypt", office, "--new-passphrase-file", empty, "--recovery-key", tmp_path / "key.txt"
    )
    assert said.status == 1
    assert not is_encrypted(office)
    assert not (tmp_path / "key.txt").exists()


def test_an_earlier_recovery_page_is_left_and_a_new_passphrase_is_called_one(
    encrypted: Path, secret: Path, boarddesk: Call, tmp_path: Path
) -> None:
    """Backups from before may open with the earlier page alone."""
    earlier = (tmp_path / "key.txt").read_bytes()
    other = tmp_path / "other.txt"
    other.write_text("nine grey herons on a weir", "utf-8")
    words = ("encrypt", encrypted, "--recovery-key", tmp_path / "key.txt", "--passphrase-file", secret)
    said = boarddesk(*words, "--new-passphrase-file", other)
    assert said.status == 0, said.err
    assert "has a new passphrase and a new recovery key" in said.out
    assert "key.txt is there already and was left" in said.out
    assert (tmp_path / "key.txt").read_bytes() == earlier
    assert (tmp_path / "key (2).txt").read_bytes() != earlier


def test_a_short_passphrase_is_taken_and_said_to_be_short(
    office: Path, boarddesk: Call, tmp_path: Path
) -> None:
    short = tmp_path / "short.txt"
    short.write_text("abc", "utf-8")
    said = boarddesk("encrypt", office, "--new-passphrase-file", short, "--recovery-key", tmp_path / "k.txt")
    assert said.status == 0
    assert "a patient program could guess it" in said.err


def test_an_empty_first_line_is_said_to_be_empty(encrypted: Path, boarddesk: Call, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text(f"\n{PASSPHRASE}\n", "utf-8")
    said = boarddesk("list", "boards", encrypted, "--passphrase-file", empty)
    assert said.status == 1
    assert "The first line of empty.txt is empty" in said.err
