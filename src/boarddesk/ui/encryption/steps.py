"""Encryption step by step: asked for, the office closed, written anew and opened again, copies settled."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QWidget

from boarddesk.records.file.encryption import (
    OtherCopies,
    bring_along,
    is_encrypted,
    other_copies,
    put_under,
    remove_copies,
)
from boarddesk.records.file.keys import FileKey, forget_keys, key_of, learn, new_key
from boarddesk.rules.refused import FileProblem
from boarddesk.rules.wording import count_in_figures
from boarddesk.ui import background
from boarddesk.ui.encryption.forms import (
    ALIKE,
    REMOVE,
    WHAT_CHANGES,
    WHAT_IT_DOES,
    older_backups_form,
    passphrase_form,
    take_encryption_off_form,
)
from boarddesk.ui.encryption.recovery_dialog import RecoveryDialog
from boarddesk.ui.widgets.banner import Tone, in_two
from boarddesk.ui.widgets.form_dialog import open_form
from boarddesk.ui.widgets.opening import open_dialog

BUSY = "Writing the office anew, a few seconds …"
_DONE = {
    True: (
        "The office is encrypted.",
        "It opens with its passphrase or the recovery key, and with nothing else.",
    ),
    False: (
        "The office is not encrypted any more.",
        "Backups made before stay so: keep the passphrase for them.",
    ),
}


class Tell(Protocol):
    """How the window says something."""

    def __call__(
        self, title: str, advice: str = "", *, tone: Tone = Tone.WARN, stays: bool = False
    ) -> None: ...


@dataclass(frozen=True)
class EncryptionSteps:
    """The office file at `path`, and what the window does with it while its key is exchanged."""

    window: QWidget
    path: Path
    today: date
    leave_office: Callable[[], object]
    open_path: Callable[[Path], bool]
    show_busy: Callable[[str], object]
    tell: Tell

    def choose_passphrase(self) -> None:
        """A passphrase typed twice, then its recovery key, and only then the office is written anew."""
        title, under = ("Encrypt this office", WHAT_IT_DOES)
        if is_encrypted(self.path):
            title, under = ("Change the passphrase", WHAT_CHANGES)
        chosen: list[str] = []

        def made(key: FileKey) -> None:
            dialog = RecoveryDialog(self.window, key.raw, self.path, today=self.today, go_on=title)
            dialog.accepted.connect(partial(self._write_anew, key))
            open_dialog(dialog)

        def go_on(_id: str) -> None:
            background.run(lambda: new_key(chosen.pop()), made, of=self.window)

        open_form(self.window, passphrase_form(title, chosen.append, under=under), go_on)

    def show_recovery_key(self) -> None:
        """The key once more."""
        key = key_of(self.path)
        if key is not None:
            open_dialog(RecoveryDialog(self.window, key.raw, self.path, today=self.today))

    def take_off(self) -> None:
        """Ask once, then write the office in the clear."""
        open_form(self.window, take_encryption_off_form(self.path), lambda _id: self._write_anew(None))

    def _write_anew(self, key: FileKey | None) -> None:
        """With the office closed, so that nobody writes meanwhile; then it is opened again, as it is then."""
        earlier = key_of(self.path)
        self.leave_office()
        self.show_busy(BUSY)

        def done(_nothing: None) -> None:
            self.show_busy("")
            if self.open_path(self.path):
                self.tell(*_DONE[key is not None], tone=Tone.GOOD)
                if key is not None:
                    ask = partial(self._ask_about_copies, earlier)
                    background.run(lambda: other_copies(self.path), ask, of=self.window)

        def failed(error: Exception) -> None:
            self.show_busy("")
            if not isinstance(error, FileProblem):
                raise error
            if self.open_path(self.path):
                self.tell(*in_two(error.sentence), stays=True)

        background.run(lambda: put_under(self.path, key), done, failed, of=self.window)

    def _ask_about_copies(self, earlier: FileKey | None, copies: OtherCopies) -> None:
        if not copies.backups and not copies.beside:
            return
        chosen: list[str] = []
        form = older_backups_form(self.path, copies, chosen.append)
        open_form(self.window, form, lambda _id: self._settle(copies, earlier, how=chosen[-1]))

    def _settle(self, copies: OtherCopies, earlier: FileKey | None, *, how: str) -> None:
        if how not in (ALIKE, REMOVE):
            return

        def job() -> list[Path]:
            if how == REMOVE:
                return remove_copies(copies)
            if earlier is not None:
                learn(earlier)  # it was forgotten as the office was opened under another
            try:
                return bring_along(copies, self.path)
            finally:
                forget_keys(but=self.path)

        def say(left: list[Path]) -> None:
            count = count_in_figures(len(copies.backups) - len(left), "older backup")
            verb = "encrypted too" if how == ALIKE else "removed"
            if left:
                names = ", ".join(str(copy) for copy in left)
                self.tell(f"{count} {verb}, {len(left)} left.", f"They could not be: {names}", stays=True)
            else:
                self.tell(f"{count} {verb}.", tone=Tone.GOOD)

        background.run(job, say, of=self.window)
