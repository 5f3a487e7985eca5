"""From the office to a document: each kind prepared from records, written in a form, saved or issued.

The window and the command line print through here, so that both print the same.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from boarddesk.records import calendar as calendars
from boarddesk.records import documents, meetings
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.office import office_names
from boarddesk.records.packs import highlights as packs
from boarddesk.records.packs.attendance import ATTENDANCE, attendance_pack, letter_facts_of, sign_in_pack
from boarddesk.reports import html
from boarddesk.reports.attendance.letter import attendance_letter
from boarddesk.reports.attendance.report import attendance_report
from boarddesk.reports.attendance.sign_in_sheet import sign_in_sheet
from boarddesk.reports.attendance_workbook.workbook import workbook
from boarddesk.reports.document import Document
from boarddesk.reports.highlights.report import highlight_report
from boarddesk.reports.saving import save, save_beside
from boarddesk.reports.word import writer as word
from boarddesk.rules.edition import DRAFT, Edition
from boarddesk.rules.meetings.calendar import CalendarEntry
from boarddesk.rules.refused import Refused
from boarddesk.rules.statuses.status import Scheme
from boarddesk.rules.wording import day

LETTER, SIGN_IN, CALENDAR = "letter", "sign-in", "calendar"


@dataclass(frozen=True)
class PreparedDocument:
    """A document ready to be written, and what its issue is filed under.

    What it needs from the office is gathered; it is composed, charts and all, when first asked for. It is a
    draft; `to_issue` is the same under the version its issue will have, unless one is issued before it.
    """

    kind: str
    compose: Callable[[Edition], Document] | None
    scope: str
    as_at: date
    board_id: str | None = None
    meeting_id: str | None = None
    scheme: Scheme | None = None
    workbook: Callable[[Edition], bytes] | None = None
    entry: CalendarEntry | None = None
    edition: Edition = DRAFT
    next_version: int = 1

    @cached_property
    def document(self) -> Document:
        """The document, composed once; refused for a calendar file, which is none and never issued."""
        if self.compose is None:
            raise Refused("A calendar file is written when it is needed; it is not kept as an issue.")
        return self.compose(self.edition)

    @cached_property
    def to_issue(self) -> PreparedDocument:
        """The same as it is to be issued."""
        return self.as_version(self.next_version)

    def as_version(self, version: int) -> PreparedDocument:
        """The same under a version."""
        return replace(self, edition=Edition(version))

    @property
    def title(self) -> str:
        """What it is called where it is said to be written."""
        return self.document.title if self.entry is None else self.entry.summary

    @property
    def forms(self) -> tuple[str, ...]:
        """The endings it can be written with."""
        if self.entry is not None:
            return (".ics",)
        return (".docx", ".html") if self.workbook is None else (".docx", ".html", ".xlsx")

    def written(self, ending: str) -> bytes:
        """The bytes for a file of that ending; refused where the kind has no such form."""
        if ending not in self.forms:
            raise Refused(f"The name of this file can only end in {' or '.join(self.forms)}.")
        if self.entry is not None:
            return _calendar_file(self.entry, today=self.as_at)
        if ending == ".xlsx" and self.workbook is not None:
            return self.workbook(self.edition)
        return word.write(self.document) if ending == ".docx" else html.write(self.document).encode()


@dataclass(frozen=True)
class IssueResult:
    """What an issue left behind: the version kept in the office, and the files written."""

    version: int
    paths: tuple[Path, ...]


def highlight(
    file: OfficeFile,
    *,
    today: date,
    board_id: str | None = None,
    area: str = "",
    meeting_id: str | None = None,
    plan_id: str | None = None,
) -> PreparedDocument:
    """The highlight report of an area by its number, or of the whole board, for a meeting or the next."""
    of_meeting = meetings.meeting(file, meeting_id).board_id if meeting_id else None
    pack = packs.highlight_pack(
        file,
        today=today,
        board_id=board_id or of_meeting,
        plan_id=plan_id,
        area=area,
        meeting_id=meeting_id,
    )
    return PreparedDocument(
        packs.HIGHLIGHT,
        lambda edition: highlight_report(replace(pack, edition=edition)),
        scope=(scope := packs.area_scope(area)),
        as_at=pack.as_at,
        board_id=pack.board_id,
        meeting_id=pack.meeting_id,
        scheme=pack.scheme,
        edition=pack.edition,
        next_version=documents.next_version(
            file, packs.HIGHLIGHT, scope=scope, meeting_id=pack.meeting_id, board_id=pack.board_id
        ),
    )


def attendance(
    file: OfficeFile,
    board_id: str,
    *,
    today: date,
    first: date | None = None,
    last: date | None = None,
    percentages: bool = True,
    names: bool = True,
    for_publication: bool = False,
    people_across: bool = False,
) -> PreparedDocument:
    """The attendance report of a board; a published copy may leave out percentages or names.

    Its workbook has the meetings across the top, or people.
    """
    pack = attendance_pack(
        file,
        board_id,
        today=today,
        first=first,
        last=last,
        percentages=percentages,
        names=names,
        for_publication=for_publication,
    )
    return PreparedDocument(
        ATTENDANCE,
        lambda edition: attendance_report(replace(pack, edition=edition)),
        scope=(scope := pack.board.short_name),
        as_at=pack.as_at,
        board_id=board_id,
        workbook=lambda edition: workbook(replace(pack, edition=edition), turned=people_across),
        edition=pack.edition,
        next_version=documents.next_version(
            file, ATTENDANCE, scope=scope, meeting_id=None, board_id=board_id
        ),
    )


def letter(
    file: OfficeFile,
    board_id: str,
    person_id: str,
    *,
    today: date,
    first: date | None = None,
    last: date | None = None,
) -> PreparedDocument:
    """A neutral letter about one person's attendance at a board."""
    facts = letter_facts_of(file, board_id, person_id, today=today, first=first, last=last)
    partnership = office_names(file).partnership
    return PreparedDocument(
        LETTER,
        lambda edition: attendance_letter(
            facts, partnership=partnership, as_at_day=day(today), edition=edition
        ),
        scope=person_id,
        as_at=today,
        board_id=board_id,
        edition=documents.draft_edition(file, today),
        next_version=documents.next_version(
            file, LETTER, scope=person_id, meeting_id=None, board_id=board_id
        ),
    )


def sign_in(file: OfficeFile, meeting_id: str, *, today: date) -> PreparedDocument:
    """The sign-in sheet of a meeting, in roll order."""
    pack = sign_in_pack(file, meeting_id, today=today)
    return PreparedDocument(
        SIGN_IN,
        lambda edition: sign_in_sheet(pack, edition),
        scope=meeting_id,
        as_at=today,
        meeting_id=meeting_id,
        edition=documents.draft_edition(file, today),
        next_version=documents.next_version(file, SIGN_IN, scope=meeting_id, meeting_id=meeting_id),
    )


def calendar(file: OfficeFile, meeting_id: str, *, today: date) -> PreparedDocument:
    """The calendar file of a meeting, or the file that cancels it."""
    file.end_typing()  # an edit made after this one counts as a change of its own
    entry = calendars.entry(file, meeting_id)
    return PreparedDocument(CALENDAR, None, scope=meeting_id, as_at=today, meeting_id=meeting_id, entry=entry)


def _calendar_file(entry: CalendarEntry, *, today: date) -> bytes:
    # Imported when first written: the window would otherwise open later for a file few days need.
    from boarddesk.reports.calendar import calendar_file

    return calendar_file(entry, today=today)


def issue(
    file: OfficeFile, prepared: PreparedDocument, path: Path, *, today: date, with_html: bool = False
) -> IssueResult:
    """Keep the document in the office and write it, together: one does not happen without the other.

    The version printed is the one kept: it is taken inside the change, and where another issue has taken
    the one that was expected, the document is composed anew. Raises FileProblem where the folder cannot be
    written; nothing is kept then. No file is replaced whose name nobody was asked about: a twin's,
    or that of another version.
    """
    asked, final = path, prepared.to_issue
    with file.change(f"Issue {final.document.title}"):
        version = documents.next_version(
            file,
            prepared.kind,
            scope=prepared.scope,
            meeting_id=prepared.meeting_id,
            board_id=prepared.board_id,
        )
        if version != prepared.next_version:
            path = path.with_stem(path.stem.replace(final.edition.of_file(""), Edition(version).of_file("")))
            final = prepared.as_version(version)
        kept = documents.issue(
            file,
            kind=final.kind,
            scope=final.scope,
            title=final.document.title,
            word=final.written(".docx"),
            as_at=final.as_at,
            issued_on=today,
            board_id=final.board_id,
            meeting_id=final.meeting_id,
            scheme=final.scheme,
        )
        put = save if path == asked else save_beside
        paths = [put(path, final.written(path.suffix.lower()))]
        if with_html and path.suffix.lower() != ".html":
            paths.append(save_beside(path.with_suffix(".html"), final.written(".html")))
    return IssueResult(kept.version, tuple(paths))


def save_draft(prepared: PreparedDocument, path: Path) -> Path:
    """Write the document without keeping it; the path it was saved under, numbered where one was open."""
    return save(path, prepared.written(path.suffix.lower()))


def save_issued(file: OfficeFile, document_id: str, path: Path) -> Path:
    """Write an issued document again, byte for byte as it went out."""
    return save(path, documents.word_of(file, document_id))
