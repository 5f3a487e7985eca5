"""Seats, people, organisations, boards and their reporting lines as table data."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from boarddesk.rules.governance.lines import ReportingLine, boards_above
from boarddesk.rules.interests import Interest
from boarddesk.rules.names.spellings import surname_words
from boarddesk.rules.people import Board, Organisation, Person, Seat
from boarddesk.rules.terms import quorum_words
from boarddesk.rules.wording import count_in_figures
from boarddesk.ui.look.tokens import Shape
from boarddesk.ui.people.editing import BOARD, INTEREST, LINE, ORGANISATION, PERSON, SEAT
from boarddesk.ui.people.shown_office import ShownOffice
from boarddesk.ui.widgets.date_text import short_date
from boarddesk.ui.widgets.table.rows import Cell, Column, Editor, EditorKind, Group, Ink, Kind, Row

VACANT = "Vacant"

SEATS = (
    Column("holder", "Held by", 148),
    Column("title", "Post", 200, stretch=True, editor=SEAT["title"].editor),
    Column("organisation", "Organisation", 96, ink=Ink.MUTED),
    Column("role", "Role", 84, ink=Ink.MUTED, editor=SEAT["role"].editor),
    Column("quorum", "Quorum", 68, ink=Ink.MUTED),
    Column("expected", "Expected", 76, from_width=900, ink=Ink.MUTED),
    Column("since", "Since", 104, kind=Kind.DATE, ink=Ink.MUTED),
    Column("until", "Until", 104, kind=Kind.DATE, from_width=900, ink=Ink.MUTED),
    Column("deputies", "Deputies", 200, from_width=1040, ink=Ink.MUTED),
)
PEOPLE = (
    Column("name", "Name", 176, editor=PERSON["name"].editor),
    Column("organisation", "Organisation", 112, ink=Ink.MUTED),
    Column("seats", "Seats", 200, stretch=True),
    Column("belonging", "Now", 116, ink=Ink.MUTED),
    Column("email", "Email", 220, from_width=1040, ink=Ink.MUTED, editor=PERSON["email"].editor),
    Column("aliases", "Also written as", 180, from_width=1040, ink=Ink.MUTED),
)
ORGANISATIONS = (
    Column("name", "Name", 240, stretch=True, editor=ORGANISATION["name"].editor),
    Column("short_name", "Short name", 120, ink=Ink.MUTED, editor=ORGANISATION["short_name"].editor),
    Column("sector", "Sector", 148),
    Column("seats", "Seats", 72, kind=Kind.NUMBER),
    Column("people", "People", 72, kind=Kind.NUMBER),
)
BOARDS = (
    Column("short_name", "Short", 72, ink=Ink.MUTED, editor=BOARD["short_name"].editor),
    Column("name", "Board", 180, stretch=True, fits=200, editor=BOARD["name"].editor),
    Column("frequency", "Meets", 156, ink=Ink.MUTED, editor=BOARD["frequency"].editor),
    Column("accountable_to", "Accountable to", 112, ink=Ink.MUTED),
    Column("seats", "Seats", 56, kind=Kind.NUMBER),
    Column("target", "Target", 64, kind=Kind.NUMBER),
    Column("review", "Review", 100, kind=Kind.DATE, yields=1, ink=Ink.MUTED),
    Column("quorum", "Quorum", 320, stretch=True, from_width=1040, ink=Ink.MUTED),
)

_DAY = Editor(EditorKind.DATE)
INTERESTS = (
    Column("person", "Person", 148),
    Column("text", "Interest", 240, stretch=True, fits=400, editor=INTEREST["text"].editor, second="nature"),
    Column("nature", "Nature", 176, from_width=1000, ink=Ink.MUTED, editor=INTEREST["nature"].editor),
    Column("declared_on", "Declared", 104, kind=Kind.DATE, ink=Ink.MUTED, editor=_DAY),
    Column("until_day", "Last day", 104, kind=Kind.DATE, yields=1, ink=Ink.MUTED, editor=_DAY),
)
LINES = (
    Column("board", "Board", 72),
    Column("kind", "Line", 116, editor=LINE["kind"].editor),
    Column("to", "To", 220, stretch=True, editor=LINE["to"].editor),
    Column("from_day", "First day", 104, kind=Kind.DATE, ink=Ink.MUTED, editor=_DAY),
    Column("until_day", "Last day", 104, kind=Kind.DATE, ink=Ink.MUTED, editor=_DAY),
)


def seat_rows(shown: ShownOffice) -> tuple[list[Row], list[Group]]:
    """The roll of each board in sight, in its order; under a header each where there are several."""
    found = shown.seats_in_sight
    ids = list(dict.fromkeys(seat.board_id for seat in found))
    rows = [_seat(seat, shown) for seat in found]
    if len(ids) < 2:
        return rows, []
    groups = []
    for board_id in ids:
        count = sum(seat.board_id == board_id and not shown.is_over(seat) for seat in found)
        groups.append(Group(board_id, shown.boards[board_id].name, count=count_in_figures(count, "seat")))
    return rows, groups


def _seat(seat: Seat, shown: ShownOffice) -> Row:
    over = shown.is_over(seat)
    deputies = ", ".join(map(shown.person_name, seat.deputy_ids))
    return Row(
        seat.id,
        {
            "holder": _holder(seat, shown),
            "title": Cell(seat.title, tip=seat.title),
            "organisation": Cell(
                shown.organisation_name(seat.organisation_id, short=True) or "–",
                tip=shown.organisation_name(seat.organisation_id),
            ),
            "role": Cell(seat.role.capitalize(), value=seat.role.value),
            "quorum": "yes" if seat.counts_for_quorum else "–",
            "expected": "yes" if seat.expected else "–",
            "since": _since(seat, shown),
            "until": _until(seat, shown),
            "deputies": Cell(deputies or "–", tip=deputies),
        },
        group=seat.board_id,
        ink=Ink.FAINT if over else None,
    )


def _holder(seat: Seat, shown: ShownOffice) -> Cell:
    if shown.is_over(seat):
        return Cell("Ended", sort="–")
    holder = seat.holder_on(shown.today)
    if holder is None:
        return Cell(VACANT, ink=Ink.WARN, strong=True)
    name = shown.person_name(holder)
    ending = shown.term_ending(seat)
    if ending is None:
        return Cell(name, sort=surname_words(name))
    words = f"{name}: term ends on {short_date(ending.on)}, nobody follows"
    return Cell(
        name, sort=surname_words(name), shape=Shape.DIAMOND, shape_ink=Ink.WARN, said=words, tip=words
    )


def _since(seat: Seat, shown: ShownOffice) -> Cell:
    """Since when it is held or vacant; of a seat that is over, when it ended."""
    if shown.is_over(seat):
        return _day(seat.to_date)
    held = seat.held_on(shown.today)
    return _day(held.from_date if held else seat.vacant_since(shown.today))


def _until(seat: Seat, shown: ShownOffice) -> Cell:
    """The last day of whoever holds it; in warning where it is soon and nobody follows."""
    held = None if shown.is_over(seat) else seat.held_on(shown.today)
    if shown.term_ending(seat) is None or held is None or held.to_date is None:
        return _day(held.to_date if held else None)
    return Cell(short_date(held.to_date), sort=held.to_date, ink=Ink.WARN, strong=True)


def _day(day: date | None) -> Cell:
    return Cell(short_date(day), sort=day) if day else Cell("–")


def _day_edited(day: date | None) -> Cell:
    """A day edited in the table: the editor starts from nothing where there is none."""
    return Cell(short_date(day), sort=day, value=day.isoformat()) if day else Cell("–", value="")


def _words(words: str) -> Cell:
    """Words edited in the table: a dash for nothing, which the editor does not start from."""
    return Cell(words or "–", value=words, tip=words)


def person_rows(shown: ShownOffice, people: Sequence[Person]) -> list[Row]:
    """A person a row, by surname."""
    return [_person(person, shown) for person in people]


def _person(person: Person, shown: ShownOffice) -> Row:
    seats = seats_in_words(person.id, shown)
    return Row(
        person.id,
        {
            "name": Cell(person.name, sort=surname_words(person.name)),
            "organisation": Cell(
                shown.organisation_name(person.organisation_id, short=True) or "–",
                tip=shown.organisation_name(person.organisation_id),
            ),
            "seats": Cell(seats or "–", tip=seats),
            "belonging": shown.belonging(person.id).value,
            "email": _words(person.email),
            "aliases": ", ".join(person.aliases) or "–",
        },
    )


def seats_in_words(person_id: str, shown: ShownOffice) -> str:
    """The seats held now, else those before, else whom they deputise for; of the boards in sight first."""
    here = _seats_in_words(person_id, shown, everywhere=False)
    return here or _seats_in_words(person_id, shown, everywhere=True)


def _seats_in_words(person_id: str, shown: ShownOffice, *, everywhere: bool) -> str:
    several = len(shown.boards) > 1 and (everywhere or len(shown.board_ids) != 1)

    def listed(found: Iterable[Seat]) -> str:
        wanted = [seat for seat in found if everywhere or shown.is_in_sight(seat)]
        names = [shown.boards[seat.board_id].short_name if several else "" for seat in wanted]
        return "; ".join(f"{name} {seat.title}".strip() for name, seat in zip(names, wanted, strict=True))

    held = shown.holdings(person_id)
    if now := listed(holding.seat for holding in held if holding.is_now):
        return now
    if before := listed(holding.seat for holding in held):
        return f"was {before}"
    deputises = listed(shown.deputises_for(person_id))
    return f"deputy for {deputises}" if deputises else ""


def organisation_rows(shown: ShownOffice) -> list[Row]:
    """An organisation a row, in the office's order."""
    return [_organisation(organisation, shown) for organisation in shown.organisations.values()]


def _organisation(organisation: Organisation, shown: ShownOffice) -> Row:
    seats, people = len(shown.seats_of(organisation.id)), len(shown.people_of(organisation.id))
    return Row(
        organisation.id,
        {
            "name": organisation.name,
            "short_name": _words(organisation.short_name),
            "sector": organisation.sector.capitalize(),
            "seats": Cell(str(seats) if seats else "–", sort=seats),
            "people": Cell(str(people) if people else "–", sort=people),
        },
    )


def _above(board: Board, shown: ShownOffice) -> Cell:
    """The boards it is accountable to by their short names, and how many other bodies: `SPB, 3 more`."""
    above = boards_above(shown.lines, board.id, shown.today)
    short = [shown.boards[line.to_board_id].short_name for line in above if line.to_board_id]
    others = len(above) - len(short)
    more = f"{others} more" if short else count_in_figures(others, "body", "bodies")
    words = ", ".join([*short, more] if others else short)
    return Cell(words or "–", tip="\n".join(line.to_name for line in above))


def board_rows(shown: ShownOffice) -> list[Row]:
    """A board a row, in the office's order."""
    return [_board(board, shown) for board in shown.boards.values()]


def _board(board: Board, shown: ShownOffice) -> Row:
    quorum = quorum_words(board, shown.today)
    seats = sum(seat.board_id == board.id and not shown.is_over(seat) for seat in shown.seats)
    return Row(
        board.id,
        {
            "short_name": board.short_name,
            "name": board.name,
            "frequency": _words(board.frequency),
            "accountable_to": _above(board, shown),
            "seats": Cell(str(seats) if seats else "–", sort=seats),
            "target": Cell(f"{board.attendance_target.normalize():f}%", sort=board.attendance_target),
            "review": _day(board.review_on),
            "quorum": Cell(quorum or "–", tip=quorum),
        },
    )


def line_rows(shown: ShownOffice, lines: Iterable[ReportingLine]) -> list[Row]:
    """A reporting line a row, board by board; muted where it does not stand on the day looked at."""
    return [_line(line, shown) for line in lines]


def _line(line: ReportingLine, shown: ShownOffice) -> Row:
    board = shown.boards[line.board_id]
    return Row(
        line.id,
        {
            "board": Cell(board.short_name, tip=board.name),
            "kind": Cell(line.kind.value, value=line.kind.value),
            "to": Cell(line.to_name, tip=line.to_name),
            "from_day": _day_edited(line.from_day),
            "until_day": _day_edited(line.until_day),
        },
        ink=None if line.stands_on(shown.lines_on) else Ink.FAINT,
    )


def interest_rows(shown: ShownOffice, interests: Iterable[Interest]) -> list[Row]:
    """An interest a row, person by person; muted where it has ended."""
    return [_interest(interest, shown) for interest in interests]


def _interest(interest: Interest, shown: ShownOffice) -> Row:
    name = shown.person_name(interest.person_id)
    return Row(
        interest.id,
        {
            "person": Cell(name, sort=surname_words(name)),
            "text": Cell(interest.text, tip=interest.text),
            "nature": Cell(interest.nature.capitalize() or "–", value=interest.nature.value),
            "declared_on": _day_edited(interest.declared_on),
            "until_day": _day_edited(interest.until_day),
        },
        ink=None if interest.stands_on(shown.today) else Ink.FAINT,
    )
