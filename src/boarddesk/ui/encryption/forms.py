"""What is asked about encryption: the key of a file, a new passphrase, what becomes of older backups."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QWidget

from boarddesk.records.file.encryption import OtherCopies, is_encrypted
from boarddesk.records.file.keys import WrongKey
from boarddesk.rules.passphrases import refuse_different, refuse_empty, strength
from boarddesk.rules.recovery_key import SlipInKey
from boarddesk.rules.refused import Refused
from boarddesk.rules.wording import count_in_figures
from boarddesk.ui.widgets.answers import Answers
from boarddesk.ui.widgets.form import FieldKind, Form, FormField, Note

LOST = "If the passphrase and the recovery key are both lost, nobody can open it, nor can we."
WHAT_IT_DOES = (
    "Without its passphrase nobody can read the office or its backups, should a laptop or a stick be lost. "
    "Documents you save from it are not encrypted."
)
WHAT_CHANGES = (
    "The office gets another passphrase and another recovery key. "
    "Those there are now open nothing but backups made before."
)
ALIKE, LEAVE, REMOVE = "alike", "leave", "remove"


def _hidden_line() -> QWidget:
    """A line whose letters are not shown, and not kept by the clipboard."""
    line = QLineEdit()
    line.setEchoMode(QLineEdit.EchoMode.Password)
    return line


def key_form(path: Path, unlock: Callable[[Path, str], object]) -> Form:
    """The passphrase or recovery key of an encrypted office that is to be opened."""

    def write(given: Answers) -> None:
        try:
            unlock(path, given.text("key"))
        except (WrongKey, SlipInKey) as slip:
            raise Refused(slip.sentence, field="key") from slip

    return Form(
        "key",
        f"Open “{path.name}”",
        write,
        [
            FormField(
                "key",
                "Passphrase or recovery key",
                hint="The recovery key is the thirteen groups of five on the printed page.",
                required="Type the passphrase or the recovery key.",
                editor=_hidden_line,
            )
        ],
        button="Open",
        under="It is encrypted, or it is no office file: from outside they look alike.",
    )


def backup_key_form(path: Path, title: str, unlock: Callable[[Path, str], object]) -> Form:
    """What opens a backup, which may have been made before the passphrase was changed."""
    return replace(
        key_form(path, unlock),
        key="backup key",
        title=title,
        under="Give the passphrase the office had then, or the recovery key of that time.",
    )


def passphrase_form(title: str, chosen: Callable[[str], object], *, under: str) -> Form:
    """A new passphrase, typed twice; what is said of it is its length."""

    def write(given: Answers) -> None:
        passphrase = given.text("passphrase")
        refuse_empty(passphrase)
        refuse_different(passphrase, given.text("again"))
        chosen(passphrase)

    return Form(
        "passphrase",
        title,
        write,
        [
            FormField(
                "passphrase",
                "New passphrase",
                hint="A few words in a row are easy to remember and hard to guess.",
                editor=_hidden_line,
                understood=lambda given: strength(given.text("passphrase")),
            ),
            FormField("again", "The same once more", editor=_hidden_line),
            Note(lambda _given: f"{LOST} The recovery key comes next.", role="muted"),
        ],
        button="Go on",
        under=under,
    )


def take_encryption_off_form(path: Path) -> Form:
    """Whether an office is to be readable by whoever has its file."""
    return Form(
        "take encryption off",
        "Take encryption off",
        lambda _given: None,
        [Note(lambda _given: "Backups made so far stay encrypted: keep the passphrase for them.")],
        under=f"Whoever has {path.name} can then read it, and so can whoever has a backup made from now on.",
    )


def older_backups_form(path: Path, copies: OtherCopies, settle: Callable[[str], object]) -> Form:
    """What becomes of copies that open otherwise than the office; nothing is removed unless it is said so."""
    clear = sum(1 for copy in copies.backups if not is_encrypted(copy))
    earlier = len(copies.backups) - clear
    lines = [
        f"{count_in_figures(count, 'older backup')}, {what}."
        for count, what in (
            (clear, "readable without a key"),
            (earlier, "to be opened with an earlier passphrase or recovery key only"),
        )
        if count
    ]
    lines += [f"Folder: {folder}" for folder in sorted({str(copy.parent) for copy in copies.backups})]
    lines += [f"Beside the office, and left as it is: {copy.name}" for copy in copies.beside]
    lines += [f"Out of reach just now, not looked at: {copies.out_of_reach}"] if copies.out_of_reach else []
    return Form(
        "older backups",
        "Older backups of this office",
        lambda given: settle(given.text("how")),
        [
            Note(lambda _given: "\n".join(lines), role="muted"),
            FormField(
                "how",
                "What shall become of them",
                FieldKind.CHOICE,
                ALIKE,
                choices=[
                    (ALIKE, "Encrypt them as the office is"),
                    (LEAVE, "Leave them as they are"),
                    (REMOVE, "Remove them for good"),
                ],
            ),
        ],
        button=lambda given: "Remove them" if given.text("how") == REMOVE else "Go on",
        under=f"{path.name} is encrypted now, and so is its newest backup.",
    )
