"""Everything that can be done to a plan from its page: each action is one change with one undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.plan import actions, areas, evidence, judgements, milestones
from boarddesk.records.plan.refs import CalledRecord
from boarddesk.rules.plan.actions import Action, Area, Challenge, Evidence, Judgement
from boarddesk.rules.plan.kpis import Kpi
from boarddesk.rules.refused import Refused
from boarddesk.rules.statuses.status import Status
from boarddesk.ui.page import Session
from boarddesk.ui.plan import dialogs, questions, report_dialogs
from boarddesk.ui.plan.editing import ACTION, AREA, MILESTONE
from boarddesk.ui.plan.history_dialog import HistoryDialog
from boarddesk.ui.plan.shown_plan import ShownPlan
from boarddesk.ui.widgets.form import Form
from boarddesk.ui.widgets.form_dialog import open_form
from boarddesk.ui.widgets.opening import check_may_write, open_dialog, pop_up
from boarddesk.ui.widgets.reason_form import Reason, reason_form

Asked = Action | Area


class PlanActions:
    """Opens the dialogs of the page and writes what they answer; `shown` and `office` are asked each time."""

    def __init__(
        self,
        page: QWidget,
        *,
        session: Callable[[], Session],
        shown: Callable[[], ShownPlan],
        made: Callable[[str], object],
        opened: Callable[[str, str], object],
    ) -> None:
        self._page, self._session, self._shown, self._made = page, session, shown, made
        self._opened = opened

    @property
    def file(self) -> OfficeFile:
        """The open office."""
        return self._session().file

    def _open(self, form: Form, then: Callable[[str], object] | None = None) -> None:
        open_form(self._page, form, then)

    # ── something new ──

    def begin_plan(self, then: Callable[[str], object]) -> None:
        """Ask for a new plan's name."""
        self._open(dialogs.add_plan_form(self.file, board_id=self._session().board_id), then)

    def change_plan(self) -> None:
        """Another name or other dates."""
        self._open(dialogs.change_plan_form(self.file, self._shown().plan))

    def add_area(self) -> None:
        """Ask for a new area."""
        self._open(dialogs.add_area_form(self.file, self._shown().plan), self._made)

    def add_action(self, area: Area) -> None:
        """Ask for a new action, in this area unless another is chosen."""
        self._open(dialogs.add_action_form(self.file, self._shown().plan, area), self._made)

    def add_milestone(self, action: Action) -> None:
        """Ask for a new step of an action."""
        self._open(dialogs.add_milestone_form(self.file, self._shown().plan, action))

    def add_update(self, action: Action) -> None:
        """Ask what has happened."""
        self._open(report_dialogs.add_update_form(self.file, action, today=self._shown().today))

    def ask(self, action: Action) -> None:
        """Note a question of the board."""
        self._ask(CalledRecord("action", action.id, action.ref, action.text))

    def ask_about_kpi(self, kpi: Kpi) -> None:
        """Note a question of the board about a figure."""
        self._ask(CalledRecord("kpi", kpi.id, kpi.ref, kpi.wording))

    def _ask(self, about: CalledRecord) -> None:
        shown = self._shown()
        board_id = shown.plan.board_id or self._session().board_id
        self._open(questions.ask_form(self.file, about, board_id=board_id, today=shown.today))

    def answer(self, question: Challenge) -> None:
        """Note the answer."""
        self._open(questions.answer_form(self.file, question, today=self._shown().today))

    def open_board_action(self, action_id: str) -> None:
        """Show an action of a meeting in the action log."""
        self._opened("board_action", action_id)

    def open_decision(self, decision_id: str) -> None:
        """Show a decision in its register."""
        self._opened("decision", decision_id)

    def add_evidence(self, action: Action) -> None:
        """Name a file or link that supports an action."""
        self._open(report_dialogs.add_evidence_form(self.file, action))

    def add_highlight(self, area: Area, kind: str) -> None:
        """A line for the area's report."""
        self._open(report_dialogs.add_highlight_form(self.file, area, kind=kind, today=self._shown().today))

    # ── statuses ──

    def offer_statuses(self, of: Asked, at: QPoint | None = None) -> None:
        """A menu of the statuses it may be changed to, under the control just pressed unless said where."""
        check_may_write(self._page)
        menu = QMenu(self._page)
        menu.setAccessibleName("Change status to")
        for status in self._shown().plan.scheme.statuses:
            if of.declared is None or status.key != of.declared.key:
                menu.addAction(status.shown).triggered.connect(
                    lambda _on=False, status=status: self.change_status(of, status)
                )
        pop_up(menu, at or _below_focus(self._page))

    def change_status(self, of: Asked, new: Status) -> None:
        """Ask for the reason; the judgement is written with it."""
        shown = self._shown()
        is_area = isinstance(of, Area)
        write = judgements.set_area_status if is_area else judgements.set_status

        def keep(reason: Reason) -> None:
            write(
                self.file,
                of.id,
                reason.status_key,
                why=reason.text,
                as_at=reason.as_at,
                said_by=reason.said_by,
            )

        form = reason_form(
            keep,
            title=f"Change the status of {f'area {of.number}' if isinstance(of, Area) else of.ref}",
            record=of.title if isinstance(of, Area) else of.text,
            about=of.id,
            statuses=shown.plan.scheme.statuses,
            old=of.declared,
            new=new,
            today=shown.today,
            way=lambda status, as_at: shown.heading(shown.travel_to(of.judgements, status, as_at)),
        )
        self._open(form)

    def give_reason(self, judgement: Judgement, about: str) -> None:
        """The reason of a judgement that has none."""
        self._open(report_dialogs.give_reason_form(self.file, judgement, about=about))

    def set_path(self, judgement: Judgement, path: str) -> None:
        """What will bring it back on course."""
        judgements.give_reason(self.file, judgement.id, why=judgement.why, path_to_green=path)

    # ── words changed where they stand ──

    def edit_cell(self, row_id: str, key: str, value: str) -> None:
        """A cell of the table was changed; another status is asked about first."""
        shown = self._shown()
        if row_id in shown.action_of:
            if key in MILESTONE:
                MILESTONE[key].write(self.file, row_id, value)
        elif key == "status":
            new = shown.plan.scheme.find(value)
            if new is not None and new != shown.actions[row_id].declared:
                self.change_status(shown.actions[row_id], new)
        elif row_id in shown.actions:
            self.edit_action(row_id, key, value)

    def edit_action(self, action_id: str, key: str, value: str) -> None:
        """One field of an action."""
        ACTION[key].write(self.file, action_id, value)

    def edit_area(self, area_id: str, key: str, value: str) -> None:
        """One field of an area."""
        AREA[key].write(self.file, area_id, value)

    def edit_highlight(self, highlight_id: str, text: str) -> None:
        """Other words for the board; no words take the line out."""
        if text.strip():
            areas.change_highlight(self.file, highlight_id, text=text)
        else:
            areas.delete_highlight(self.file, highlight_id)

    def edit_update(self, update_id: str, text: str) -> None:
        """Other words for an update; no words take it out."""
        if text.strip():
            actions.change_update(self.file, update_id, text=text)
        else:
            actions.delete_update(self.file, update_id)

    def paste(self, cells: Sequence[tuple[str, str, str]]) -> None:
        """Cells pasted from a spreadsheet, as one change; a status wants its reason and is left out."""
        with self.file.change("Paste into the plan"):
            for row_id, key, words in cells:
                if key != "status":
                    self.edit_cell(row_id, key, words)

    # ── done, deleted, looked up ──

    def tick(self, milestone_id: str, *, done: bool) -> None:
        """A step is done, or is not."""
        milestones.set_done(self.file, milestone_id, done, on=self._shown().today if done else None)

    def delete_rows(self, row_ids: Sequence[str]) -> None:
        """Take actions and milestones out, as one change; undo brings all of it back."""
        shown = self._shown()
        found = [row_id for row_id in row_ids if row_id in shown.actions]
        steps = [
            row_id for row_id in row_ids if row_id in shown.action_of and shown.action_of[row_id] not in found
        ]
        if len(found) + len(steps) < 2:
            self._delete(found, steps)
            return
        with self.file.change(f"Delete {len(found) + len(steps)} rows of the plan"):
            self._delete(found, steps)

    def _delete(self, action_ids: Sequence[str], milestone_ids: Sequence[str]) -> None:
        for action_id in action_ids:
            actions.delete_action(self.file, action_id)
        for milestone_id in milestone_ids:
            milestones.delete_milestone(self.file, milestone_id)

    def delete_area(self, area: Area) -> None:
        """Take an area out with its actions."""
        areas.delete_area(self.file, area.id)

    def delete_highlight(self, highlight_id: str) -> None:
        """Take a line of the report out."""
        areas.delete_highlight(self.file, highlight_id)

    def show_history(self, of: Asked) -> None:
        """Everything that was ever changed on it."""
        open_dialog(HistoryDialog(self._page, self.file, of))

    def take_evidence(self, item: Evidence, action: Action) -> None:
        """It supports the action no longer."""
        evidence.withdraw(self.file, item.id, action.id)

    def open_evidence(self, item: Evidence) -> None:
        """Open a file or page with whatever the machine opens it with."""
        place = item.location.strip()
        url = QUrl.fromUserInput(place)
        if not place or not QDesktopServices.openUrl(url):
            raise Refused(f"{item.title} cannot be opened. It is said to be at {place or 'no place'}.")


def _below_focus(page: QWidget) -> QPoint:
    there = QApplication.focusWidget()
    return (there or page).mapToGlobal(QPoint(0, there.height() if there else 0))
