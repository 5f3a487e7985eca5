"""A document of a page put on disk: where is asked, it is composed off the window's thread, and said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from boarddesk.disk.saving import why_beside
from boarddesk.issuing.document_kind import PreparedDocument
from boarddesk.issuing.issue import issue as issue_document
from boarddesk.issuing.issue import save_draft, save_issued
from boarddesk.issuing.left_over import left_over
from boarddesk.records import documents
from boarddesk.records.verifying import refuse_unsound
from boarddesk.reports.document import Document
from boarddesk.rules.file_names import FORBIDDEN, safe_name
from boarddesk.rules.wording import listed, one_line
from boarddesk.ui import background, office_dialogs
from boarddesk.ui.left_over_form import with_reason
from boarddesk.ui.page import Page
from boarddesk.ui.widgets.banner import Tone

Result = TypeVar("Result")

KINDS = {
    ".docx": "Word documents (*.docx)",
    ".pdf": "PDFs (*.pdf)",
    ".xlsx": "Excel workbooks (*.xlsx)",
    ".ics": "Calendar files (*.ics)",
    ".eml": "E-mail drafts (*.eml)",
}


def file_name(title: str) -> str:
    """A title as the name of a file that every disk takes."""
    plain = one_line(title).replace(": ", ", ")
    return safe_name(FORBIDDEN.sub("-", plain).strip(" .-"), otherwise="Document")


@dataclass(frozen=True)
class _Saving:
    """A document on its way to the disk; the buttons that asked for it rest until it is there."""

    page: Page
    prepare: Callable[[], PreparedDocument]
    path: Path
    rests: Sequence[QWidget]
    reason: str = ""
    with_html: bool = False

    def draft(self) -> None:
        """Composed and written beside the window."""
        prepared, path = self.prepare(), self.path
        self._run(lambda: save_draft(prepared, path), partial(self._end, "Draft saved"))

    def issue(self) -> None:
        """The file looked through and the document composed beside the window, then kept and written; both
        anew where the office changed meanwhile.
        """
        file, prepared = self.page.session.file, self.prepare()
        at, to_issue = file.commit_number, prepared.to_issue

        def compose() -> Document:
            refuse_unsound(prepared.source)
            return to_issue.document

        def composed(_document: Document) -> None:
            if file.commit_number != at:
                self.issue()
                return
            today, html = self.page.session.today, self.with_html
            done = issue_document(file, prepared, self.path, today=today, with_html=html, reason=self.reason)
            self._end(f"Issued, version {done.version}", *done.paths)

        self._run(compose, composed)

    def _run(self, job: Callable[[], Result], on_done: Callable[[Result], None]) -> None:
        self._rest(rests=True)

        def done(outcome: Result) -> None:
            self._rest(rests=False)
            on_done(outcome)

        background.run(job, done, self._fail, of=self.page)

    def _rest(self, *, rests: bool) -> None:
        for button in self.rests:
            button.setEnabled(not rests)

    def _fail(self, error: Exception) -> None:
        self._rest(rests=False)
        raise error

    def _end(self, title: str, written: Path, *twins: Path) -> None:
        say_written(self.page, title, written, *twins, asked=self.path)


def write_document(
    page: Page,
    prepare: Callable[[], PreparedDocument],
    path: Path,
    *,
    issue: bool = False,
    rests: Sequence[QWidget] = (),
    reason: str = "",
    with_html: bool = False,
) -> None:
    """Write it there beside the window's work, and say where it is; issued it is kept in the office."""
    saving = _Saving(page, prepare, path, rests, reason, with_html)
    (saving.issue if issue else saving.draft)()


def save_document(
    page: Page,
    prepare: Callable[[], PreparedDocument],
    *,
    name: str,
    ending: str,
    issue: bool = False,
    rests: Sequence[QWidget] = (),
) -> None:
    """Ask for a path, write the document there, and say where it is; issued ones are kept in the office.

    It is prepared once to be refused before anything is asked, and again from the office as it is by then.
    Where placeholders are left in what is issued, why it goes out is asked first.
    """
    prepared = prepare()

    def ask_where(reason: str) -> None:
        def write(path: Path) -> None:
            write_document(page, prepare, path, issue=issue, rests=rests, reason=reason)

        title = "Issue the document: where shall it go?" if issue else "Save a draft of the document"
        called = name_of(prepared, name, issue=issue) + ending
        office_dialogs.ask_save(page, write, title=title, name=called, kinds=KINDS[ending])

    if issue:
        # Composed for it beside the window: a long report would hold the window up otherwise.
        background.run(
            lambda: left_over(prepared), lambda found: with_reason(page, found, ask_where), of=page
        )
    else:
        ask_where("")


def ask_for_issued(page: Page, document_id: str) -> None:
    """Write an issued document again, exactly as it was issued."""
    file, kept = page.session.file, documents.document(page.session.file, document_id)

    def save(path: Path) -> None:
        written = save_issued(file, document_id, path)
        say_written(page, "Saved as it was issued", written, asked=path)

    def write(path: Path) -> None:
        background.run(lambda: refuse_unsound(file.on_disk), lambda _sound: save(path), of=page)

    name = f"{file_name(kept.title)}, version {kept.version}{kept.form}"
    office_dialogs.ask_save(page, write, title="Save the issued document", name=name, kinds=KINDS[kept.form])


def name_of(prepared: PreparedDocument, name: str, *, issue: bool) -> str:
    """What its file is called: a draft of which day, or the version it is issued as."""
    return (prepared.to_issue if issue else prepared).edition.of_file(file_name(name))


def say_written(page: Page, title: str, written: Path, *twins: Path, asked: Path) -> None:
    """Where the document is, its twins by name, and a way to open it.

    It stands beside the path asked for where that one is in use.
    """
    names = listed([path.name for path in (written, *twins)])
    why = why_beside(written, asked)
    beside = f" {why}, so it stands beside it." if why else ""
    page.tell(
        title,
        f"{names} in {written.parent.name or written.parent}.{beside}",
        tone=Tone.GOOD,
        action=("Open it", lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(written)))),
    )
