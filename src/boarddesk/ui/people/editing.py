"""What can be changed of boards, seats, people and organisations where it stands, and how it is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from boarddesk.records import boards, interests, lines, people, seats
from boarddesk.records.agenda import clearance_roles, cover_headings, standing
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.owners import owner_called
from boarddesk.rules.agenda.item import Fills, Purpose
from boarddesk.rules.cover_headings import CoverPart
from boarddesk.rules.governance.lines import LineKind
from boarddesk.rules.interests import Nature
from boarddesk.rules.meetings.meeting import check_time
from boarddesk.rules.memberships.record import OnRecord
from boarddesk.rules.people import BoardKind, NamesPrinted, Role, Sector, TargetFigure, YearStart
from boarddesk.rules.refused import Refused
from boarddesk.rules.terms import AFTER, BEFORE, check_least_count, check_length, check_rule, check_target
from boarddesk.ui.people.words import (
    COVER_PARTS,
    FIGURES,
    FILLS,
    KINDS,
    LINES,
    NATURES,
    PRINTED,
    PURPOSES,
    RECORD_NAMES,
    ROLES,
    SECTORS,
    YEARS,
    day_typed,
)
from boarddesk.ui.widgets.editable import EditableField, Editables, editables

Write = Callable[[OfficeFile, str, str], object]
Update = Callable[..., object]

STEPS = {
    "forms_out": "Forms out",
    "papers_due": "Papers due",
    "pack_issued": "Pack issued",
    "draft_minutes": "Draft minutes",
    "actions_chased": "Actions chased",
    "plan_sent": "Plan sent",
}


def _by(update: Update, key: str, reads: Callable[[str], object] = str.strip) -> Write:
    """Writes one field through the function that updates its record; `reads` may refuse what was typed."""
    return lambda file, record_id, typed: update(file, record_id, **{key: reads(typed)})


def _id(typed: str) -> str | None:
    return typed or None


def _day(key: str) -> Callable[[str], date | None]:
    return lambda typed: day_typed(typed, field=key)


def _step(key: str) -> Write:
    """Number and kind of days at once."""

    def write(file: OfficeFile, board_id: str, typed: str) -> None:
        rule = check_rule(typed, boards.board(file, board_id).rule(key), step=key)
        boards.update_board(file, board_id, **{key: rule.number, f"{key}_in": rule.kind})

    return write


_BOARD = boards.update_board
BOARD: Editables = editables(
    EditableField("name", "Name", _by(_BOARD, "name")),
    EditableField("short_name", "Short name", _by(_BOARD, "short_name")),
    EditableField("kind", "Kind", _by(_BOARD, "kind", BoardKind), choices=KINDS),
    EditableField("purpose", "Purpose", _by(_BOARD, "purpose"), paragraphs=True),
    EditableField("terms_version", "Version", _by(_BOARD, "terms_version")),
    EditableField("frequency", "Meets", _by(_BOARD, "frequency")),
    EditableField("year_start", "Year starts", _by(_BOARD, "year_start", YearStart), choices=YEARS),
    EditableField("review_on", "Next review", _by(_BOARD, "review_on", _day("review_on"))),
    EditableField("quorum", "Seats needed", _by(_BOARD, "quorum")),
    EditableField("attendance_target", "Target", _by(_BOARD, "attendance_target", check_target)),
    EditableField(
        "target_figure", "Held against", _by(_BOARD, "target_figure", TargetFigure), choices=FIGURES
    ),
    EditableField("small_numbers", "Least count", _by(_BOARD, "small_numbers", check_least_count)),
    EditableField(
        "published_names", "Members", _by(_BOARD, "published_names", NamesPrinted), choices=PRINTED
    ),
    EditableField("venue", "Place", _by(_BOARD, "venue")),
    EditableField("start_time", "Starts", _by(_BOARD, "start_time", check_time)),
    EditableField("minutes_long", "Length", _by(_BOARD, "minutes_long", check_length)),
    *(EditableField(key, STEPS[key], _step(key)) for key in (*BEFORE, *AFTER)),
)

_LINE = lines.update_line
LINE: Editables = editables(
    EditableField("kind", "Kind", _by(_LINE, "kind", LineKind), choices=LINES),
    EditableField("to", "To", _by(_LINE, "to")),
    EditableField("from_day", "First day", _by(_LINE, "from_day", _day("from_day"))),
    EditableField("until_day", "Last day", _by(_LINE, "until_day", _day("until_day"))),
)

_SEAT = seats.update_seat
SEAT: Editables = editables(
    EditableField("title", "Post", _by(_SEAT, "title")),
    EditableField(
        "role", "Role", lambda file, seat_id, role: seats.set_role(file, seat_id, Role(role)), choices=ROLES
    ),
    EditableField("organisation_id", "Organisation", _by(_SEAT, "organisation_id", _id)),
    EditableField("counts_for_quorum", "Counts for quorum", _by(_SEAT, "counts_for_quorum", bool)),
    EditableField("expected", "Expected at meetings", _by(_SEAT, "expected", bool)),
    EditableField("from_date", "From", _by(_SEAT, "from_date", _day("from_date"))),
    EditableField("to_date", "Until", _by(_SEAT, "to_date", _day("to_date"))),
)

_MEMBERSHIP = seats.update_membership
MEMBERSHIP: Editables = editables(
    EditableField("from_date", "From", _by(_MEMBERSHIP, "from_date", _day("from_date"))),
    EditableField("to_date", "Until", _by(_MEMBERSHIP, "to_date", _day("to_date"))),
    EditableField("terms_version", "Terms", _by(_MEMBERSHIP, "terms_version")),
    *(EditableField(kind, RECORD_NAMES[kind], _by(_MEMBERSHIP, kind, _day(kind))) for kind in OnRecord),
)

_INTEREST = interests.update_interest
INTEREST: Editables = editables(
    EditableField("text", "Interest", _by(_INTEREST, "text")),
    EditableField("nature", "Nature", _by(_INTEREST, "nature", Nature), choices=NATURES),
    EditableField("from_day", "From", _by(_INTEREST, "from_day", _day("from_day"))),
    EditableField("until_day", "Until", _by(_INTEREST, "until_day", _day("until_day"))),
    EditableField("declared_on", "Declared", _by(_INTEREST, "declared_on", _day("declared_on"))),
)

_PERSON = people.update_person
PERSON: Editables = editables(
    EditableField("name", "Name", _by(_PERSON, "name")),
    EditableField("organisation_id", "Organisation", _by(_PERSON, "organisation_id", _id)),
    EditableField("email", "Email", _by(_PERSON, "email")),
    EditableField("phone", "Phone", _by(_PERSON, "phone")),
    EditableField("note", "Note", _by(_PERSON, "note"), paragraphs=True),
)

_ORGANISATION = boards.update_organisation
ORGANISATION: Editables = editables(
    EditableField("name", "Name", _by(_ORGANISATION, "name")),
    EditableField("short_name", "Short name", _by(_ORGANISATION, "short_name")),
    EditableField("sector", "Sector", _by(_ORGANISATION, "sector", Sector), choices=SECTORS),
)

CLEARANCE_ROLE: Editables = editables(
    EditableField("name", "Cleared by", clearance_roles.rename_clearance_role),
)

_HEADING = cover_headings.update_cover_heading
COVER_HEADING: Editables = editables(
    EditableField("title", "Heading", _by(_HEADING, "title")),
    EditableField("fills", "Under it", _by(_HEADING, "fills", CoverPart), choices=COVER_PARTS),
)


def _standing(key: str, reads: Callable[[str], object] = str.strip) -> Write:
    def write(file: OfficeFile, standing_id: str, typed: str) -> None:
        changed: dict[str, Any] = {key: reads(typed)}
        standing.change_standing_item(file, replace(standing.standing_item(file, standing_id), **changed))

    return write


def _lead(file: OfficeFile, standing_id: str, typed: str) -> None:
    known = standing.standing_item(file, standing_id)
    standing.change_standing_item(file, replace(known, lead=owner_called(file, typed)))


def minutes_typed(typed: str) -> int | None:
    """How long an item lasts, as typed; nothing where it is left open."""
    try:
        return check_length(typed) if typed.strip() else None
    except Refused:
        raise Refused("Give the minutes such as 10 or 1 hour.", field="minutes") from None


STANDING_ITEM: Editables = editables(
    EditableField("title", "Item", _standing("title")),
    EditableField("purpose", "Purpose", _standing("purpose", Purpose), choices=PURPOSES),
    EditableField("minutes", "Minutes", _standing("minutes", minutes_typed)),
    EditableField("lead", "Lead", _lead),
    EditableField("fills", "Fills itself with", _standing("fills", Fills), choices=FILLS),
)

RECORDS = {
    "board": BOARD,
    "line": LINE,
    "seat": SEAT,
    "membership": MEMBERSHIP,
    "interest": INTEREST,
    "clearance role": CLEARANCE_ROLE,
    "cover heading": COVER_HEADING,
    "standing item": STANDING_ITEM,
    "person": PERSON,
    "organisation": ORGANISATION,
}
