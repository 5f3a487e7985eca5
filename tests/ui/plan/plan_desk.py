"""A small plan on its page, for tests: two areas, four actions, one of them off course without a reason."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from boarddesk.records import boards, meetings, people
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.plan import actions, areas, judgements, kpis, milestones, plans
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.rules.plan.actions import Action, Area
from boarddesk.rules.plan.kpis import Actual, Target, Unit
from boarddesk.ui.change_bus import ChangeBus
from boarddesk.ui.page import Session
from boarddesk.ui.plan.page import PlanPage
from boarddesk.ui.settings import Settings
from boarddesk.ui.widgets.form_dialog import FormDialog
from boarddesk.ui.widgets.in_place import InPlace

TODAY = date(2026, 5, 28)
LAST_BOARD, NEXT_BOARD = date(2026, 5, 12), date(2026, 6, 9)


def office_with_a_plan(path: Path) -> OfficeFile:
    """A board that met a fortnight ago, with its plan."""
    file = OfficeFile.create(path)
    board = boards.add_board(file, "Improvement Board", "SIB")
    held = meetings.add_meeting(file, board, LAST_BOARD)
    meetings.set_state(file, held, MeetingState.AGENDA_ISSUED, today=LAST_BOARD)
    meetings.set_state(file, held, MeetingState.HELD, today=LAST_BOARD)
    meetings.add_meeting(file, board, NEXT_BOARD)
    trust = boards.add_organisation(file, "Fellside Trust")
    people.add_person(file, "Marcus Oyelaran", organisation_id=trust)
    plan = plans.add_plan(file, "Improvement plan", board_id=board)
    _fill(file, plan)
    return file


def _fill(file: OfficeFile, plan: str) -> None:
    families = areas.add_area(file, plan, number="1", title="Voice of families")
    timely = areas.add_area(file, plan, number="4", title="Timely plans", leads=("Ruth Calder",))
    actions.add_action(file, families, ref="1.1", text="Sign a charter", by_when="31/10/2025")
    agree = actions.add_action(
        file, timely, ref="4.9", text="Agree a timeline", by_when="Sept-26", owners=("Ruth Calder",)
    )
    late = actions.add_action(
        file,
        timely,
        ref="4.2",
        text="Issue plans in time",
        by_when="Spring term 2026",
        owners=("Petra Venn",),
    )
    moderate = actions.add_action(
        file, timely, ref="4.10", text="Moderate every draft", by_when="May 26", owners=("Marcus Oyelaran",)
    )
    milestones.add_milestone(file, moderate, text="Panel terms agreed", by_when="20 Feb 2026", done=True)
    milestones.add_milestone(file, moderate, text="First 30 moderated", by_when="30 Apr 2026")
    actions.add_update(file, moderate, text="Panel met twice", as_at=date(2026, 5, 20))
    actions.add_update(file, agree, text="Draft agreed", as_at=date(2026, 5, 20))
    for action, status, day in (
        (agree, "on_track", date(2026, 5, 20)),
        (late, "partially_met", date(2026, 5, 20)),
        (moderate, "partially_met", date(2026, 5, 1)),
    ):
        judgements.set_status(file, action, status, why="As the lead says", as_at=day)
    judgements.declare(file, moderate, "not_on_track", as_at=date(2026, 5, 20))
    kpis.add_kpi(
        file,
        plan,
        ref="K4.5",
        wording="Plans judged good",
        unit=Unit.PERCENT,
        baseline=Actual(),
        headline=Target(),
        action_id=moderate,
    )


class PlanDesk:
    """The page of an office file in a window of a laptop's size."""

    def __init__(self, qtbot: QtBot, file: OfficeFile, *, width: int = 1198) -> None:
        self.qtbot, self.file = qtbot, file
        self.bus = ChangeBus(file)
        self.page = PlanPage()
        qtbot.addWidget(self.page)
        self.page.resize(width, 690)
        folder = file.path.parent if file.path else Path()
        self.session = Session(file, None, TODAY, self.bus, Settings(folder / "window.json"))
        self.page.show_session(self.session)
        with qtbot.waitActive(self.page):
            self.page.show()
            self.page.activateWindow()

    def close(self) -> None:
        """Let go of the file."""
        self.bus.close()
        self.file.close()

    def action(self, ref: str) -> Action:
        """An action by its ref."""
        return next(one for one in self.page.shown.actions.values() if one.ref == ref)

    def area(self, number: str) -> Area:
        """An area by its number."""
        return next(one for one in self.page.shown.areas.values() if one.number == number)

    def choose(self, ref: str) -> Action:
        """Choose an action in the table."""
        assert self.page.list.choose(self.action(ref).id)
        return self.action(ref)

    def choose_area(self, number: str) -> Area:
        """Choose an area by its header."""
        assert self.page.list.choose(self.area(number).id)
        return self.area(number)

    def refs(self) -> list[str]:
        """The actions the filters leave, by ref."""
        return [row.cell("ref").text for row in self.page.list.table.rows_shown()]

    def cell(self, ref: str, key: str) -> str:
        """The words of a cell of an action."""
        row = next(one for one in self.page.list.table.rows_shown() if one.cell("ref").text == ref)
        return row.cell(key).words

    def field(self, name: str) -> InPlace:
        """A field of the detail, by its name."""
        return next(
            one for one in self.page.detail.findChildren(InPlace) if one.accessibleName().startswith(name)
        )

    def edit(self, name: str, words: str) -> None:
        """Change a field of the detail where it stands."""
        field = self.field(name)
        field.begin()
        field.editor.setPlainText(words)
        field.finish()

    def dialog(self) -> QDialog:
        """The dialog that is open."""
        return next(one for one in self.page.findChildren(QDialog) if one.isVisible())

    def form(self, key: str) -> FormDialog:
        """The form that is open, which is this one."""
        dialog = self.dialog()
        assert isinstance(dialog, FormDialog) and dialog.form.key == key
        return dialog

    def said(self) -> str:
        """Every word of the detail, and what its drawings say."""
        ground = self.page.detail.widget()
        words = [one.text() for kind in (QLabel, QPushButton) for one in ground.findChildren(kind)]
        return " | ".join([*words, *(one.accessibleName() for one in ground.findChildren(QWidget))])
