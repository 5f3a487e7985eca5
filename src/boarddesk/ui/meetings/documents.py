"""The tab of a meeting's documents: what was issued for it, and what can be written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from boarddesk.issuing.document_kind import Audience, DocumentKind, DocumentQuery, Scope
from boarddesk.issuing.registry import DOCUMENT_KINDS, kind_of
from boarddesk.records import documents
from boarddesk.records.documents import IssuedDocument
from boarddesk.rules.people import Board
from boarddesk.rules.registers.register import Register
from boarddesk.rules.wording import day_in_short
from boarddesk.ui.action import Action
from boarddesk.ui.document_saving import save_document
from boarddesk.ui.meetings.part import MeetingPart
from boarddesk.ui.meetings.publication_form import publication_form
from boarddesk.ui.meetings.workspace import Workspace
from boarddesk.ui.page import Page
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.empty_state import EmptyState
from boarddesk.ui.widgets.flow import Flow
from boarddesk.ui.widgets.form_dialog import open_form
from boarddesk.ui.widgets.label import WrappedLabel
from boarddesk.ui.widgets.table.record_table import RecordTable
from boarddesk.ui.widgets.table.rows import Cell, Column, Ink, Kind, Row

COLUMNS = (
    Column("title", "Document", 260, stretch=True, names=True),
    Column("scope", "Copy", 110, ink=Ink.MUTED),
    Column("version", "Version", 72, kind=Kind.NUMBER, ink=Ink.MUTED),
    Column("form", "Form", 72, ink=Ink.MUTED),
    Column("issued", "Issued", 104, fits=120, ink=Ink.MUTED),
)
_NOTHING = (
    "What goes out for this meeting stands here as it was issued: the agenda and its versions, the pack and "
    "its supplements. Nothing has gone out yet."
)
DRAFTS = (
    "Each is written as a draft. The agenda is issued from its tab, what follows a meeting from its menu."
)
_FORMS = {".docx": "Word", ".pdf": "PDF"}


def meeting_kinds() -> tuple[DocumentKind, ...]:
    """The kinds of document there are of one meeting."""
    return tuple(kind for kind in DOCUMENT_KINDS if any(need.scope is Scope.MEETING for need in kind.needs))


def write_document(
    page: Page,
    key: str,
    meeting_id: str,
    *,
    number: str,
    issue: bool,
    copy: Audience = Audience.MEMBERS,
) -> None:
    """A document of a meeting: a draft, or issued and kept."""
    kind = kind_of(key)
    query = DocumentQuery(page.session.today, meeting_id=meeting_id, copy=copy)
    prepare = partial(kind.prepare, page.session.file, query)
    part = " actions" if copy is Audience.ACTIONS else ""
    save_document(page, prepare, name=f"{kind.title}{part} {number}", ending=kind.forms[0], issue=issue)


def documents_part(on: Workspace) -> MeetingPart:
    """The documents as a part of a meeting."""
    view = DocumentsView(on)
    return MeetingPart(
        "Documents",
        view,
        view.show_meeting,
        focus=view.focus_rows,
        next_step=lambda: None,
        actions=view.writes,
        count=lambda counts: counts.documents,
    )


class DocumentsView(QWidget):
    """Shows what was issued; each kind is written by its button."""

    def __init__(self, on: Workspace) -> None:
        super().__init__()
        self._on = on
        self.table = RecordTable("meeting documents", COLUMNS, noun=("document", "documents"))
        self.table.view.setAccessibleName("Documents issued for this meeting")
        self.table.set_empty(EmptyState("Nothing issued yet", _NOTHING))
        self.table.opened.connect(on.issued_requested.emit)
        opens = Action("Save as it was issued…", lambda: on.issued_requested.emit(self.table.chosen_id()))
        self.table.set_actions([opens])
        records = Action("Record what is out…", self._record, words="published website publication list")
        self.writes = (*(self._writing(kind) for kind in meeting_kinds()), records)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(Flow([buttons.secondary_of(action) for action in self.writes], down=8))
        column.addWidget(
            WrappedLabel(
                DRAFTS,
                "meta",
            )
        )
        column.addWidget(self.table, 1)
        self.setFocusProxy(self.table)

    def _writing(self, kind: DocumentKind) -> Action:
        own: Mapping[str, Callable[[], object]] = {
            "sign-in": self._on.sign_in_requested.emit,
            "calendar": self._on.calendar_requested.emit,
            "pack": partial(self._on.pack_requested.emit, False),
        }
        write = own.get(kind.key, partial(self._on.document_requested.emit, kind.key))
        return Action(f"{kind.title}…", write, words=f"document {kind.sentence}")

    def _record(self) -> None:
        """What of the meeting is on the website, put down by hand."""
        open_form(self, publication_form(self._on.session, self._on.meeting_id))

    def show_meeting(self, found: Register, _board: Board) -> None:
        """What was issued for a meeting, the newest first."""
        self.table.set_rows(
            [_row(issued) for issued in documents.issued(self._on.session.file, meeting_id=found.meeting.id)]
        )
        if not self.table.chosen_id():
            self.table.choose_first()

    def focus_rows(self) -> None:
        """The list."""
        self.table.view.setFocus()


def _row(issued: IssuedDocument) -> Row:
    known = {"member": "Members", "published": "Public", "actions": "Actions"}
    return Row(
        issued.id,
        {
            "title": Cell(issued.title, tip=issued.title),
            "scope": known.get(issued.scope, "–"),
            "version": Cell(str(issued.version), sort=issued.version),
            "form": _FORMS.get(issued.form, issued.form),
            "issued": Cell(day_in_short(issued.issued_on), sort=issued.issued_on),
        },
    )
