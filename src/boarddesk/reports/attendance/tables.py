"""The tables of an attendance report: three figures, organisations, the register, each meeting's figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby, pairwise

from boarddesk.reports.document import Cell, Column, ColumnKind, Page, Table, Text, Tint, bold, cell, words
from boarddesk.reports.layout import table_size
from boarddesk.reports.metrics import POINTS_PER_CM, width_of
from boarddesk.rules.attendance import words as wording
from boarddesk.rules.attendance.figures import DEFINITION_MEETING, Figure
from boarddesk.rules.attendance.pack import AttendancePack, letters, shown_name, under_name
from boarddesk.rules.attendance.report import AttendanceRow
from boarddesk.rules.meetings.meeting import board_year
from boarddesk.rules.people import TargetFigure, YearStart
from boarddesk.rules.registers.register import Mark, Register
from boarddesk.rules.wording import day

ORGANISATION, SEATS, FIGURE, REPRESENTED, HEADROOM, LEAST_HEADROOM = 4.8, 1.4, 3.2, 2.95, 5.05, 3.6
MEMBER, MEETING, SEAT, PERSONAL = 5.2, 1.05, 1.8, 2.0
ROOM = 0.33
"""Centimetres beside the longest name of a column."""

MOST_UPRIGHT = 8
MOST_LYING = 14
FIGURES = (Column("Seat", SEAT, ColumnKind.CENTRED), Column("Personal", PERSONAL, ColumnKind.CENTRED))
_TINTS = {Mark.APOLOGIES.value: Tint.PALE, Mark.ABSENT.value: Tint.DARK}


def page_for(pack: AttendancePack) -> Page:
    """Upright as long as the register fits."""
    return Page.PORTRAIT if len(pack.counting_registers) <= MOST_UPRIGHT else Page.LANDSCAPE


def figures_table(pack: AttendancePack) -> Table:
    """The three figures with their fraction, target and range."""
    total = pack.people.total
    rows = (
        _figure("1 Seat, with deputies", total.seat, pack, wording.spread(pack, TargetFigure.SEAT)),
        _figure(
            "2 Personal, without deputies", total.personal, pack, wording.spread(pack, TargetFigure.PERSONAL)
        ),
        _figure("3 Organisation represented", total.representation, pack, ("See by organisation",)),
    )
    shown = (True, True, pack.percentages, pack.percentages, True)
    columns = (
        Column("Figure", 5.9),
        Column("Count", 2.1),
        Column("Per cent", 1.8),
        Column(f"Against {wording.target(pack)}", 2.7),
        Column("Range of meetings", 4.9),
    )
    return Table(
        "Three figures",
        f"One row for each figure: its count, {_and_target(pack)}and the range over the meetings.",
        tuple(column for column, keep in zip(columns, shown, strict=True) if keep),
        tuple(tuple(each for each, keep in zip(row, shown, strict=True) if keep) for row in rows),
        note=defined(wording.definition(pack)),
    )


def _and_target(pack: AttendancePack) -> str:
    return "per cent, against the target, " if pack.percentages else ""


def defined(definition: str) -> Text:
    """How the figures above are counted, as it stands under their table."""
    return words(bold("Definition used."), f" {definition}")


def _figure(name: str, figure: Figure, pack: AttendancePack, spread: Sequence[str]) -> tuple[Cell, ...]:
    return (
        cell(name),
        cell(_fraction(figure)),
        cell(figure.shown(pack.board.attendance_target)),
        cell(wording.against_words(figure, pack)),
        cell(*spread),
    )


def _fraction(figure: Figure) -> str:
    return figure.fraction.replace(" ", "\N{NO-BREAK SPACE}")


def name_width(names: Iterable[str], pack: AttendancePack, *, least: float, beside: float) -> float:
    """Centimetres for a column of bold names: as wide as the longest, as far as the page has room."""
    page = page_for(pack)
    longest = max((width_of(name, table_size(page), bold=True) for name in names), default=0.0)
    return min(max(least, longest / POINTS_PER_CM + ROOM), page.value - beside)


def organisations_table(pack: AttendancePack) -> Table:
    """Each organisation with the figure it is judged by and what it can still miss."""
    rows = pack.organisations.members
    least = LEAST_HEADROOM if pack.percentages else 0.0
    beside = SEATS + FIGURE + REPRESENTED
    name = name_width((row.name for row in rows), pack, least=ORGANISATION, beside=beside + least)
    headroom = Column(
        f"Headroom to {wording.target(pack)}", min(HEADROOM, page_for(pack).value - beside - name)
    )
    figure = wording.judged_title(pack)
    return Table(
        "By organisation",
        f"One row for each organisation: its seats, {figure.lower()}, representation{_and_headroom(pack)}.",
        (
            Column("Organisation", name),
            Column("Seats", SEATS),
            Column(figure, FIGURE),
            Column("Represented", REPRESENTED),
            *((headroom,) if pack.percentages else ()),
        ),
        tuple(_organisation(row, pack) for row in rows),
        note=words(wording.headroom_note(pack)),
    )


def _and_headroom(pack: AttendancePack) -> str:
    return " and headroom" if pack.percentages else ""


def _organisation(row: AttendanceRow, pack: AttendancePack) -> tuple[Cell, ...]:
    return (
        cell(row.name),
        cell(str(_seats(row, pack))),
        cell(wording.said(row.judged, pack)),
        cell(wording.said(row.representation, pack) if row.representation else ""),
        *((cell(wording.headroom_words(row)),) if pack.percentages else ()),
    )


def _seats(row: AttendanceRow, pack: AttendancePack) -> int:
    """The organisation's seats on the latest register it was on."""
    for register in reversed(pack.counting_registers):
        count = sum(
            other.organisation_id == row.group.key and other.standing is row.standing
            for other in register.rows
        )
        if count:
            return count
    return 0


def register_tables(
    rows: Sequence[AttendanceRow], pack: AttendancePack, *, who: str, note: Text
) -> Iterator[Table]:
    """The register in letters, from fifteen meetings on in parts; the last has the figures and the note."""
    *before, last = parts(pack.counting_registers, pack.board.year_start)
    for registers in before:
        yield _register(rows, registers, pack, who=who)
    yield _register(rows, last, pack, who=who, figures=FIGURES, note=note)


def parts(registers: Sequence[Register], start: YearStart) -> list[Sequence[Register]]:
    """As few tables as hold the meetings, filled evenly, and parted between half years of the board.

    Where half years would ask for one table more, the meetings are parted in equal pieces instead.
    """
    fewest = -(-len(registers) // MOST_LYING)
    for most in range(1, MOST_LYING + 1):
        found = _filled(_halves(registers, start), most)
        if len(found) <= fewest and max(map(len, found)) <= most:
            return found
    ends = [len(registers) * place // fewest for place in range(fewest + 1)]
    return [registers[begin:end] for begin, end in pairwise(ends)]


def _halves(registers: Sequence[Register], start: YearStart) -> Iterator[Sequence[Register]]:
    def half(register: Register) -> tuple[date, bool]:
        first, _ = board_year(register.meeting.date, start)
        return first, (register.meeting.date.month - first.month) % 12 >= 6

    return (tuple(found) for _, found in groupby(registers, half))


def _filled(halves: Iterable[Sequence[Register]], most: int) -> list[Sequence[Register]]:
    """Half years put together as long as they are at most so many meetings."""
    found: list[Sequence[Register]] = []
    for half in halves:
        if found and len(found[-1]) + len(half) <= most:
            found[-1] = (*found[-1], *half)
        else:
            found.append(half)
    return found


def _register(
    rows: Sequence[AttendanceRow],
    registers: Sequence[Register],
    pack: AttendancePack,
    *,
    who: str,
    figures: tuple[Column, ...] = (),
    note: Text = (),
) -> Table:
    with_year = wording.spans_years(register.meeting.date for register in pack.counting_registers)
    heads = [wording.head(register.meeting.date, with_year=with_year) for register in registers]
    meetings = [Column(head, MEETING, ColumnKind.CENTRED) for head in heads]
    first, last = (register.meeting.date for register in (registers[0], registers[-1]))
    beside = sum(column.width for column in (*meetings, *FIGURES))
    return Table(
        f"Register of {who.lower()}s, {day(first)} to {day(last)}",
        f"One row for each {who.lower()}, one column for each meeting, a letter in each cell.",
        (Column(who, _member_width(rows, pack, beside=beside)), *meetings, *figures),
        tuple(_register_row(row, registers, pack, with_figures=bool(figures)) for row in rows),
        note=note,
    )


def _member_width(rows: Sequence[AttendanceRow], pack: AttendancePack, *, beside: float) -> float:
    lines = (line(row, names=pack.names) for row in rows for line in (shown_name, under_name))
    return name_width(lines, pack, least=MEMBER, beside=beside)


def _register_row(
    row: AttendanceRow, registers: Sequence[Register], pack: AttendancePack, *, with_figures: bool
) -> tuple[Cell, ...]:
    figures = (_centred(row.seat, pack), _centred(row.personal, pack)) if with_figures else ()
    return (
        cell(shown_name(row, names=pack.names), under_name(row, names=pack.names)),
        *(_mark(letters(row, register)) for register in registers),
        *figures,
    )


def _mark(letter: str) -> Cell:
    tint = next((_TINTS[each] for each in letter.split() if each in _TINTS), Tint.NONE)
    return cell(words(letter) if tint is Tint.NONE else words(bold(letter)), tint=tint)


def _centred(figure: Figure, pack: AttendancePack) -> Cell:
    shown = figure.shown(pack.board.attendance_target) if pack.percentages and figure.of else ""
    return cell(_fraction(figure), shown)


def meetings_table(pack: AttendancePack) -> Table:
    """The figures behind the line."""
    return Table(
        "Figures of each meeting",
        "One row for each meeting: seats filled, members present and organisations represented.",
        (Column("Meeting", 5.4), Column("Seat", 4.0), Column("Personal", 4.0), Column("Organisations", 4.0)),
        tuple(
            (
                cell(day(figures.meeting.date)),
                cell(wording.said(figures.seat, pack)),
                cell(wording.said(figures.personal, pack)),
                cell(wording.said(figures.representation, pack)),
            )
            for figures in pack.people.trend
        ),
        note=defined(DEFINITION_MEETING),
    )
