"""Dialogs for what is said of an action or area: updates, questions, answers, reasons, evidence."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from boarddesk.records import meetings
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.plan import actions, areas, challenges, evidence, judgements
from boarddesk.rules.plan.actions import Action, Area, Challenge, Judgement
from boarddesk.rules.refused import Refused
from boarddesk.ui.plan.dialogs import OPTIONAL, known_names
from boarddesk.ui.plan.fields import PlaceField, lines_field, names_field
from boarddesk.ui.widgets.choice import Choice
from boarddesk.ui.widgets.date_field import DateField
from boarddesk.ui.widgets.date_text import long_date
from boarddesk.ui.widgets.form_dialog import FormDialog

HIGHLIGHT_TITLES = {
    "done": "Done this period",
    "planned": "Planned next",
    "decide": "Decisions asked of the board",
    "help": "Help asked of the board",
}
"""What an area reports to its board, by kind, in the order of the report."""


def _day(field: DateField, key: str) -> date:
    day = field.value()
    if day is None:
        raise Refused("Give a date such as 9 Jun 2026.", field=key)
    return day


class UpdateDialog(FormDialog):
    """What has happened on an action."""

    def __init__(self, parent: QWidget, file: OfficeFile, action: Action, *, today: date) -> None:
        super().__init__(
            parent,
            title=f"Add update to {action.ref}",
            button="Add update",
            does=self._write,
            under=action.text,
            about=action.id,
        )
        self._file, self._action_id = file, action.id
        self.text = lines_field(lines=4)
        self.as_at = DateField(today, name="As at")
        self.said_by = names_field(known_names(file), action.owners[0] if len(action.owners) == 1 else "")
        self.add_row({"text": ("What has happened", self.text)})
        self.add_row({"as_at": ("As at", self.as_at), "said_by": ("Who reports it (optional)", self.said_by)})
        self.text.setFocus()

    def _write(self) -> None:
        actions.add_update(
            self._file,
            self._action_id,
            text=self.text.toPlainText(),
            as_at=_day(self.as_at, "as_at"),
            said_by=self.said_by.text().strip(),
        )


class QuestionDialog(FormDialog):
    """A question of the board about an action, which stays until it is answered."""

    def __init__(
        self, parent: QWidget, file: OfficeFile, action: Action, *, board_id: str | None, today: date
    ) -> None:
        super().__init__(
            parent,
            title=f"Ask about {action.ref}",
            button="Ask",
            does=self._write,
            under="A question of the board stays here, and in the highlight report, until it is answered.",
            about=action.id,
        )
        self._file, self._action_id = file, action.id
        known = meetings.meetings(file, board_id) if board_id else []
        held = [one for one in known if one.state.was_held and one.date <= today]
        self._days = {one.id: one.date for one in held}
        choices = [(one.id, f"{meetings.title(file, one)}, {long_date(one.date)}") for one in held[:-13:-1]]
        self.meeting = Choice([*choices, ("", "Not at a meeting")], name="Asked at")
        self.meeting.choose(choices[0][0] if choices else "")
        self.text = lines_field()
        self.asked_by = names_field(known_names(file))
        self.asked_on = DateField(self._days.get(self.meeting.value(), today), name="On")
        self.meeting.picked.connect(self._take_day)
        self.add_row({"text": ("The question", self.text)})
        self.add_row({"asked_by": ("Who asked", self.asked_by)}, hints={"asked_by": OPTIONAL})
        self.add_row({"meeting": ("Asked at", self.meeting), "asked_on": ("On", self.asked_on)})
        self.text.setFocus()

    def _take_day(self, meeting_id: str) -> None:
        if meeting_id in self._days:
            self.asked_on.set_value(self._days[meeting_id])

    def _write(self) -> None:
        challenges.ask(
            self._file,
            self._action_id,
            text=self.text.toPlainText(),
            asked_on=_day(self.asked_on, "asked_on"),
            asked_by=self.asked_by.text().strip(),
            meeting_id=self.meeting.value() or None,
        )


class AnswerDialog(FormDialog):
    """The answer to a question of the board."""

    def __init__(self, parent: QWidget, file: OfficeFile, question: Challenge, *, today: date) -> None:
        super().__init__(
            parent,
            title="Answer the board",
            button="Answer the board",
            does=self._write,
            under=f"“{question.text}”",
            about=question.id,
        )
        self._file, self._question_id = file, question.id
        self.text = lines_field()
        self.on = DateField(today, name="On")
        self.add_row({"answer": ("The answer", self.text)})
        self.add_row({"answered_on": ("On", self.on)})
        self.text.setFocus()

    def _write(self) -> None:
        challenges.answer(
            self._file,
            self._question_id,
            answer=self.text.toPlainText(),
            answered_on=_day(self.on, "answered_on"),
        )


class GiveReasonDialog(FormDialog):
    """The reason of a judgement that came without one, or in better words, and the way back."""

    def __init__(self, parent: QWidget, file: OfficeFile, judgement: Judgement, *, about: str) -> None:
        super().__init__(
            parent, title=f"Why is {about}?", button="Give reason", does=self._write, about=judgement.id
        )
        self._file, self._judgement_id = file, judgement.id
        self.why = lines_field(judgement.why)
        self.path = lines_field(judgement.path_to_green, lines=2)
        kept = "Kept with the status and printed in the highlight report."
        self.add_row({"why": ("Reason", self.why)}, hints={"why": kept})
        self.add_row(
            {"path": ("Path to green", self.path)},
            hints={"path": "Optional: what will bring it back on course, and by when."},
        )
        self.why.setFocus()

    def _write(self) -> None:
        judgements.give_reason(
            self._file,
            self._judgement_id,
            why=self.why.toPlainText(),
            path_to_green=self.path.toPlainText(),
        )


class EvidenceDialog(FormDialog):
    """What supports an action: something new, or evidence the office has already."""

    def __init__(self, parent: QWidget, file: OfficeFile, action: Action) -> None:
        super().__init__(
            parent, title=f"Add evidence to {action.ref}", button="Add evidence", does=self._write
        )
        self._file, self._action_id = file, action.id
        known = [item.evidence for item in evidence.all_evidence(file) if action.id not in item.action_ids]
        words = [(one.id, " · ".join(part for part in (one.reference, one.title) if part)) for one in known]
        self.known = Choice([("", "New evidence"), *words], name="Evidence")
        self.title, self.reference, self.place = QLineEdit(), QLineEdit(), PlaceField()
        self.known.picked.connect(self._judge)
        if known:
            self.add_row({"evidence": ("Evidence", self.known)})
        self.add_row({"title": ("Title", self.title)})
        self.add_row(
            {"reference": ("Reference", self.reference)}, hints={"reference": "Optional, such as E-48."}
        )
        self.add_row({"location": ("File or link", self.place)}, hints={"location": OPTIONAL})
        self.title.setFocus()

    def _judge(self, evidence_id: str) -> None:
        for key in ("title", "reference", "location"):
            self.fields[key].setEnabled(not evidence_id)

    def _write(self) -> None:
        if self.known.value():
            evidence.support(self._file, self.known.value(), self._action_id)
            return
        evidence.add_evidence(
            self._file,
            title=self.title.text(),
            reference=self.reference.text().strip(),
            location=self.place.text(),
            action_ids=(self._action_id,),
        )


class HighlightDialog(FormDialog):
    """A line of an area's report to the board."""

    def __init__(self, parent: QWidget, file: OfficeFile, area: Area, *, kind: str, today: date) -> None:
        super().__init__(
            parent,
            title=HIGHLIGHT_TITLES[kind],
            button="Add to report",
            does=self._write,
            under=f"For the highlight report of area {area.number}.",
            about=f"{area.id} {kind}",
        )
        self._file, self._area_id, self._kind = file, area.id, kind
        self.text = lines_field(lines=2)
        self.as_at = DateField(today, name="As at")
        self.add_row({"text": ("What the board reads", self.text)})
        self.add_row({"as_at": ("As at", self.as_at)})
        self.text.setFocus()

    def _write(self) -> None:
        areas.add_highlight(
            self._file,
            self._area_id,
            kind=self._kind,
            text=self.text.toPlainText(),
            as_at=_day(self.as_at, "as_at"),
        )
