"""What a document is, as data: who reads it, what it is told, its forms; and what one is once prepared."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from boarddesk.records import documents
from boarddesk.records.calendar import next_meeting
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import last_meeting
from boarddesk.reports import html
from boarddesk.reports.document import Document
from boarddesk.rules.edition import DRAFT, Edition
from boarddesk.rules.refused import Refused
from boarddesk.rules.statuses.status import Scheme

WORD_AND_WEB = (".docx", ".html")


class Reader(StrEnum):
    """Who reads a document, in the order the Reports page groups them."""

    BOARD = "For the board"
    MEETING = "For the meeting"
    CHAIR = "For the chair"
    PUBLIC = "For families and the public"


class Scope(StrEnum):
    """What a document can be narrowed to."""

    BOARD = "board"
    MEETING = "meeting"
    AREA = "area"
    RISK = "risk"
    PLAN = "plan"
    PERIOD = "period"
    YEAR = "year"
    PERSON = "person"
    COPY = "copy"
    ACROSS = "across"
    RECEIVER = "receiver"
    TEXTS = "texts"
    DAY = "day"
    ITEM = "item"


class Audience(StrEnum):
    """Whom a copy is for, or which part of a document it is."""

    MEMBERS = "member"
    PUBLIC = "published"
    ACTIONS = "actions"
    EXTRACT = "extract"


class LeftOut(StrEnum):
    """What whoever publishes a copy may leave out of it."""

    NAMES = "names"
    PERCENTAGES = "percentages"


@dataclass(frozen=True)
class Need:
    """Something a document is told.

    `required` is whether there is none without it: of a board that nobody names it is then the office's
    first. `otherwise` says what is taken where nothing is said, `or_today` that of a board with no meeting
    to come it is today. `copies` is whom there are copies for: a published one is always `without`
    something, and may leave out more.
    """

    scope: Scope
    required: bool = False
    otherwise: str = ""
    or_today: bool = False
    copies: tuple[Audience, ...] = ()
    without: str = ""
    leaves_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True)
class DocumentQuery:
    """What a document was asked for with; what its kind does not need is left as it is."""

    today: date
    board_id: str | None = None
    meeting_id: str | None = None
    plan_id: str | None = None
    area: str = ""
    risk: str = ""
    first: date | None = None
    last: date | None = None
    person_id: str = ""
    percentages: bool = True
    names: bool = True
    copy: Audience = Audience.MEMBERS
    item: str = ""
    people_across: bool = False
    to: str = ""
    texts: tuple[tuple[str, str], ...] = ()
    on: date | None = None

    @property
    def for_publication(self) -> bool:
        """Whether it is the copy for everybody."""
        return self.copy is Audience.PUBLIC

    @property
    def one_board(self) -> str:
        """The board, for a document that is of one."""
        if self.board_id is None:
            raise Refused("Choose the board it is of.", field="board")
        return self.board_id

    def meeting_or_next(self, file: OfficeFile) -> str:
        """The meeting that was named, else the next of the board; refused where none is to come."""
        return self.meeting_id or next_meeting(file, today=self.today, board_id=self.board_id).id

    def meeting_or_last(self, file: OfficeFile) -> str:
        """The meeting that was named, else the last that was held; refused where none was."""
        return self.meeting_id or last_meeting(file, today=self.today, board_id=self.board_id).id


@dataclass(frozen=True)
class PreparedDocument:
    """A document ready to be written, and what its issue is filed under.

    What it needs from the office is gathered; it is composed, charts and all, when first asked for. It is a
    draft; `to_issue` is the same under the version its issue will have, unless one is issued before it.
    `check_issue` refuses where a draft of it may be written and an issue may not; `once_issued` writes what
    else is so in the office from its issue on, and `beside` are files that go out with it, by what their
    names add to its own. `other_forms` write those that are neither Word nor web;
    `in_a_folder` are the files it is written as where this machine cannot make it one. `name` is that of a
    file which is no document, `remark` something whoever asked for it should know, and `remark_once_written`
    what only writing it has shown. `source` is the office file it was prepared from.
    """

    kind: DocumentKind
    compose: Callable[[Edition], Document] | None
    scope: str
    as_at: date
    board_id: str | None = None
    meeting_id: str | None = None
    scheme: Scheme | None = None
    other_forms: Mapping[str, Callable[[Edition], bytes]] = field(default_factory=dict)
    name: str = ""
    remark: str = ""
    edition: Edition = DRAFT
    next_version: int = 1
    check_issue: Callable[[], None] = lambda: None
    once_issued: Callable[[OfficeFile, Edition], None] = lambda _file, _edition: None
    beside: Callable[[Edition], Mapping[str, bytes]] = lambda _edition: {}
    in_a_folder: Callable[[Edition], Mapping[str, bytes]] = lambda _edition: {}
    remark_once_written: Callable[[Edition], str] = lambda _edition: ""
    source: Path | None = None

    @cached_property
    def document(self) -> Document:
        """The document, composed once; refused for a file that is none and is never issued."""
        if self.compose is None:
            raise Refused(
                f"A {self.kind.title.lower()} is written when it is needed; it is not kept as an issue."
            )
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
        return self.name or self.document.title

    @property
    def files(self) -> Mapping[str, bytes]:
        """The files of its folder; none where it is one file."""
        return self.in_a_folder(self.edition)

    @property
    def form_kept(self) -> str:
        """The ending of the file that is kept with its issue."""
        return documents.WORD if self.files else self.kind.forms[0]

    @property
    def remarks(self) -> tuple[str, ...]:
        """What is said once it was written."""
        return tuple(said for said in (self.remark, self.remark_once_written(self.edition)) if said)

    def written(self, ending: str) -> bytes:
        """The bytes for a file of that ending; refused where the kind has no such form."""
        if ending not in self.kind.forms:
            raise Refused(f"The name of this file can only end in {' or '.join(self.kind.forms)}.")
        if ending in self.other_forms:
            return self.other_forms[ending](self.edition)
        if ending == ".html":
            return html.write(self.document).encode()
        # Imported when first written: the window would otherwise wait for python-docx before it opens.
        from boarddesk.reports.word import writer

        return writer.write(self.document)


@dataclass(frozen=True)
class DocumentKind:
    """One kind of document: an entry of the registry, which window, command line, pictures and tests read.

    `noun` is what one calls it in short, `note` what stands beside it on the Reports page; without a reader
    it is a file that is written where it is needed, and never issued. `sentence` and `example` are its help
    on the command line, where `needs` are its options in that order. `gather` reads what it prints. The first
    of its `forms` is the one it is usually written in, and kept in. What it `says_itself` is no
    placeholder left over in it: an agenda says of a paper that it is to follow.
    """

    key: str
    title: str
    noun: str
    reader: Reader | None
    note: str
    sentence: str
    example: str
    needs: tuple[Need, ...]
    gather: Callable[[OfficeFile, DocumentQuery], PreparedDocument]
    forms: tuple[str, ...] = WORD_AND_WEB
    is_issued: bool = True
    says_itself: tuple[str, ...] = ()

    def need(self, scope: Scope) -> Need | None:
        """What it is told of that kind; None where it can be told nothing."""
        return next((need for need in self.needs if need.scope is scope), None)

    def requires(self, scope: Scope) -> bool:
        """Whether there is none without it."""
        need = self.need(scope)
        return need is not None and need.required

    @property
    def can_be_published(self) -> bool:
        """Whether there is a copy of it for everybody."""
        copies = self.need(Scope.COPY)
        return copies is not None and Audience.PUBLIC in copies.copies

    @property
    def may_leave_out(self) -> tuple[LeftOut, ...]:
        """What a published copy of it may be without."""
        copies = self.need(Scope.COPY)
        return copies.leaves_out if copies else ()

    def prepare(self, file: OfficeFile, query: DocumentQuery) -> PreparedDocument:
        """One of it, as the office is now, with the version that its issue would have."""
        prepared = replace(self.gather(file, query), source=file.on_disk)
        if self.reader is None:
            return prepared
        return replace(prepared, next_version=next_version(file, prepared))


def next_version(file: OfficeFile, prepared: PreparedDocument) -> int:
    """The number the next issue of it will have."""
    return documents.next_version(
        file,
        prepared.kind.key,
        scope=prepared.scope,
        meeting_id=prepared.meeting_id,
        board_id=prepared.board_id,
    )
