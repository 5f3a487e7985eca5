"""The lines of a register beside its dates: whose a line is, or what else it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import islice, takewhile

from boarddesk.importing.attendance.about_meetings import is_about_meetings, is_headings
from boarddesk.importing.attendance.dates import is_certain_date
from boarddesk.importing.attendance.legend import LONGEST_SIGN, is_key, pairs_of
from boarddesk.importing.attendance.marks import is_cancelled, plain_mark, read_mark
from boarddesk.importing.attendance.matrix import Matrix
from boarddesk.importing.attendance.members import (
    NOT_PEOPLE,
    VACANT,
    is_person,
    name_and_beside,
    sector_of,
)
from boarddesk.importing.attendance.name_cells import (
    HOLDING,
    NO_PLACE,
    NameCell,
    is_organisation,
    is_post,
    may_be_somebody,
    pieces_of,
    read_name_cell,
)
from boarddesk.importing.attendance.roles import (
    ReadRole,
    chairs_elsewhere,
    post_role,
    read_role,
    role_note,
    role_of,
)
from boarddesk.importing.attendance.sections import (
    Nobody,
    Section,
    is_marked,
    texts_of,
    what_instead,
)
from boarddesk.importing.headings import Field
from boarddesk.rules.imports.contents import FoundMember
from boarddesk.rules.imports.identities import same_spelling
from boarddesk.rules.names.spellings import is_surname_first, kept_name
from boarddesk.rules.people import Role
from boarddesk.rules.sectors import proposed_sector

A_MEETING = re.compile(r"\b(?:meeting|extraordinary|special|agm|session|workshop)\b", re.IGNORECASE)
NOTHING_GIVEN = {"-", "–", "—"}
MOST_LINES, MOST_TABLES = 65536, 64
"""Of how many lines and tables it is remembered what they were found to be; each is asked for many times."""
LOOKED_FOR = 2000
"""Lines below the dates through which one looks for people, to see what a table is."""


def found_member(matrix: Matrix, line: int, section: Section) -> FoundMember:
    """The person of a line with what it says of the seat."""
    name, all_beside = name_with_beside(matrix, line)
    beside = [one for one in all_beside if not is_aside(one)]
    said = _role_said(matrix, line, beside)
    written = value_of(matrix, line, Field.ROLE)
    organisation, post = value_of(matrix, line, Field.ORGANISATION), value_of(matrix, line, Field.POST)
    others = [one for one in beside if not role_of(one)]
    theirs = [one for one in beside if not written and not organisation and _is_chair_of(one, others)]
    if theirs:
        said, others = ReadRole(), [*theirs, *others]
    job = ", ".join(filter(is_post, others))
    beside_place = ", ".join(one for one in others if not is_post(one))
    place = organisation or beside_place or section.organisation
    title = post or (said.post if written else "") or job
    by_post = post_role(title, place) if said.role is None else None
    role = said.role or by_post or section.role
    note = role_note(title, name, ReadRole(by_post, title)) if by_post else role_note(written, name, said)
    if theirs:
        note = f"“{theirs[0]}” is taken for that of {place}, so {name} is a member; choose the role if not."
    sector = sector_of(value_of(matrix, line, Field.SECTOR)) or section.sector
    return FoundMember(
        name,
        matrix.place(line),
        organisation=place,
        role=role or Role.MEMBER,
        sector=sector or proposed_sector(place),
        sector_given=sector is not None,
        seat_title=title or (beside_place if organisation else ""),
        role_given=role is not None,
        expected=said.expected,
        for_quorum=said.for_quorum,
        notes=(note,) if note else (),
        namesake=said.namesake,
    )


def is_aside(text: str) -> bool:
    """Whether words beside a name say neither a role nor an organisation."""
    return HOLDING.match(text) is not None or NO_PLACE.fullmatch(text) is not None


def _is_chair_of(text: str, others: Iterable[str]) -> bool:
    """Whether `Chair` stands beside an organisation that has a chair of its own."""
    chairs = role_of(text) in (Role.CHAIR, Role.VICE_CHAIR)
    return chairs and any(chairs_elsewhere(text, one) for one in others if not is_post(one))


def member_of(matrix: Matrix, line: int, section: Section, *, surname_first: bool) -> FoundMember:
    """The person of a line, kept first name first whichever way the register writes it."""
    found = found_member(matrix, line, section)
    name = kept_name(found.name, surname_first=surname_first)
    spellings = () if same_spelling(name, found.name) else (found.name, *found.spellings)
    return replace(found, name=name, spellings=spellings)


@lru_cache(maxsize=MOST_TABLES)
def has_surnames_first(matrix: Matrix) -> bool:
    """Whether a register writes its people `Surname, First`."""
    lines = (line for line in matrix.lines() if line > matrix.head)
    return is_surname_first(name_and_beside(name_of(matrix, line))[0] for line in lines)


def vacant_seat(matrix: Matrix, line: int, section: Section) -> FoundMember | None:
    """The seat a line without a name stands for; None where it does not say which."""
    said = read_role(value_of(matrix, line, Field.ROLE))
    post = value_of(matrix, line, Field.POST) or said.post
    if not post:
        return None
    organisation = value_of(matrix, line, Field.ORGANISATION) or section.organisation
    role = said.role or post_role(post, organisation) or section.role
    sector = sector_of(value_of(matrix, line, Field.SECTOR)) or section.sector
    return FoundMember(
        "",
        matrix.place(line),
        organisation=organisation,
        role=role or Role.MEMBER,
        sector=sector or proposed_sector(organisation),
        sector_given=sector is not None,
        seat_title=post,
        role_given=role is not None,
        expected=said.expected,
        for_quorum=said.for_quorum,
    )


def _role_said(matrix: Matrix, line: int, beside: Iterable[str]) -> ReadRole:
    written = value_of(matrix, line, Field.ROLE)
    return read_role(written) if written else ReadRole(next(filter(None, map(role_of, beside)), None))


def value_of(matrix: Matrix, line: int, field: Field) -> str:
    """What a line says in the column of a field."""
    column = matrix.of(field)
    text = matrix.cell(line, column.index).line if column else ""
    return "" if text in NOTHING_GIVEN else text


def name_cell(matrix: Matrix, line: int) -> NameCell:
    """The cell of a line's name, told apart into the name and what stands beside it."""
    column = matrix.of(Field.NAME)
    paragraphs = matrix.cell(line, column.index).paragraphs if column else ()
    return read_name_cell(paragraphs, wraps=matrix.turned)


def name_with_beside(matrix: Matrix, line: int) -> tuple[str, list[str]]:
    """The name of a line alone, and each thing its cell says beside it."""
    name, in_brackets = name_and_beside(name_of(matrix, line))
    said = [piece for one in in_brackets for piece in pieces_of(one)]
    return name, [*said, *name_cell(matrix, line).beside]


def remark_on_name(matrix: Matrix, line: int) -> str:
    """What a name's cell says that is not taken in, and whether it may be no person's name at all."""
    name, beside = name_with_beside(matrix, line)
    said = [note] if (note := name_cell(matrix, line).note) else []
    for one in beside:
        if HOLDING.match(one):
            said.append(f"“{one}” is not taken in: from when to when is read from the marks")
        elif NO_PLACE.fullmatch(one):
            said.append(f"“{one}” beside the name is no organisation and is not taken in")
        elif may_be_somebody(one) and not value_of(matrix, line, Field.ORGANISATION):
            said.append(f"“{one}” is taken for the organisation; if it is somebody else, give each a line")
    halves = [one.strip() for one in name.split(",")]
    if len(halves) == 2 and all(map(may_be_somebody, halves)) and not has_surnames_first(matrix):
        said.append(f"“{name}” is taken for one person; if it is two, give each a line")
    if is_organisation(name):
        said.append(
            f"“{name}” reads as an organisation; its marks are kept as those of a person of that name"
        )
    return "; ".join(said)


@lru_cache(maxsize=MOST_LINES)
def name_of(matrix: Matrix, line: int) -> str:
    """The name of a line; forename and surname joined where they stand apart."""
    surname = matrix.surnames
    first = name_cell(matrix, line).name
    first = "" if first in NOTHING_GIVEN else first
    return " ".join(filter(None, (first, matrix.cell(line, surname.index).line if surname else "")))


@lru_cache(maxsize=MOST_TABLES)
def people_lines(matrix: Matrix) -> tuple[int, ...]:
    """The lines below the dates that have somebody's name, or are of a vacant seat."""
    return tuple(_people(matrix, matrix.height))


def first_people(matrix: Matrix, most: int) -> list[int]:
    """As many of them as are enough to see what a table is; one is looked for only so far down."""
    return list(islice(_people(matrix, matrix.head + LOOKED_FOR), most))


def _people(matrix: Matrix, end: int) -> Iterator[int]:
    for line in takewhile(lambda line: line < end, matrix.lines()):
        name = name_of(matrix, line)
        is_one = is_person(name) or VACANT.fullmatch(name)
        if line <= matrix.head or not is_one or holds_dates(matrix, line):
            continue
        if not is_key_line(matrix, line) and nobody_on(matrix, line) is None:
            yield line


@lru_cache(maxsize=MOST_LINES)
def nobody_on(matrix: Matrix, line: int) -> Nobody | None:
    """What a line is that stands for nobody: a title, an organisation, a note; None for anybody's."""
    name = name_of(matrix, line)
    instead = what_instead(matrix, line, name, value_of(matrix, line, Field.ORGANISATION))
    if instead is None and is_about_meetings(matrix, line, name):
        return Nobody.ABOUT_MEETINGS
    return Nobody.HEADING if instead is None and is_headings(matrix, line) else instead


@lru_cache(maxsize=MOST_LINES)
def is_key_line(matrix: Matrix, line: int) -> bool:
    """Whether a line below the dates is one of the key to the marks, in cells or as a sentence."""
    return line > matrix.head and (bool(key_pairs(matrix, line)) or _is_spoken_key(matrix, line))


def key_pairs(matrix: Matrix, line: int) -> list[tuple[str, str]]:
    """The signs and their words of a line that holds nothing else: `P` and `Present`."""
    column = matrix.of(Field.NAME)
    first = matrix.cell(line, column.index).line if column else ""
    if len(first) > LONGEST_SIGN and not NOT_PEOPLE.match(first):
        return []
    return pairs_of(list(texts_of(matrix, line)), lambda: _signs_used(matrix))


@lru_cache(maxsize=MOST_TABLES)
def _signs_used(matrix: Matrix) -> set[str]:
    lines = range(matrix.head + 1, matrix.height)
    return {plain_mark(matrix.cell(line, meeting.at).text) for line in lines for meeting in matrix.meetings}


def _is_spoken_key(matrix: Matrix, line: int) -> bool:
    column = matrix.of(Field.NAME)
    return column is not None and is_key(matrix.cell(line, column.index).text) and not is_marked(matrix, line)


@lru_cache(maxsize=MOST_LINES)
def holds_dates(matrix: Matrix, line: int) -> bool:
    """Whether a line has nothing but dates under the dates: `Papers due`."""
    dates = 0
    for meeting in matrix.meetings:
        cell = matrix.cell(line, meeting.at)
        if not cell.empty and not is_certain_date(cell):
            return False
        dates += not cell.empty
    return dates > 0


def says_marks(matrix: Matrix, line: int) -> bool:
    """Whether a line says more under the dates than that meetings were cancelled."""
    texts = (matrix.cell(line, meeting.at).text for meeting in matrix.meetings)
    return any(text.strip() and not is_cancelled(text) for text in texts)


def says_letters(matrix: Matrix, line: int) -> bool:
    """Whether most of what a line has under the dates is somebody's marks, and no numbers."""
    texts = [text for meeting in matrix.meetings if (text := matrix.cell(line, meeting.at).line)]
    letters = [text for text in texts if not text[:1].isdigit() and read_mark(text).mark is not None]
    return bool(texts) and len(letters) * 2 > len(texts) and not NOT_PEOPLE.match(name_of(matrix, line))


def line_text(matrix: Matrix, line: int) -> str:
    """Everything a line holds; a cell merged over several columns once."""
    return " | ".join(texts_of(matrix, line))
