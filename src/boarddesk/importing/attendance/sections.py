"""The lines of a register that are nobody's: titles above people, such as an organisation, and notes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from boarddesk.importing.attendance.matrix import Matrix
from boarddesk.importing.attendance.members import (
    NOT_PEOPLE,
    begins_note,
    is_note,
    is_post_alone,
    name_and_beside,
    names_section,
    sector_of,
)
from boarddesk.importing.attendance.name_cells import (
    BRACKETS,
    is_organisation,
    may_be_somebody,
    read_name_cell,
    without_number,
)
from boarddesk.importing.attendance.roles import role_of, section_role
from boarddesk.importing.tables.grid import Cell
from boarddesk.rules.people import Role, Sector

DEPUTIES = re.compile(
    r"\W*(?:(?:named|nominated|our) )?(?:deput(?:y|ies)(?: members?)?|substitutes?|alternates?|nominees?)\W*",
    re.IGNORECASE,
)
LETTERED = re.compile(r"(?:[A-Z]|[ivx]{1,4})[.)]\s+(?=[A-ZÀ-Þ])")
OF_PEOPLE = re.compile(
    r"(?P<place>.+?)[\s:–—-]+(?:members?|representatives?|reps?|officers?|colleagues|staff|attendees|partners?"
    r"|governors|trustees|advis[eo]rs?|observers?|guests?)",
    re.IGNORECASE,
)
KINDS = re.compile(
    r"(?:(?:health|education|schools?|academies|colleges|nurser(?:y|ies)|social|public|primary|secondary|special"
    r"|care|young|people|children|parents?|carers?|famil(?:y|ies)|voluntary|community|sector|youth|services|settings|partners|teams?"
    r"|and|&|/|,)\W*)+",
    re.IGNORECASE,
)
"""Words for a kind of member, `Health and social care`, which are nobody's organisation."""


POST = re.compile(
    r"(?:[\w&’'-]+ )*(?:manager|officer|director|head ?teacher|commissioner|co-?ordinator|senco|consultant"
    r"|psychologist|therapist|paediatrician|advis[eo]r|secretary|clerk to the board|representative|rep"
    r"|administrator|specialist|practitioner|ceo|dcs|dco|dso|gp)s?",
    re.IGNORECASE,
)
FOOTMARKS = re.compile(r"[*†‡§#^¹²³]")


class Nobody(StrEnum):
    """What a line without a person's marks is, in the words it is left aside with."""

    NOTE = "is a note and nobody’s line; it is left aside"
    ORGANISATION = (
        "has no marks and reads as an organisation: it is taken for the heading, and the organisation, of "
        "the people below it who have none"
    )
    PLACE_ALONE = "has no marks and reads as an organisation, so nobody is made of it; give the person’s name"
    POST = "has no marks and reads as a post, so nobody is made of it; give the name of whoever holds it"
    HEADING = "has no marks and reads as a heading, so nobody is made of it"
    ABOUT_MEETINGS = "says something of the meetings and is nobody’s line; it is left aside"
    TITLE = ""


@dataclass
class Section:
    """What a title row inside a register says of the people below it."""

    role: Role | None = None
    sector: Sector | None = None
    organisation: str = ""
    of_deputies: bool = False

    def take(self, title: str) -> None:
        """What the title says goes for the lines below; an organisation leaves the role as it was."""
        role, place = section_role(title), organisation_in(title)
        self.of_deputies = DEPUTIES.fullmatch(title) is not None
        self.role = self.role if place and role is None else role
        self.sector = None if place else sector_of(title)
        self.organisation = place


def organisation_in(title: str) -> str:
    """The organisation a title names, that of `Northmoor Council members:`; none in `Social care`."""
    text = LETTERED.sub("", without_number(BRACKETS.sub("", title))).strip(" :–—-")
    found = OF_PEOPLE.fullmatch(text)
    place = found["place"] if found else text
    several = found is not None and re.search(r"\s(?:and|&)\s|/", place) is not None
    if several or KINDS.fullmatch(place) or names_section(title) or not is_organisation(place):
        return ""
    return place


def what_instead(matrix: Matrix, line: int, name: str, organisation: str = "") -> Nobody | None:
    """What a line is that has no marks of its own, or is merged across; None where it may be somebody's.

    `name` and `organisation` are what stands in their columns.
    """
    alone = lone_cell(matrix, line)
    if alone is None:
        texts = (matrix.cell(line, meeting.at) for meeting in matrix.meetings)
        blank = all(text.line in ("", "-", "–", "—") and not text.unsaved for text in texts)
        return _beside_others(name, organisation) if blank else None
    title = alone.line
    named = section_role(title) is not None or sector_of(title) is not None
    across = line > matrix.head and is_across(matrix, line, alone)
    stands_out = alone.bold or bool(alone.shading) or alone.columns > 1
    if line <= matrix.head:
        return Nobody.TITLE if names_section(title) or (named and stands_out) else None
    bare = name_and_beside(read_name_cell(alone.paragraphs).name)[0]
    place, of_a_kind = organisation_in(bare), _is_kind(bare)
    if place and not is_note(place) and not NOT_PEOPLE.match(place):
        return Nobody.ORGANISATION
    if not of_a_kind and (is_note(bare) or (FOOTMARKS.match(title) and not may_be_somebody(bare))):
        return Nobody.NOTE
    if names_section(title) or DEPUTIES.fullmatch(title) or (named and stands_out):
        return Nobody.TITLE
    if not of_a_kind and (POST.fullmatch(bare) or role_of(bare)):
        return Nobody.POST
    return Nobody.HEADING if across or of_a_kind or is_organisation(bare) or is_post_alone(bare) else None


def _is_kind(title: str) -> bool:
    """Whether a title names a kind of member: `Health`, `Health representatives:`."""
    text = title.strip(" :–—-")
    found = OF_PEOPLE.fullmatch(text)
    return KINDS.fullmatch(found["place"] if found else text) is not None


def _beside_others(name: str, organisation: str) -> Nobody | None:
    if begins_note(name_and_beside(name)[0]):
        return Nobody.NOTE
    if not is_organisation(BRACKETS.sub("", name)):
        return None
    return Nobody.ORGANISATION if organisation in ("", name) else Nobody.PLACE_ALONE


def lone_cell(matrix: Matrix, line: int) -> Cell | None:
    """The cell that holds all a line says, or the first of those that say the same; never one of marks."""
    under = {meeting.at for meeting in matrix.meetings}
    first: Cell | None = None
    for at in range(matrix.width):
        cell = matrix.cell(line, at)
        if at in under and (cell.unsaved or (not cell.empty and cell is not first)):
            return None
        if cell.empty:
            continue
        if first is not None and cell is not first and cell.line != first.line:
            return None
        first = first or cell
    return first


def is_across(matrix: Matrix, line: int, cell: Cell) -> bool:
    """Whether a cell beside the dates goes on under them."""
    return any(matrix.cell(line, meeting.at) is cell for meeting in matrix.meetings)


def is_marked(matrix: Matrix, line: int) -> bool:
    """Whether a line has anything under the dates."""
    cells = (matrix.cell(line, meeting.at) for meeting in matrix.meetings)
    return any(not cell.empty or cell.unsaved for cell in cells)


def texts_of(matrix: Matrix, line: int) -> Iterator[str]:
    """What stands on a line; a cell merged over several columns once."""
    before: object = None
    for at in range(matrix.width):
        cell = matrix.cell(line, at)
        if cell.line and cell is not before:
            yield cell.line
        before = cell
