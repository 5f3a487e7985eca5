"""Retention: every class with its years and what is due, certificates, and the first step of erasing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.retention.classes import leave_class, retention_classes, take_proposals
from boarddesk.records.retention.purging import certificates, preview_purge
from boarddesk.rules.retention import Certificate, PurgePreview, RetentionClass
from boarddesk.ui.action import Action
from boarddesk.ui.look.theme import look
from boarddesk.ui.retention.forms import purge_form, retention_class_form, said_of
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.date_text import long_date
from boarddesk.ui.widgets.form_dialog import FormDialog
from boarddesk.ui.widgets.label import WrappedLabel, label
from boarddesk.ui.widgets.opening import is_read_only, open_to_write
from boarddesk.ui.widgets.table.record_table import RecordTable
from boarddesk.ui.widgets.table.rows import Cell, Column, Ink, Kind, Row
from boarddesk.ui.widgets.window_place import resize_within

TITLE = "Retention"
CLASSES = (
    Column("what", "What", 190),
    Column("kept", "Kept for", 330, stretch=True),
    Column("due", "Due now", 76, kind=Kind.NUMBER),
    Column("why", "Why", 220, stretch=True, ink=Ink.MUTED, from_width=1100),
)
CERTIFICATES = (
    Column("number", "Certificate", 84, kind=Kind.NUMBER),
    Column("made_on", "Day", 130, ink=Ink.MUTED),
    Column("what", "What was erased", 220, stretch=True),
    Column("how_many", "How many", 84, kind=Kind.NUMBER),
    Column("why", "Why", 200, stretch=True, from_width=700),
)
_SAID = (
    "Confirmed minutes, decisions, registers and certificates are kept for good. What stands below is erased "
    "once it is due and somebody says so: out of the lists, the history and the papers."
)


class RetentionDialog(QDialog):
    """Opened over a page; `tell` says there what was erased."""

    def __init__(
        self, parent: QWidget, file: OfficeFile, *, today: date, tell: Callable[[str, str], object]
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(TITLE)
        self.setAccessibleName(TITLE)
        self._file, self._today, self._tell = file, today, tell
        self._classes: dict[str, RetentionClass] = {}
        self._preview = PurgePreview(0, ())
        self.classes = RecordTable("retention classes", CLASSES, noun=("class", "classes"))
        self.classes.set_actions(self._row_actions())
        self.classes.opened.connect(lambda _key: self._change())
        self.certificates = RecordTable("certificates", CERTIFICATES, noun=("certificate", "certificates"))
        self._no_certificate = label("No certificate yet: nothing was ever erased for good.", "muted")
        self._propose = buttons.secondary("Take the proposals", self._take)
        self._erase = buttons.on_ctrl_enter(buttons.primary("Erase what is due…", self._look))
        self._lay_out()
        resize_within(self, look().px(900), look().px(560))
        self.renew()
        self.classes.choose_first()
        self.classes.setFocus()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(TITLE, "title"))
        column.addWidget(WrappedLabel(_SAID, "muted"))
        column.addWidget(self.classes, 3)
        column.addWidget(label("Certificates of deletion", "section"))
        column.addWidget(self._no_certificate)
        column.addWidget(self.certificates, 2)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(buttons.secondary("Change…", self._change))
        foot.addWidget(self._propose)
        foot.addStretch(1)
        foot.addWidget(buttons.secondary("Close", self.accept))
        foot.addWidget(self._erase)
        column.addLayout(foot)

    def _row_actions(self) -> list[Action]:
        return [
            Action("Change how long it is kept…", self._change, row_title="Change…", row_keys="F2"),
            Action("Leave open how long it is kept", self._leave, row_title="Leave open", row_keys="Del"),
        ]

    def renew(self) -> None:
        """As the office stands now."""
        self._classes = {of.kind.key: of for of in retention_classes(self._file)}
        self._preview = preview_purge(self._file, today=self._today)
        due = {found.of.kind.key: found.how_many for found in self._preview.due}
        self.classes.set_rows([_class_row(of, due.get(key)) for key, of in self._classes.items()])
        made = certificates(self._file)
        self.certificates.set_rows(list(_certificate_rows(made)))
        self.certificates.setVisible(bool(made))
        self._no_certificate.setVisible(not made)
        writable = not is_read_only(self)
        self._propose.setVisible(writable and any(not of.is_decided for of in self._classes.values()))
        self._erase.setEnabled(writable and bool(self._preview.due))

    def _change(self) -> None:
        of = self._classes.get(self.classes.chosen_id())
        if of is not None:
            open_to_write(FormDialog(self, retention_class_form(self._file, of, done=self.renew)))

    def _leave(self) -> None:
        of = self._classes.get(self.classes.chosen_id())
        if of is not None and of.is_decided and not is_read_only(self):
            leave_class(self._file, of.kind)
            self.renew()

    def _take(self) -> None:
        take_proposals(self._file)
        self.renew()

    def _look(self) -> None:
        preview = self._preview

        def done(number: int) -> None:
            self.renew()
            self._tell(*said_of(number, preview))

        open_to_write(FormDialog(self, purge_form(self._file, preview, today=self._today, done=done)))


def _class_row(of: RetentionClass, due: int | None) -> Row:
    kept = of.sentence if of.is_decided else f"Not decided; proposed: {of.sentence}"
    return Row(
        of.kind.key,
        {
            "what": Cell(of.kind.title, tip=of.kind.goes),
            "kept": Cell(kept, tip=f"{kept}. {of.why}"),
            "due": Cell("–" if due is None else f"{due:,}", sort=due or 0),
            "why": Cell(of.why, tip=of.why),
        },
    )


def _certificate_rows(made: tuple[Certificate, ...]) -> Iterator[Row]:
    for certificate in made:
        yield Row(
            str(certificate.number),
            {
                "number": Cell(str(certificate.number), sort=certificate.number),
                "made_on": Cell(long_date(certificate.made_on), sort=certificate.made_on.toordinal()),
                "what": Cell(certificate.what, tip="\n".join(certificate.content)),
                "how_many": Cell(f"{certificate.how_many:,}", sort=certificate.how_many),
                "why": Cell(certificate.why, tip=certificate.why),
            },
        )
