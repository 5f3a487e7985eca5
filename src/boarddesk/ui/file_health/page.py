"""File health: each matter of the file in a sentence, then the backups by what they hold, one to restore."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boarddesk.records.file.backups import Backup, backups_everywhere, carry_over, restore
from boarddesk.records.file.holdings import holdings_of
from boarddesk.records.file.moments import now
from boarddesk.records.file.second_place import (
    choose_second_place,
    forget_second_place,
    second_place,
)
from boarddesk.records.file.unlocking import unlock
from boarddesk.records.health import file_health, wall
from boarddesk.records.working_copy import put_by, work_locally, work_there_again
from boarddesk.rules.health.holdings import Holdings
from boarddesk.rules.health.sentences import (
    HealthLine,
    LineState,
    Verb,
    being_checked,
    day_and_time,
    health_lines,
    summary,
)
from boarddesk.ui import background
from boarddesk.ui.action import Action
from boarddesk.ui.file_health.dialogs import changes_dialog, seals_dialog
from boarddesk.ui.file_health.file_check import CheckUnderWay
from boarddesk.ui.file_health.kept_backups import (
    COLUMNS,
    KeptBackup,
    KnownHoldings,
    Seen,
    Shut,
    kept_backups,
    reading,
    rows_of,
)
from boarddesk.ui.file_health.matters import MatterList
from boarddesk.ui.file_health.restore_panel import NARROW, WIDE, RestorePanel
from boarddesk.ui.office_dialogs import ask_folder
from boarddesk.ui.page import Page, Session
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.banner import Tone
from boarddesk.ui.widgets.form_dialog import open_form
from boarddesk.ui.widgets.label import WrappedLabel, label, rule
from boarddesk.ui.widgets.list_and_detail import ListAndDetail
from boarddesk.ui.widgets.opening import check_may_write, open_dialog
from boarddesk.ui.widgets.scrolling import keep_in_sight
from boarddesk.ui.widgets.table.record_table import RecordTable

WHOLE = (
    "This file is whole.",
    "Its pages, its log, every record, its papers and the seals of confirmed minutes agree.",
)


class HealthPage(Page):
    """Shows the file itself; it changes nothing in the office."""

    name, title, icon = "health", "File health", "checks"
    opens = frozenset({"health"})

    def __init__(self) -> None:
        super().__init__()
        self.known = KnownHoldings()
        self.backups: dict[str, KeptBackup] = {}
        self._now: Holdings | None = None
        self._reading = False
        self._elsewhere: list[Backup] = []
        self._lines: list[HealthLine] = []
        self.check = CheckUnderWay(self)
        self.check.moved.connect(self._show_lines)
        self.matters = MatterList(
            {
                Verb.SHOW_FOLDER: self._show_folder,
                Verb.CHECK: self._check,
                Verb.STOP: self.check.stop,
                Verb.SHOW_MINUTES: self._show_minutes,
                Verb.BACK_UP: self._back_up,
                Verb.CHANGE_SECOND: self.choose_second,
                Verb.WORK_LOCALLY: self.work_locally,
                Verb.WORK_THERE: self.work_there,
                Verb.FILL_SECOND: self._fill_second,
                Verb.ENCRYPT: self._encrypt,
            }
        )
        self.second = buttons.primary(Verb.CHOOSE_SECOND, self.choose_second)
        self.second.hide()
        self.header.add(self.second)
        self.count = label("", "meta")
        self.table = RecordTable("backups", COLUMNS, noun=("backup", "backups"))
        self.none = WrappedLabel(
            "There is none yet. One is made a quarter of an hour after a change and on closing.", "muted"
        )
        self.panel = RestorePanel(self._restore, lists=self.list_changes, unlocks=self._ask_key)
        self._lay_out()
        self.table.chosen.connect(self._show_panel)
        self.table.opened.connect(self._to_name)
        self.table.set_actions(
            [
                Action("Restore this backup…", self._to_restore, applies=self._has_chosen),
                Action("List changes since…", self.list_changes, applies=self._has_chosen),
            ]
        )

    def _lay_out(self) -> None:
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(rule())
        column.addWidget(self.matters)
        column.addSpacing(10)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label("Backups", "section"))
        head.addWidget(self.count, 1)
        column.addLayout(head)
        column.addSpacing(4)
        column.addWidget(self.table, 1)
        column.addWidget(self.none)
        column.addStretch()
        keep_in_sight(self.table, rows=4)
        self.both = ListAndDetail(shown, self.panel, narrow=NARROW, wide=WIDE, least=640, whole=True)
        self.both.hide_detail()
        self.body.addWidget(self.both, 1)

    # ── showing ──

    def show_session(self, session: Session) -> None:
        """Checks and backups are no change of a record: the bus tells of them apart."""
        before = self._session.change_bus if self._session is not None else None
        if before is not session.change_bus:
            self._elsewhere = []
            self.check.stop()
            session.change_bus.file_looked_after.connect(self.refresh)
        super().show_session(session)

    def reload(self) -> None:
        """The matters at once; what the backups hold is read beside the window's work."""
        file = self.session.file
        file_id = file.file_id
        health = file_health(file)
        lines = health_lines(health, now=wall(now()))
        self.header.set_detail(summary(health, lines))
        self.count_changed.emit(sum(line.state is LineState.TO_DO for line in lines))
        self.second.setVisible(health.second is None)
        self._lines = lines
        self._show_lines()
        self._now = holdings_of(file)
        self._list_backups()
        if health.second is not None and not health.second.trouble:
            background.run(lambda: backups_everywhere(file_id), self._take_elsewhere, of=self)

    def _show_lines(self) -> None:
        run = self.check.run
        lines = self._lines if run is None else being_checked(self._lines, read=run.read, of=run.of)
        self.matters.show_lines(lines)

    def _take_elsewhere(self, everywhere: list[Backup]) -> None:
        """What the second place has, which may be slow to answer."""
        if everywhere != [kept.backup for kept in self.backups.values()]:
            self._elsewhere = everywhere
            self._list_backups()

    def _list_backups(self) -> None:
        kept = kept_backups(self.session.file, self._elsewhere)
        self.backups = {str(of.backup.path): of for of in kept}
        self.table.setVisible(bool(kept))
        self.none.setVisible(not kept)
        self.count.setText(f"{len(self.backups)}, chosen by what they hold" if self.backups else "")
        self._show_rows()
        self._read_on()

    def _show_rows(self) -> None:
        self.table.set_rows(rows_of(list(self.backups.values()), self.known))
        if self.table.chosen_id():
            self._show_panel(self.table.chosen_id())

    def _read_on(self) -> None:
        """Open the next backups off the window's thread, some at a time."""
        unread = self.known.unread(list(self.backups.values()))
        if not unread or self._reading:
            return
        self._reading = True

        def take(found: list[tuple[Backup, Seen]]) -> None:
            self._reading = False
            self.known.take(found)
            self._show_rows()
            self._read_on()

        background.run(reading(unread), take, of=self)

    def _show_panel(self, row_id: str) -> None:
        kept, path = self.backups.get(row_id), self.session.file.path
        if kept is None or path is None or self._now is None:
            self.both.hide_detail()
            return
        self.panel.show_backup(kept, of=path, held=self.known.of(kept.backup), now=self._now)
        self.both.show_detail()

    def open_record(self, kind: str, record_id: str) -> None:
        """A backup by its path."""
        self.table.choose(record_id)
        self._show_panel(record_id)

    def focus_first(self) -> None:
        """The backups; without any, what is to be done."""
        (self.table if self.backups else self.second if self.second.isVisible() else self).setFocus()

    def _chosen(self) -> KeptBackup | None:
        return self.backups.get(self.table.chosen_id())

    def _has_chosen(self) -> bool:
        return self.isVisible() and self._chosen() is not None

    # ── doing ──

    def _show_folder(self) -> None:
        path = self.session.file.path
        if path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))

    def _show_minutes(self) -> None:
        open_dialog(seals_dialog(self, self.session.file))

    def list_changes(self) -> None:
        """What was done since the chosen backup."""
        kept = self._chosen()
        if kept is not None:
            open_dialog(changes_dialog(self, kept.since, made=day_and_time(kept.made_at)))

    def _check(self) -> None:
        """Look through the file beside the window's work; its line says how far that is, and stops it."""
        path, bus = self.session.file.path, self.session.change_bus
        if path is None:
            return

        def say(faults: Sequence[str]) -> None:
            bus.file_looked_after.emit()
            if faults:
                more = f"{len(faults) - 1} more: boarddesk verify lists them. " if len(faults) > 1 else ""
                self.tell(faults[0], f"{more}Restore a backup to a new file, and keep this one.", stays=True)
            else:
                self.tell(*WHOLE, tone=Tone.GOOD)

        self.check.begin(path, say)

    def _back_up(self) -> None:
        self.session.change_bus.backup_wanted.emit()

    def choose_second(self) -> None:
        """Ask for the folder to which every backup is copied from now on."""
        file_id = self.session.file.file_id

        def take(folder: Path) -> None:
            choose_second_place(file_id, folder)
            self._fill_second()

        ask_folder(self, take, title="A second place for backups")

    def _fill_second(self) -> None:
        """Copy what it lacks, off the window's thread; what came of it is said in its line."""
        file_id, bus = self.session.file.file_id, self.session.change_bus
        self.tell("Backups are being copied.", "Go on working: where they are is said here.")

        def done(_nothing: object) -> None:
            self.hush()
            bus.file_looked_after.emit()

        background.run(lambda: carry_over(file_id), done, of=self)

    def _give_up_second(self) -> None:
        forget_second_place(self.session.file.file_id)
        self.session.change_bus.file_looked_after.emit()

    def _has_second(self) -> bool:
        return self._session is not None and second_place(self._session.file.file_id) is not None

    def work_locally(self) -> None:
        """Ask for a folder of this computer, copy the office there and go on in that copy."""

        def take(folder: Path) -> None:
            local = work_locally(self.session.file, folder)
            self.office_requested.emit(local)

        check_may_write(self)
        ask_folder(self, take, title="A folder on this computer to work in")

    def _encrypt(self) -> None:
        check_may_write(self)
        self.encryption_requested.emit()

    def work_there(self) -> None:
        """Publish the last changes, go on in the synced folder, and put the local file by."""
        check_may_write(self)
        file = self.session.file
        local, home = file.path, work_there_again(file)
        self.office_requested.emit(home)
        if local is not None:
            put_by(local, at=now())

    def _to_name(self, _row_id: str) -> None:
        self.both.show_detail(asked=True)
        self.panel.name.setFocus()
        self.panel.name.selectAll()

    def _to_restore(self) -> None:
        self._to_name(self.table.chosen_id())

    def _ask_key(self, then: Callable[[], object] = lambda: None) -> None:
        """What opens the chosen backup, made under an earlier passphrase; then go on."""
        # Loaded where a file is encrypted.
        from boarddesk.ui.encryption.forms import backup_key_form

        kept = self._chosen()
        if kept is None:
            return
        backup = kept.backup

        def opened(_id: str) -> None:
            self.known.forget(backup)
            self._show_rows()
            self._read_on()
            then()

        title = f"Open the backup of {day_and_time(kept.made_at)}"
        open_form(self, backup_key_form(backup.path, title, unlock), opened)

    def _restore(self, to: Path) -> None:
        kept = self._chosen()
        if kept is None:
            return
        backup, who = kept.backup, self.session.file.who
        held = self.known.of(backup)
        if held is Shut.UNDER_ANOTHER_KEY:
            self._ask_key(lambda: self._restore(to))
            return
        self.panel.restore.setEnabled(False)

        def say(path: Path) -> None:
            self.panel.restore.setEnabled(True)
            self.tell(
                f"Restored to “{path.name}”.",
                f"It holds {held.sentence}. The file you have open is as it was."
                if isinstance(held, Holdings)
                else "",
                tone=Tone.GOOD,
                action=("Open it", lambda: self.office_requested.emit(path)),
                stays=True,
            )

        def fail(error: Exception) -> None:
            self.panel.restore.setEnabled(True)
            raise error

        background.run(lambda: restore(backup, to, who=who), say, fail, of=self)

    def commands(self) -> Sequence[Action]:
        """What menus and the search box offer for it."""
        return (
            Action("Check this file", self._check, "File", words="verify health whole tampering damage seal"),
            Action(
                "Second place for backups…",
                self.choose_second,
                "File",
                words="health copy stick drive share",
            ),
            Action("Give up the second place", self._give_up_second, "File", applies=self._has_second),
            Action(
                "Restore a backup…",
                self._restore_one,
                "File",
                words="health older version bring back recover",
            ),
        )

    def _restore_one(self) -> None:
        """To the chosen backup, else to the newest."""
        if not self.backups:
            self.tell(
                "There is no backup to restore yet.", "One is made a quarter of an hour after a change."
            )
            return
        if not self.table.chosen_id():
            self.table.choose_first()
            self._show_panel(self.table.chosen_id())
        if self._chosen() is not None:
            self._to_restore()
