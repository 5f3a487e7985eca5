"""The documents there are, by who reads them, and what each needs to be told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from boarddesk import issuing
from boarddesk.issuing import PreparedDocument
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.refused import Refused


class Scope(StrEnum):
    """What a document can be narrowed to."""

    MEETING = "meeting"
    AREA = "area"
    PERIOD = "period"
    PERSON = "person"
    COPY = "copy"


@dataclass(frozen=True)
class ReportQuery:
    """What was chosen on the page."""

    board_id: str
    today: date
    meeting_id: str | None = None
    area: str = ""
    first: date | None = None
    last: date | None = None
    person_id: str = ""
    percentages: bool = True
    names: bool = True
    for_publication: bool = False


@dataclass(frozen=True)
class Kind:
    """One kind of document; `noun` is what one calls it in short."""

    key: str
    title: str
    noun: str
    reader: str
    note: str
    scopes: frozenset[Scope]
    prepare: Callable[[OfficeFile, ReportQuery], PreparedDocument]


def _highlight(file: OfficeFile, query: ReportQuery) -> PreparedDocument:
    return issuing.highlight(
        file, today=query.today, board_id=query.board_id, area=query.area, meeting_id=query.meeting_id
    )


def _attendance(file: OfficeFile, query: ReportQuery) -> PreparedDocument:
    return issuing.attendance(
        file,
        query.board_id,
        today=query.today,
        first=query.first,
        last=query.last,
        percentages=query.percentages,
        names=query.names,
        for_publication=query.for_publication,
    )


def _letter(file: OfficeFile, query: ReportQuery) -> PreparedDocument:
    if not query.person_id:
        raise Refused("Choose the person the letter is about.", field="person")
    return issuing.letter(
        file, query.board_id, query.person_id, today=query.today, first=query.first, last=query.last
    )


def _sign_in(file: OfficeFile, query: ReportQuery) -> PreparedDocument:
    if not query.meeting_id:
        raise Refused("Add a meeting first; then its sheet can be printed.", field="meeting")
    return issuing.sign_in(file, query.meeting_id, today=query.today)


KINDS = (
    Kind(
        "highlight",
        "Highlight report",
        "report",
        "For the board",
        "Word",
        frozenset({Scope.MEETING, Scope.AREA}),
        _highlight,
    ),
    Kind(
        "attendance",
        "Attendance report",
        "report",
        "For the board",
        "Word, Excel",
        frozenset({Scope.PERIOD, Scope.COPY}),
        _attendance,
    ),
    Kind(
        "sign-in",
        "Sign-in sheet",
        "sheet",
        "For the meeting",
        "to print",
        frozenset({Scope.MEETING}),
        _sign_in,
    ),
    Kind(
        "letter",
        "Letter about attendance",
        "letter",
        "For the chair",
        "Word",
        frozenset({Scope.PERIOD, Scope.PERSON}),
        _letter,
    ),
)


def kind_of(key: str) -> Kind:
    """The kind of that key."""
    return next(kind for kind in KINDS if kind.key == key)
