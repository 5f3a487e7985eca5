"""The pack of the open meeting, saved or issued: made off the window's thread before anything is asked."""

from __future__ import annotations

from boarddesk.issuing.document_kind import DocumentQuery, PreparedDocument
from boarddesk.issuing.pack import PACK
from boarddesk.reports.document import Document
from boarddesk.ui import background
from boarddesk.ui.document_saving import save_document
from boarddesk.ui.page import Page
from boarddesk.ui.widgets.banner import Tone

MAKING = "The pack is being made"
MAKING_ADVICE = "Word papers are turned into PDFs first; then it is asked where the pack goes."


def ask_for_pack(page: Page, meeting_id: str, *, name: str, issue: bool) -> None:
    """Made as the office is now; where that changed meanwhile it is made anew once its place is known."""
    file, query = page.session.file, DocumentQuery(page.session.today, meeting_id=meeting_id)
    made, at = PACK.prepare(file, query), file.commit_number

    def prepare() -> PreparedDocument:
        return made if file.commit_number == at else PACK.prepare(file, query)

    def compose() -> Document:
        _ = made.document  # what is left to be filled in is looked for here
        return made.to_issue.document if issue else made.document

    page.tell(MAKING, MAKING_ADVICE, tone=Tone.GOOD)
    background.run(
        compose,
        lambda _document: save_document(page, prepare, name=name, ending=PACK.forms[0], issue=issue),
        of=page,
    )
