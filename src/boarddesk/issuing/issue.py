"""A prepared document kept in the office and written, or written as a draft.

The window and the command line print through here, so that both print the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self

from boarddesk.disk.delivery_notes import write_note
from boarddesk.disk.patience import remove
from boarddesk.disk.saving import Delivery, save
from boarddesk.issuing.document_kind import PreparedDocument, next_version
from boarddesk.issuing.left_over import left_over, told
from boarddesk.records import documents
from boarddesk.records.documents import IssuedDocument
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.verifying import refuse_unsound
from boarddesk.rules.edition import Edition
from boarddesk.rules.refused import Refused


@dataclass(frozen=True)
class IssueResult:
    """What an issue left behind: the version kept in the office, and the files written."""

    version: int
    paths: tuple[Path, ...]


def issue(
    file: OfficeFile,
    prepared: PreparedDocument,
    path: Path,
    *,
    today: date,
    with_html: bool = False,
    reason: str = "",
) -> IssueResult:
    """Keep the document in the office and write it, together: one does not happen without the other.

    It is written whole under another name, kept, and only then gets the name it was asked for under; where
    that fails what was kept is taken back.

    With placeholders left in it, it is refused and they are listed, unless a reason says why it goes out.

    The version printed is the one kept: it is taken inside the change, and where another issue has taken
    the one that was expected, the document is composed anew. Raises FileProblem where the office file
    is not as it was left, or the folder cannot be written; nothing is kept then. No file is replaced whose
    name nobody was asked about: a twin's, or that of another version.
    """
    if not prepared.kind.is_issued:
        raise Refused(f"The {prepared.kind.noun} is never issued. Save it as a draft for whom it is.")
    prepared.check_issue()
    refuse_unsound(prepared.source)
    asked, final = path, prepared.to_issue
    left = left_over(final)
    if left and not reason.strip():
        raise Refused(
            f"{told(left)} Fill them in, or give a reason to issue it all the same.", field="reason"
        )
    with Delivery() as delivery, _IssueInProgress(file, delivery) as in_progress:
        with file.change(f"Issue {final.document.title}"):
            version = next_version(file, prepared)
            if version != prepared.next_version:
                expected, taken = final.edition.of_file(""), Edition(version).of_file("")
                path, final = path.with_stem(path.stem.replace(expected, taken)), prepared.as_version(version)
            kept = _keep(file, final, issued_on=today, left_over_why=reason if left else "")
            _write(delivery, final, path, replaces=path == asked)
            if with_html and ".html" in final.kind.forms and path.suffix.lower() != ".html":
                delivery.write(path.with_suffix(".html"), final.written(".html"), replaces=False)
            for adds, content in final.beside(final.edition).items():
                delivery.write(path.with_stem(f"{path.stem}, {adds}"), content, replaces=False)
            in_progress.note(kept.id)
        return IssueResult(version, delivery.hand_over())


@dataclass
class _IssueInProgress:
    """The note of an issue, which is there from before its commit until it is done or taken back."""

    file: OfficeFile
    delivery: Delivery
    note_path: Path | None = None
    document_id: str = ""

    def note(self, document_id: str) -> None:
        """To be called before the commit, once every draft is whole."""
        office = self.file.path
        if office is not None:
            self.document_id = document_id
            self.note_path = write_note(self.file.file_id, office, document_id, self.delivery.lines())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Whatever stops it, what was kept is taken back; where that fails the note stays."""
        if self.note_path is None:
            return
        if not self.delivery.is_handed_over and documents.is_issued(self.file, self.document_id):
            self.file.undo()
        remove(self.note_path)


def _keep(
    file: OfficeFile, final: PreparedDocument, *, issued_on: date, left_over_why: str
) -> IssuedDocument:
    kept = documents.issue(
        file,
        kind=final.kind.key,
        scope=final.scope,
        title=final.document.title,
        word=final.written(final.form_kept),
        form=final.form_kept,
        as_at=final.as_at,
        issued_on=issued_on,
        board_id=final.board_id,
        meeting_id=final.meeting_id,
        scheme=final.scheme,
        left_over_why=left_over_why,
    )
    final.once_issued(file, final.edition)
    return kept


def save_draft(prepared: PreparedDocument, path: Path) -> Path:
    """Write the document without keeping it; the path it was saved under, numbered where one was open."""
    refuse_unsound(prepared.source)
    with Delivery() as delivery:
        _write(delivery, prepared, path)
        return delivery.hand_over()[0]


def _write(delivery: Delivery, prepared: PreparedDocument, path: Path, *, replaces: bool = True) -> None:
    """One file of the ending asked for; or a folder, where this machine cannot make it one file."""
    ending = path.suffix.lower()
    if ending == prepared.kind.forms[0] and prepared.files:
        delivery.write_folder(path.with_suffix(""), prepared.files)
    else:
        delivery.write(path, prepared.written(ending), replaces=replaces)


def save_issued(file: OfficeFile, document_id: str, path: Path) -> Path:
    """Write an issued document again, byte for byte as it went out."""
    refuse_unsound(file.on_disk)
    return save(path, documents.word_of(file, document_id))
