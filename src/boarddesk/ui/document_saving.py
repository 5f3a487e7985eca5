"""A document of a page put on disk: where is asked, it is composed off the window's thread, and said."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from boarddesk import issuing
from boarddesk.issuing import Prepared
from boarddesk.ui import background, office_dialogs
from boarddesk.ui.page import Page
from boarddesk.ui.widgets.banner import Tone

KINDS = {
    ".docx": "Word documents (*.docx)",
    ".xlsx": "Excel workbooks (*.xlsx)",
    ".ics": "Calendar files (*.ics)",
}


def file_name(title: str) -> str:
    """A title as the name of a file: without what Windows refuses."""
    plain = " ".join(title.replace("\N{NO-BREAK SPACE}", " ").split()).replace(": ", ", ")
    return "".join("-" if letter in '<>:"/\\|?*' else letter for letter in plain).strip(" .-")


def save_document(page: Page, prepared: Prepared, *, name: str, ending: str, issue: bool = False) -> None:
    """Ask for a path, write the document there, and say where it is; issued ones are kept in the office."""

    def write(path: Path) -> None:
        if issue:
            to_issue = prepared.to_issue
            background.run(lambda: to_issue.document, lambda _document: _issue(page, prepared, path))
        else:
            background.run(
                lambda: issuing.save_draft(prepared, path),
                lambda written: say_written(page, "Draft saved", written, asked=path),
            )

    title = "Issue the document: where shall it go?" if issue else "Save a draft of the document"
    called = name_of(prepared, name, issue=issue) + ending
    office_dialogs.ask_save(page, write, title=title, name=called, kinds=KINDS[ending])


def name_of(prepared: Prepared, name: str, *, issue: bool) -> str:
    """What its file is called: a draft of which day, or the version it is issued as."""
    return (prepared.to_issue if issue else prepared).edition.of_file(file_name(name))


def _issue(page: Page, prepared: Prepared, path: Path) -> None:
    done = issuing.issue(page.office.file, prepared, path, today=page.office.today)
    say_written(page, f"Issued, version {done.version}", done.paths[0], asked=path)


def say_written(page: Page, title: str, written: Path, *, asked: Path) -> None:
    """Where the document is, with a way to open it; beside the path asked for where that one is in use."""
    beside = "" if written == asked else f" {asked.name} is open in another program, so it stands beside it."
    page.tell(
        title,
        f"{written.name} in {written.parent.name or written.parent}.{beside}",
        tone=Tone.GOOD,
        deed=("Open it", lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(written)))),
    )
