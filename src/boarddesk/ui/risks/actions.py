"""Everything that can be done from the Risks page: each is one change with one undo."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.plan.refs import CalledRecord
from boarddesk.records.risks import escalations, issues, register, treatment
from boarddesk.rules.plan.actions import Challenge
from boarddesk.rules.refused import Refused
from boarddesk.rules.risks.escalations import Escalation, EscalationKind
from boarddesk.rules.risks.risk import Issue, Mitigation, Risk, ScoreKind
from boarddesk.ui.page import Session
from boarddesk.ui.plan import questions
from boarddesk.ui.risks.editing import RECORDS
from boarddesk.ui.risks.forms import adding, escalating, scoring, settling
from boarddesk.ui.risks.forms.appetite import appetite_form
from boarddesk.ui.risks.forms.escalating import Matter
from boarddesk.ui.risks.forms.matrix import matrix_form
from boarddesk.ui.risks.shown_register import ShownRegister
from boarddesk.ui.widgets.form import Form
from boarddesk.ui.widgets.form_dialog import open_form


class RiskActions:
    """Opens the forms of the page and writes what is answered or typed.

    `opened` brings a record to the front: of a kind, by its id.
    """

    def __init__(
        self,
        page: QWidget,
        *,
        session: Callable[[], Session],
        shown: Callable[[], ShownRegister],
        opened: Callable[[str, str], object],
    ) -> None:
        self._page, self._session, self.shown, self.opened = page, session, shown, opened

    @property
    def file(self) -> OfficeFile:
        """The open office."""
        return self._session().file

    def _open(self, form: Form, *, makes: str = "") -> None:
        """Ask, and bring what was made to the front."""
        open_form(self._page, form, partial(self.opened, makes) if makes else None)

    # ── something new ──

    def add_risk(self) -> None:
        """Ask for a new risk."""
        shown = self.shown()
        boards, areas = list(shown.boards.values()), list(shown.areas.values())
        form = adding.add_risk_form(self.file, boards, areas, board_id=shown.board_id, today=shown.today)
        self._open(form, makes="risk")

    def add_issue(self) -> None:
        """Ask for something that has happened."""
        shown = self.shown()
        boards, areas = list(shown.boards.values()), list(shown.areas.values())
        form = adding.add_issue_form(self.file, boards, areas, board_id=shown.board_id, today=shown.today)
        self._open(form, makes="issue")

    def add_control(self, risk: Risk) -> None:
        """Ask for something that is in place."""
        self._open(adding.add_control_form(self.file, risk))

    def add_mitigation(self, risk: Risk) -> None:
        """Ask for something to be done."""
        self._open(adding.add_mitigation_form(self.file, risk, today=self.shown().today))

    def ask(self, risk: Risk) -> None:
        """Note a question of the board."""
        about = CalledRecord("risk", risk.id, risk.ref, risk.title)
        form = questions.ask_form(self.file, about, board_id=risk.board_id, today=self.shown().today)
        self._open(form)

    def answer(self, question: Challenge) -> None:
        """Note the answer."""
        self._open(questions.answer_form(self.file, question, today=self.shown().today))

    # ── a risk ──

    def score(self, risk: Risk, kind: ScoreKind = ScoreKind.CURRENT) -> None:
        """Ask for another score, and why."""
        shown = self.shown()
        kpis = tuple(shown.kpis.values())
        self._open(scoring.score_form(self.file, risk, today=shown.today, kind=kind, kpis=kpis))

    def close(self, risk: Risk) -> None:
        """Ask why it is closed."""
        self._open(settling.close_form(self.file, risk, today=self.shown().today))

    def reopen(self, risk: Risk) -> None:
        """Watch it again."""
        register.reopen_risk(self.file, risk.id)

    def accept(self, risk: Risk) -> None:
        """Ask who bears it, until when and why."""
        self._open(settling.accept_form(self.file, risk, today=self.shown().today))

    def happened(self, risk: Risk) -> None:
        """It has come true: it becomes an issue."""
        self._open(settling.happened_form(self.file, risk, today=self.shown().today), makes="issue")

    def remove_control(self, control_id: str) -> None:
        """It is in place no longer."""
        treatment.remove_control(self.file, control_id)

    def finish(self, mitigation: Mitigation, *, done: bool) -> None:
        """It is done today, or is not after all."""
        day = self.shown().today if done else None
        treatment.finish_mitigation(self.file, mitigation.id, done_on=day)

    def move(self, mitigation: Mitigation) -> None:
        """Ask for another date, and why."""
        self._open(settling.move_form(self.file, mitigation, today=self.shown().today))

    def remove_mitigation(self, mitigation_id: str) -> None:
        """It is not to be done."""
        treatment.remove_mitigation(self.file, mitigation_id)

    # ── an issue ──

    def resolve(self, issue: Issue) -> None:
        """Ask how it was put right."""
        self._open(settling.resolve_form(self.file, issue, today=self.shown().today))

    def reopen_issue(self, issue: Issue) -> None:
        """It was not put right after all."""
        issues.reopen_issue(self.file, issue.id)

    # ── what goes up ──

    def escalate(self, matter: Matter, *, stays: bool = False) -> None:
        """Ask to whom it goes and what is asked for; with `stays` what was in front stays there."""
        form = escalating.escalate_form(self.file, matter, today=self.shown().today)
        self._open(form, makes="" if stays else "escalation")

    def escalate_risk(self, risk: Risk, *, why: str = "", stays: bool = False) -> None:
        """A risk goes up, with what is said of its newest score unless something else is."""
        said = why or (risk.current[0].why if risk.current else "")
        title = f"{risk.ref} {risk.title}"
        self.escalate(Matter(EscalationKind.RISK, risk.board_id, risk.id, title, said), stays=stays)

    def escalate_issue(self, issue: Issue) -> None:
        """An issue goes up."""
        title = f"{issue.ref} {issue.title}"
        self.escalate(Matter(EscalationKind.ISSUE, issue.board_id, issue.id, title, issue.impact))

    def escalate_action(self, action_id: str) -> None:
        """An action of the plan goes up from the board in sight, else from that of its plan."""
        shown = self.shown()
        action = shown.actions.get(action_id)
        if action is None:
            raise Refused("That action is no longer there.")
        board_id = shown.board_id or shown.plan_boards.get(action_id)
        title = f"{action.ref} {action.text}"
        self.escalate(Matter(EscalationKind.ACTION, board_id, action_id, title))

    def escalate_words(self, kind: EscalationKind = EscalationKind.DIFFERENCE) -> None:
        """A difference, a barrier, a concern or a decision goes up in words."""
        shown = self.shown()
        board_id = shown.board_id or next(iter(shown.boards), None)
        name = shown.boards[board_id].name if board_id else ""
        self.escalate(Matter(kind, board_id, title=f"From {name}" if name else ""))

    def put_on_agenda(self, sent: Escalation) -> None:
        """Ask which meeting of the board above takes it."""
        self._open(escalating.agenda_form(self.file, sent, today=self.shown().today))

    def take(self, sent: Escalation) -> None:
        """Ask what the board above decided."""
        self._open(escalating.take_form(self.file, sent, today=self.shown().today))

    def bring_down(self, sent: Escalation) -> None:
        """Ask why it comes down."""
        self._open(escalating.bring_down_form(self.file, sent, today=self.shown().today))

    # ── how risks are scored ──

    def change_matrix(self) -> None:
        """Another matrix: its words, its levels, and the level of each cell."""
        self._open(matrix_form(self.file, today=self._session().today))

    def set_appetite(self) -> None:
        """The two lines of each category."""
        self._open(appetite_form(self.file))

    # ── words changed where they stand ──

    def edit(self, kind: str, record_id: str, key: str, value: str) -> None:
        """One field of a record was changed, in a cell or in its detail."""
        RECORDS[kind][key].write(self.file, record_id, value)

    def paste(self, kind: str, cells: list[tuple[str, str, str]]) -> None:
        """Cells pasted from a spreadsheet, as one change."""
        with self.file.change("Paste"):
            for record_id, key, value in cells:
                self.edit(kind, record_id, key, value)

    def remove(self, kind: str, record_id: str) -> None:
        """Take out what was entered by mistake; undo brings it back."""
        removes = {
            "risk": register.remove_risk,
            "issue": issues.remove_issue,
            "escalation": escalations.remove_escalation,
        }
        removes[kind](self.file, record_id)
