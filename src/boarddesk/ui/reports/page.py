"""The Reports page: choose a document and its scope, see the document itself, issue it or save a draft."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from boarddesk.issuing.document_kind import DocumentKind, DocumentQuery, PreparedDocument
from boarddesk.issuing.left_over import left_over
from boarddesk.issuing.registry import kind_of, kinds_by_reader
from boarddesk.records import boards, documents
from boarddesk.records.plan import plans
from boarddesk.reports.accessibility.checker import RULES
from boarddesk.reports.document import Page as Paper
from boarddesk.rules.people import Board
from boarddesk.rules.refused import Refused
from boarddesk.rules.wording import lower_first
from boarddesk.ui import background, office_dialogs
from boarddesk.ui.action import Action
from boarddesk.ui.document_saving import KINDS as WRITTEN_AS
from boarddesk.ui.document_saving import ask_for_issued, name_of, write_document
from boarddesk.ui.left_over_form import with_reason
from boarddesk.ui.look.theme import look
from boarddesk.ui.look.tokens import Shape
from boarddesk.ui.page import Page
from boarddesk.ui.reports.gallery import Gallery
from boarddesk.ui.reports.issued import IssuedDocuments
from boarddesk.ui.reports.ready_report import ReadyReport, made_ready
from boarddesk.ui.reports.scope_form import ScopeForm
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.document_preview import DocumentPreview
from boarddesk.ui.widgets.empty_state import EmptyState
from boarddesk.ui.widgets.label import ElidedLabel, WrappedLabel, label, set_role
from boarddesk.ui.widgets.shape_sign import ShapeSign

SIDE = 296
NOTHING = (
    "A document stands here as it will be printed, once there is a board with a plan or a register. "
    "Bring in the ones you have."
)
PREPARING = "is being prepared …"
PREPARING_ANEW = "is being prepared. Below still stands the one before."


@dataclass(frozen=True)
class _Question:
    """What was asked for when a document was prepared."""

    kind: DocumentKind
    asked: DocumentQuery


@dataclass(frozen=True)
class _Waits:
    """Somebody who goes on once the document asked for is prepared."""

    question: _Question
    then: Callable[[PreparedDocument, _Question], object]
    issue: bool


class ReportsPage(Page):
    """A gallery by reader, scope under it, the document at the right with its checks."""

    name, title, icon = "reports", "Reports", "reports"
    opens = frozenset({"report"})

    def __init__(self) -> None:
        super().__init__()
        self._board: Board | None = None
        self._shown: ReadyReport | None = None
        self._asked_for = 0
        self._stands = False  # whether a document is in sight, be it the one before
        self._waits: _Waits | None = None
        self.draft = buttons.secondary("Save a draft", self.save_draft)
        self.excel = buttons.secondary("Excel", lambda: self.save_draft(".xlsx"), icon="excel")
        self.issue_button = buttons.primary("Issue report", self.issue)
        for control in (self.excel, self.draft, self.issue_button):
            self.header.add(control)
        self._kinds = kinds_by_reader()
        self.gallery = Gallery(self._kinds)
        self.gallery.chosen.connect(lambda _key: self._choose())
        self.scope = ScopeForm()
        self.scope.show_kind(self._kinds[0])
        self.scope.changed.connect(self._prepare)
        self.issued = IssuedDocuments(partial(ask_for_issued, self))
        self.preview = DocumentPreview()
        self._lay_out()

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(14)
        side.addWidget(self.gallery)
        side.addWidget(self.scope)
        side.addWidget(self.issued)
        side.addStretch(1)
        holder = QWidget()
        holder.setFixedWidth(look().px(SIDE))
        holder.setLayout(side)
        side.setContentsMargins(0, 0, 0, 0)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._bar())
        right.addWidget(self.preview, 1)
        self.nothing = EmptyState(
            "Nothing to report yet",
            NOTHING,
            buttons=[buttons.secondary("Bring in plan and registers", self._import)],
        )
        self.nothing.hide()
        right.addWidget(self.nothing, 1)
        across = QHBoxLayout()
        across.setSpacing(16)
        across.addWidget(holder)
        across.addLayout(right, 1)
        self.body.addLayout(across, 1)

    def _bar(self) -> QWidget:
        self.bar = QWidget()
        self.bar.setProperty("ground", "side")
        column = QVBoxLayout(self.bar)
        column.setContentsMargins(16, 0, 16, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.addStrut(look().px(36))
        row.setSpacing(8)
        self.document_title = ElidedLabel("", "section")
        self.document_title.setObjectName("document title")
        self.verdict = ElidedLabel("", "muted")
        self._good, self._bad = ShapeSign(Shape.TICK, ink="good"), ShapeSign(Shape.TRIANGLE, ink="bad")
        for shown in (self.document_title, self._good, self._bad, self.verdict):
            row.addWidget(shown)
        row.addStretch(1)
        self.length = label("", "muted")
        row.addWidget(self.length)
        column.addLayout(row)
        self.breaks = WrappedLabel("", "bad")
        self.breaks.setContentsMargins(0, 0, 0, look().px(8))
        column.addWidget(self.breaks)
        self._say("")
        return self.bar

    def _say(self, verdict: str, *, breaks: str = "") -> None:
        """What stands beside the document's title is never cut, and what breaks a rule stands whole below."""
        self.verdict.setText(verdict)
        self.verdict.setMinimumWidth(self.verdict.sizeHint().width())
        self.breaks.setText(breaks)
        self.breaks.setVisible(bool(breaks))
        set_role(self.verdict, "bad" if breaks else "muted")

    # ── showing ──

    def reload(self) -> None:
        """Offer the board's scope again and prepare the chosen document anew."""
        self._board = self._board_shown()
        for part in (self.scope, self.issued):
            part.setVisible(self._board is not None)
        if self._board is None:
            self._show_nothing()
            return
        self.scope.fill(self.session.file, self._board, self.session.today)
        self.header.set_detail(self._board.name)
        if self.gallery.chosen_id():
            self._choose()
        else:
            self.gallery.choose(self._kinds[0].key)

    def _board_shown(self) -> Board | None:
        """The board chosen above; with all of them, the one the first plan answers to."""
        known = boards.boards(self.session.file)
        owners = [plan.board_id for plan in plans.plans(self.session.file)]
        wanted = (
            [self.session.board_id] if self.session.board_id else [*owners, *(board.id for board in known)]
        )
        return next((board for key in wanted for board in known if board.id == key), None)

    def _kind(self) -> DocumentKind:
        return kind_of(self.gallery.chosen_id() or self._kinds[0].key)

    def _choose(self) -> None:
        kind = self._kind()
        self.scope.show_kind(kind)
        with self.hearing():
            found = documents.issued(self.session.file, kind=kind.key, board_id=self.session.board_id)
            self.issued.show_documents(found)
        buttons.reword(self.issue_button, f"Issue {kind.noun}")
        self.issue_button.setVisible(kind.is_issued)
        self._prepare()

    def _prepare(self) -> Refused | None:
        """Make the document off the window's thread; only the last one asked for is shown.

        Until it is there nothing can be issued: what stands on the page is the one before.
        """
        if self._board is None:
            return Refused("There is nothing to report yet. Bring in a plan or a register first.")
        question = self._question(self._board)
        self._asked_for += 1
        number = self._asked_for
        self._keep_waiting(question)
        try:
            with self.hearing():
                prepared = question.kind.prepare(self.session.file, question.asked)
        except Refused as no:
            self._show_nothing(no.sentence)
            return no
        self._say_preparing(question.kind)
        to_issue = self._waits is not None and self._waits.issue
        background.run(
            lambda: made_ready(prepared, to_issue=to_issue),
            lambda shown: self._show(shown, number),
            lambda error: self._fail(error, number),
            of=self,
        )
        return None

    def _question(self, board: Board) -> _Question:
        return _Question(self._kind(), self.scope.query(board, self.session.today))

    def _keep_waiting(self, question: _Question) -> None:
        """Who waits for a document gets that one, with what was written meanwhile, and never another."""
        if self._waits is not None and self._waits.question != question:
            self._waits = None
            self.tell("Nothing was written: another document was chosen meanwhile.")

    def _say_preparing(self, kind: DocumentKind) -> None:
        """The buttons rest; what still stands below is said to be the one before."""
        self._shown = None
        for part in (self.bar, self.preview):
            part.show()
        self.nothing.hide()
        self.document_title.setText(kind.title)
        self._say(PREPARING_ANEW if self._stands else PREPARING)
        self.length.setText("")
        for sign in (self._good, self._bad):
            sign.hide()
        self._enable(None)

    def _fail(self, error: Exception, number: int) -> None:
        """What cannot be composed is not shown, and nobody waits for it."""
        if number == self._asked_for:
            self._show_nothing()
            raise error

    def _show(self, shown: ReadyReport, number: int) -> None:
        if number != self._asked_for:
            return
        self._shown, self._stands = shown, True
        document = shown.prepared.document
        self.preview.set_landscape(landscape=document.page is Paper.LANDSCAPE)
        self.preview.show_html(shown.preview)
        self.document_title.setText(document.running_title)
        broken = len(shown.broken)
        self._good.setVisible(not broken)
        self._bad.setVisible(bool(broken))
        held = f"{len(RULES) - broken} of {len(RULES)} accessibility rules hold"
        self._say(held, breaks="\n".join(shown.broken))
        self.length.setText("Landscape" if document.page is Paper.LANDSCAPE else "")
        self._enable(shown.prepared)
        waits, self._waits = self._waits, None
        if waits is not None:
            waits.then(shown.prepared, waits.question)

    def _enable(self, prepared: PreparedDocument | None) -> None:
        self.draft.setEnabled(prepared is not None)
        self.issue_button.setEnabled(prepared is not None and not self.session.file.read_only)
        self.excel.setVisible(prepared is not None and ".xlsx" in prepared.kind.forms)

    def _show_nothing(self, sentence: str = "") -> None:
        self._shown, self._stands, self._waits = None, False, None
        self._asked_for += 1  # what is still being prepared is asked for no longer
        self.preview.show_html("")
        for part in (self.bar, self.preview):
            part.hide()
        self.nothing.say(sentence or NOTHING)
        self.nothing.show()
        self._enable(None)
        self.header.set_detail(self._board.name if self._board is not None else "")

    # ── actions ──

    def _once_prepared(
        self, then: Callable[[PreparedDocument, _Question], object], *, issue: bool = False
    ) -> None:
        """Prepare anew what is chosen now, as the office is now; then go on with exactly that."""
        if self._board is not None:
            self._waits = _Waits(self._question(self._board), then, issue)
        refused = self._prepare()
        if refused is not None:
            raise refused

    def _ask_where(
        self, prepared: PreparedDocument, ending: str, write: Callable[[Path], object], *, issue: bool = False
    ) -> None:
        """Where to write is asked, starting from the document's own name."""
        noun = self._kind().noun
        title = f"Issue the {noun}: where shall it go?" if issue else f"Save a draft of the {noun}"
        name = name_of(prepared, prepared.document.title, issue=issue) + ending
        office_dialogs.ask_save(self, write, title=title, name=name, kinds=WRITTEN_AS[ending])

    def save_draft(self, ending: str = "") -> None:
        """Write the document without keeping it in the office; in its usual form where none is named."""
        self._once_prepared(lambda made, _of: self._write_draft(made, ending or made.kind.forms[0]))

    def _write_draft(self, prepared: PreparedDocument, ending: str) -> None:
        def write(path: Path) -> None:
            write_document(self, lambda: prepared, path, rests=self._offered())

        self._ask_where(prepared, ending, write)

    def _offered(self) -> list[QPushButton]:
        """The buttons that rest while a document is written."""
        return [button for button in (self.draft, self.issue_button, self.excel) if button.isEnabled()]

    def issue(self) -> None:
        """Freeze the document in the office and write it; with placeholders left, once it is said why."""

        def ask(prepared: PreparedDocument, question: _Question) -> None:
            with_reason(self, left_over(prepared), partial(self._write_issue, prepared, question))

        self._once_prepared(ask, issue=True)

    def _write_issue(self, prepared: PreparedDocument, question: _Question, reason: str) -> None:
        """As it was shown, or anew where the office changed while it was asked where it shall go."""
        file = self.session.file
        at = file.commit_number

        def prepare() -> PreparedDocument:
            return prepared if file.commit_number == at else question.kind.prepare(file, question.asked)

        def write(path: Path) -> None:
            twin = self.scope.twin.isChecked()
            rests = self._offered()
            write_document(self, prepare, path, issue=True, rests=rests, reason=reason, with_html=twin)

        self._ask_where(prepared, prepared.kind.forms[0], write, issue=True)

    def _import(self) -> None:
        self.open_requested.emit("import", "")

    def focus_first(self) -> None:
        """The gallery."""
        self.gallery.view.setFocus()

    def open_record(self, kind: str, record_id: str) -> None:
        """Choose a kind of document by its key."""
        self.gallery.choose(record_id)

    def commands(self) -> Sequence[Action]:
        """What the Reports menu offers: each document, and both ways out."""
        go = partial(self.open_requested.emit, "report")
        kinds = [
            Action(kind.title, partial(go, kind.key), menu="Reports", icon="word") for kind in self._kinds
        ]

        def there_is_one() -> bool:
            return self._board_shown() is not None

        def may_issue() -> bool:
            return there_is_one() and not self.session.file.read_only

        def may_issue_this() -> bool:
            return may_issue() and self._kind().is_issued

        drafts = Action(
            "Save a draft…", self.save_draft, "Reports", words="report document word", applies=there_is_one
        )
        issues = Action(
            "Issue report…", self.issue, "Reports", words="document publish", applies=may_issue_this
        )
        of_kinds = [
            Action(
                f"Issue {lower_first(kind.title)}…",
                partial(self._issue_kind, kind.key),
                words="document publish word",
                applies=may_issue,
            )
            for kind in self._kinds
            if kind.is_issued
        ]
        return (*kinds, drafts, issues, *of_kinds)

    def _issue_kind(self, key: str) -> None:
        self.gallery.choose(key)
        self.issue()
