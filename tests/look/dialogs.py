"""Every dialog as a picture, light and dark, opened over the sample office."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QDialog
from tests.look.windows import SIZES, THEMES, Shot, settle

from boarddesk.records.board_file import BoardFile
from boarddesk.records.boards import boards
from boarddesk.records.people import people
from boarddesk.records.registers import registers
from boarddesk.rules.attendance import Mark
from boarddesk.rules.corrections import figure_changes
from boarddesk.rules.status import IMPROVEMENT_PLAN
from boarddesk.ui.help_window import HelpWindow
from boarddesk.ui.main_window import MainWindow
from boarddesk.ui.meetings.correction_dialog import CorrectionDialog
from boarddesk.ui.meetings.guest_dialog import GuestDialog
from boarddesk.ui.meetings.mark_dialog import MarkDialog
from boarddesk.ui.meetings.meeting_dialog import MeetingDialog
from boarddesk.ui.meetings.names_dialog import NamesDialog
from boarddesk.ui.meetings.room import Room
from boarddesk.ui.problems import CrashDialog, ProblemDialog
from boarddesk.ui.theme import ThemeChoice, look
from boarddesk.ui.widgets.reason_dialog import ReasonDialog

Open = Callable[[MainWindow, BoardFile], QDialog]


def _reason(window: MainWindow, _file: BoardFile) -> QDialog:
    return ReasonDialog(
        window,
        title="Change status of 4.10",
        record="Write plans within 20 weeks",
        statuses=IMPROVEMENT_PLAN.statuses,
        old=IMPROVEMENT_PLAN.statuses[1],
        new=IMPROVEMENT_PLAN.statuses[2],
        today=date(2026, 6, 2),
    )


def _mark(window: MainWindow, file: BoardFile) -> QDialog:
    known = people(file)
    row = next(row for register in registers(file) for row in register.rows if row.expected)
    return MarkDialog(window, file, row, deputies=known[:2], people=known)


def _names(window: MainWindow, file: BoardFile) -> QDialog:
    return NamesDialog(window, file, next(one for one in registers(file) if one.rows))


def _correction(window: MainWindow, file: BoardFile) -> QDialog:
    register = next(one for one in registers(file) if one.counts)
    missed = replace(register, rows=tuple(replace(row, mark=Mark.ABSENT) for row in register.rows))
    changes = figure_changes([register], [missed], boards(file))
    return CorrectionDialog(window, changes, does=lambda: None, meeting="SIB 2026/27 · 03")


def _room(window: MainWindow, file: BoardFile) -> QDialog:
    desk = window.desk
    assert desk is not None
    meeting = next(one.meeting for one in reversed(registers(file)) if one.is_open and one.rows)
    return Room(window, lambda: desk.office, meeting.id)


def _guest(window: MainWindow, file: BoardFile) -> QDialog:
    return GuestDialog(window, file, registers(file)[0].meeting.id)


def _problem(window: MainWindow, _file: BoardFile) -> QDialog:
    sentence = "office.boarddesk is open on Wendy’s machine since 10:42. You can read it, or open a copy."
    return ProblemDialog(sentence, window, deeds=[("Open to read only", lambda: None)])


DIALOGS: dict[str, Open] = {
    "ReasonDialog": _reason,
    "MeetingDialog": lambda window, file: MeetingDialog(window, file, boards(file)),
    "MarkDialog": _mark,
    "GuestDialog": _guest,
    "Room": _room,
    "NamesDialog": _names,
    "CorrectionDialog": _correction,
    "ProblemDialog": _problem,
    "CrashDialog": lambda window, _file: CrashDialog("Traceback …\nValueError: an example", window),
    "HelpWindow": lambda window, _file: HelpWindow(window),
}


def draw(window: MainWindow, sample: Path, folder: Path) -> Iterator[Path]:
    """Each dialog of the list above, alone."""
    window.open_path(sample)
    assert window.desk is not None
    for theme in THEMES:
        look().set_choice(theme)
        shot = Shot(folder, "sample", theme, SIZES[0])
        for name, make in DIALOGS.items():
            dialog = make(window, window.desk.office.file)
            dialog.show()
            settle()
            yield shot.take(dialog, name)
            dialog.close()
            dialog.deleteLater()
    look().set_choice(ThemeChoice.SYSTEM)
