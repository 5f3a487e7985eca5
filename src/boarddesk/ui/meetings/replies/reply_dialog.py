"""What a member answered before the meeting: coming, apologies or a deputy, and why."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from boarddesk.records import people
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.registers import taking as attendance
from boarddesk.rules.registers.quorum import Answer, Reply
from boarddesk.rules.registers.register import RollRow
from boarddesk.ui.meetings.register.deputies import deputy_choices, named_deputies
from boarddesk.ui.widgets.choice import Choice
from boarddesk.ui.widgets.form_dialog import FormDialog


class ReplyDialog(FormDialog):
    """Fields stand only where the answer has use for them."""

    def __init__(
        self, parent: QWidget, file: OfficeFile, meeting_id: str, row: RollRow, *, reply: Reply | None
    ) -> None:
        super().__init__(
            parent,
            title=f"Reply of {row.who}",
            button="Keep reply",
            does=self._write,
            under=", ".join(part for part in (row.seat_title, row.organisation) if part),
        )
        self._file, self._meeting_id, self._row = file, meeting_id, row
        answers = [(answer.value, answer.value.capitalize()) for answer in Answer]
        self.answer = Choice([("", "No reply"), *answers], name="Reply")
        self.answer.choose(reply.answer if reply else "")
        deputies = named_deputies(file, row)
        self.deputy = Choice(deputy_choices(row, deputies, people.people(file)), name="Deputy")
        self.deputy.choose(reply.deputy_id or "" if reply else "")
        self.reason = QLineEdit(reply.reason if reply else "")
        self.add_row({"answer": ("Reply", self.answer)})
        self.add_row({"deputy": ("Deputy", self.deputy)})
        self.add_row({"reason": ("Reason", self.reason)}, hints={"reason": "Optional, only where given."})
        self.answer.picked.connect(lambda _value: self.fit())
        self.fit()
        self.answer.setFocus()

    def fit(self) -> None:
        """Show the fields that belong to the answer chosen."""
        self.fields["deputy"].setVisible(self.answer.value() == Answer.DEPUTY)
        self.fields["reason"].setVisible(self.answer.value() == Answer.APOLOGIES)
        self.adjustSize()

    def _write(self) -> None:
        answer = Answer(self.answer.value()) if self.answer.value() else None
        attendance.reply(
            self._file,
            self._meeting_id,
            self._row.seat_id,
            answer=answer,
            deputy_id=(self.deputy.value() or None) if answer is Answer.DEPUTY else None,
            reason=self.reason.text().strip() if answer is Answer.APOLOGIES else "",
        )
