"""A small register on its page, for tests: three risks of a board with one above it, a review late."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from boarddesk.records import boards, lines, meetings, people
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.owners import owner_called
from boarddesk.records.plan import actions, areas, plans
from boarddesk.records.risks import register, scores, treatment
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.rules.risks.risk import Appetite, Risk, ScoreKind
from boarddesk.ui.change_bus import ChangeBus
from boarddesk.ui.page import Session
from boarddesk.ui.risks.page import RisksPage
from boarddesk.ui.settings import Settings
from boarddesk.ui.widgets.form_dialog import FormDialog
from boarddesk.ui.widgets.in_place import InPlace

TODAY = date(2026, 5, 28)
LAST_BOARD, NEXT_BOARD = date(2026, 5, 12), date(2026, 6, 9)
EARLIER, NEWER = date(2026, 4, 16), date(2026, 5, 20)


def office_with_risks(path: Path) -> OfficeFile:
    """An improvement board that met a fortnight ago and is accountable to another."""
    file = OfficeFile.create(path)
    board = boards.add_board(file, "Improvement Board", "SIB")
    above = boards.add_board(file, "Health and Wellbeing Board", "HWB")
    boards.add_board(file, "Youth Council", "YC")
    lines.add_line(file, board, "HWB")
    held = meetings.add_meeting(file, board, LAST_BOARD)
    meetings.set_state(file, held, MeetingState.AGENDA_ISSUED, today=LAST_BOARD)
    meetings.set_state(file, held, MeetingState.HELD, today=LAST_BOARD)
    meetings.add_meeting(file, above, NEXT_BOARD)
    people.add_person(file, "Gwen Thirlby")
    plan = plans.add_plan(file, "Improvement plan", board_id=board)
    area = areas.add_area(file, plan, number="3", title="Therapies")
    actions.add_action(file, area, ref="3.3", text="Cut the therapy wait")
    workforce = treatment.add_category(file, "Workforce", appetite=Appetite(6, 10))
    posts = register.add_risk(
        file,
        ref="R7",
        title="Therapy posts stay empty",
        raised_on=EARLIER,
        cause="three of nine posts are empty",
        event="children wait longer",
        effect="miss the limit",
        board_id=board,
        area_id=area,
        category_id=workforce,
        owner=owner_called(file, "Gwen Thirlby"),
        next_review=date(2026, 5, 23),
        target_by=date(2026, 12, 31),
    )
    _score(file, posts, (3, 4), EARLIER)
    _score(file, posts, (4, 4), NEWER, why="A third therapist left.")
    _score(file, posts, (5, 5), EARLIER, kind=ScoreKind.INHERENT)
    _score(file, posts, (2, 4), EARLIER, kind=ScoreKind.TARGET)
    treatment.add_control(file, posts, text="Agency cover for two posts")
    treatment.add_mitigation(file, posts, text="Train four assistants", due=date(2027, 3, 31))
    trust = register.add_risk(file, ref="R3", title="Families lose trust", raised_on=EARLIER, board_id=board)
    _score(file, trust, (3, 3), EARLIER)
    other = register.add_risk(file, ref="R10", title="Local offer is old", raised_on=EARLIER, board_id=board)
    _score(file, other, (1, 3), EARLIER)
    return file


def _score(
    file: OfficeFile,
    risk_id: str,
    given: tuple[int, int],
    day: date,
    *,
    kind: ScoreKind = ScoreKind.CURRENT,
    why: str = "",
) -> None:
    scores.set_score(file, risk_id, likelihood=given[0], impact=given[1], as_at=day, kind=kind, why=why)


class RiskDesk:
    """The page with a board chosen above, and how a test uses it."""

    def __init__(self, qtbot: QtBot, file: OfficeFile, folder: Path) -> None:
        self.qtbot, self.file = qtbot, file
        self.bus = ChangeBus(file)
        board = boards.board_named(file, "SIB").id
        self.session = Session(file, board, TODAY, self.bus, Settings(folder / "window.json"))
        self.page = RisksPage()
        qtbot.addWidget(self.page)
        self.page.resize(1182, 680)
        self.page.show_session(self.session)
        self.page.show()

    def close(self) -> None:
        self.bus.close()
        self.file.close()

    def pick_board(self, short_name: str | None) -> None:
        """Another board in the switcher; None for all."""
        board = boards.board_named(self.file, short_name).id if short_name else None
        self.session = replace(self.session, board_id=board)
        self.page.show_session(self.session)

    def risk(self, ref: str) -> Risk:
        return next(risk for risk in register.risks(self.file) if risk.ref == ref)

    def cells(self, key: str) -> list[str]:
        return [row.cell(key).words for row in self.page.front.table.rows_shown()]

    def choose(self, ref: str) -> Risk:
        risk = self.risk(ref)
        self.page.bring("risk", risk.id)
        return risk

    def said(self, within: QWidget | None = None) -> str:
        place = within or self.page.detail
        return "\n".join(shown.text() for shown in place.findChildren(QLabel) if shown.isVisibleTo(place))

    def field(self, name: str) -> InPlace:
        found = [shown for shown in self.page.detail.findChildren(InPlace) if shown.accessibleName() == name]
        assert found, f"there is no field called {name!r}"
        return found[-1]

    def type(self, name: str, words: str) -> InPlace:
        field = self.field(name)
        field.begin()
        field.editor.setPlainText(words)
        field.finish()
        return field

    def dialog(self) -> FormDialog:
        return self.page.window().findChildren(FormDialog)[-1]

    def answer(self, **given: str | date) -> FormDialog:
        """Type or pick in the dialog that is open, and accept it."""
        dialog = self.dialog()
        for key, value in given.items():
            dialog.answers.put(key, value)
        dialog.try_accept()
        return dialog
