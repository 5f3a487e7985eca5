"""Commands about encryption: an office under a passphrase, or under none, and its recovery key."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from boarddesk.cli.command import Command, Status, today
from boarddesk.cli.office import file_argument
from boarddesk.cli.offices import take_over_argument, taking_over_explained
from boarddesk.cli.passphrases import chosen_twice, passphrase_in
from boarddesk.cli.terminal import say, say_note
from boarddesk.disk.names import refuse_name
from boarddesk.disk.patience import remove
from boarddesk.disk.saving import save_beside
from boarddesk.issuing.recovery import ENDINGS, recovery_content
from boarddesk.records.file.encryption import (
    OtherCopies,
    bring_along,
    is_encrypted,
    other_copies,
    put_under,
    remove_copies,
)
from boarddesk.records.file.header import read_header
from boarddesk.records.file.keys import key_of, new_key
from boarddesk.rules.passphrases import SHORT, refuse_empty, strength
from boarddesk.rules.refused import FileProblem, Refused

NEW_FLAG = "--new-passphrase-file"
ALIKE, REMOVE, LEAVE = "alike", "remove", "leave"
_KEY_IS = "The recovery key is in {page}: print it, put it away, and delete that file."


def _encrypt_arguments(parser: ArgumentParser) -> None:
    file_argument(parser)
    key = parser.add_argument("--recovery-key", type=Path, required=True, metavar="PATH")
    key.help = "where the page with the recovery key goes: it ends in .docx or .txt"
    new = parser.add_argument(NEW_FLAG, type=Path, metavar="FILE")
    new.help = "read the new passphrase from here, rather than be asked for it twice"
    older = parser.add_argument("--backups", choices=(ALIKE, REMOVE, LEAVE), default=LEAVE)
    older.help = "what becomes of backups that open otherwise: encrypted alike, removed, or left (leave)"
    take_over_argument(parser)


def _encrypt(chosen: Namespace) -> int:
    path: Path = chosen.file
    read_header(path)
    _check_page(chosen.recovery_key)
    passphrase = (
        passphrase_in(chosen.new_passphrase_file)
        if chosen.new_passphrase_file
        else chosen_twice(f"New passphrase of {path.name}: ", instead=NEW_FLAG)
    )
    refuse_empty(passphrase)
    if len(passphrase.strip()) < SHORT:
        say_note(strength(passphrase))
    key, had_one = new_key(passphrase), is_encrypted(path)
    # The page first: an office under a key that nobody holds would be lost with its passphrase.
    page = _save_page(key.raw, path, chosen.recovery_key)
    try:
        with taking_over_explained():
            put_under(path, key, take_over=chosen.take_over)
    except FileProblem:
        remove(page)  # a key that opens nothing
        raise
    done = f"{path} has a new passphrase and a new recovery key" if had_one else f"Encrypted {path}"
    say(f"{done}. {_KEY_IS.format(page=_where(page, chosen.recovery_key))}")
    _settle(other_copies(path), path, how=chosen.backups)
    return Status.DONE


def _settle(copies: OtherCopies, path: Path, *, how: str) -> None:
    """Whatever can still be read in the clear, or with an earlier key only, is said, and where it lies."""
    left = copies.backups
    if how == ALIKE and left:
        left = tuple(bring_along(copies, path))
        say(f"Encrypted {_backups(len(copies.backups) - len(left))} alike.")
    elif how == REMOVE and left:
        left = tuple(remove_copies(copies))
        say(f"Removed {_backups(len(copies.backups) - len(left))}.")
    for copy in (*left, *copies.beside):
        say(f"{'Opens with an earlier passphrase only' if is_encrypted(copy) else 'Not encrypted'}: {copy}")
    if copies.out_of_reach:
        say(f"Backups in {copies.out_of_reach} could not be looked at: it is out of reach just now.")
    if left:
        say(f"Older backups were left: --backups {ALIKE} encrypts them, --backups {REMOVE} removes them.")


def _backups(count: int) -> str:
    return "1 backup" if count == 1 else f"{count} backups"


ENCRYPT = Command(
    "encrypt",
    "Put an office under a passphrase, or under another one, and write its recovery key.",
    "boarddesk encrypt office.boarddesk --recovery-key key.docx --backups alike",
    _encrypt_arguments,
    _encrypt,
)


def _decrypt_arguments(parser: ArgumentParser) -> None:
    file_argument(parser)
    take_over_argument(parser)


def _decrypt(chosen: Namespace) -> int:
    path: Path = chosen.file
    read_header(path)
    if key_of(path) is None:
        raise Refused(f"{path.name} is not encrypted.")
    with taking_over_explained():
        put_under(path, None, take_over=chosen.take_over)
    say(f"{path} is no longer encrypted: whoever has the file can read it.")
    kept = len(other_copies(path).backups)
    if kept:
        say(f"{_backups(kept)} of it still open with the passphrase or recovery key only: keep them.")
    return Status.DONE


DECRYPT = Command(
    "decrypt",
    "Take the encryption of an office off; whoever has the file can then read it.",
    "boarddesk decrypt office.boarddesk",
    _decrypt_arguments,
    _decrypt,
)


def _recovery_key_arguments(parser: ArgumentParser) -> None:
    file_argument(parser)
    out = parser.add_argument("--out", type=Path, required=True, metavar="PATH")
    out.help = "ends in .docx or .txt"


def _recovery_key(chosen: Namespace) -> int:
    path: Path = chosen.file
    read_header(path)
    key = key_of(path)
    if key is None:
        raise Refused(f"{path.name} is not encrypted, so it has no recovery key.")
    _check_page(chosen.out)
    page = _save_page(key.raw, path, chosen.out)
    say(_KEY_IS.format(page=_where(page, chosen.out)))
    return Status.DONE


def _check_page(asked: Path) -> None:
    if asked.suffix.lower() not in ENDINGS:
        raise Refused(f"{asked.name} ends in neither .docx nor .txt: choose one of the two.")
    refuse_name(asked)


def _save_page(key: bytes, path: Path, asked: Path) -> Path:
    """Never in the place of an earlier page: backups from before may open with that one alone."""
    content = recovery_content(key, path, ending=asked.suffix.lower(), today=today())
    return save_beside(asked, content)


def _where(page: Path, asked: Path) -> str:
    return str(page) if page == asked else f"{page} ({asked.name} is there already and was left)"


RECOVERY_KEY = Command(
    "recovery-key",
    "Write the page with the recovery key of an encrypted office once more.",
    "boarddesk recovery-key office.boarddesk --out key.docx",
    _recovery_key_arguments,
    _recovery_key,
)
