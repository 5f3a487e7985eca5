"""The tables of an attendance report: three figures, organisations, the register, each meeting's figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from boarddesk.reports.document import Cell, Column, ColumnKind, Page, Table, Tint, bold, cell, words
from boarddesk.reports.metrics import POINTS_PER_CM, width_of
from boarddesk.rules import attendance_words as said
from boarddesk.rules.attendance import Mark, Register
from boarddesk.rules.attendance_figures import Figure
from boarddesk.rules.attendance_pack import AttendancePack, letters, shown_name, under_name
from boarddesk.rules.attendance_report import AttendanceRow
from boarddesk.rules.people import TargetFigure
from boarddesk.rules.wording import MONTHS, day

ORGANISATION, NAME_AND_HEADROOM, LEAST_HEADROOM = 4.8, 9.5, 3.7
TYPE = 10.5
MEMBER, MEETING, SEAT, PERSONAL = 5.2, 1.05, 1.8, 2.0
MOST_UPRIGHT = 8
MOST_LYING = 14
_TINTS = {Mark.APOLOGIES.value: Tint.PALE, Mark.ABSENT.value: Tint.DARK}


def _columns(*given: tuple[str, float]) -> tuple[Column, ...]:
    return tuple(Column(title, width) for title, width in given if title)


def page_for(pack: AttendancePack) -> Page:
    """Upright as long as the register fits."""
    return Page.PORTRAIT if len(pack.counted) <= MOST_UPRIGHT else Page.LANDSCAPE


def figures_table(pack: AttendancePack) -> Table:
    """The three figures with their fraction, target and range."""
    total = pack.people.total
    rows = (
        _figure("1 Seat, with deputies", total.seat, pack, said.spread(pack, TargetFigure.SEAT)),
        _figure(
            "2 Personal, without deputies", total.personal, pack, said.spread(pack, TargetFigure.PERSONAL)
        ),
        _figure("3 Organisation represented", total.representation, pack, ("See by organisation",)),
    )
    shown = (True, True, pack.percentages, True, True)
    columns = (
        Column("Figure", 5.9),
        Column("Count", 2.1),
        Column("Per cent", 1.8),
        Column(f"Against {said.target(pack)}", 2.7),
        Column("Range of meetings", 4.9),
    )
    return Table(
        "Three figures",
        "One row for each figure: its count, per cent, against the target, and the range over the meetings.",
        tuple(column for column, keep in zip(columns, shown, strict=True) if keep),
        tuple(tuple(each for each, keep in zip(row, shown, strict=True) if keep) for row in rows),
        note=words(bold("Definition used."), f" {pack.people.definition}"),
    )


def _figure(name: str, figure: Figure, pack: AttendancePack, spread: Sequence[str]) -> tuple[Cell, ...]:
    return (
        cell(name),
        cell(_fraction(figure)),
        cell(figure.shown(pack.board.attendance_target)),
        cell(said.against_words(figure, pack)),
        cell(*spread),
    )


def _fraction(figure: Figure) -> str:
    return figure.fraction.replace(" ", "\N{NO-BREAK SPACE}")


def organisations_table(pack: AttendancePack) -> Table:
    """Each organisation with its figures and what it can still miss; long names take some of its room."""
    longest = max((width_of(row.name, TYPE, bold=True) for row in pack.organisations.members), default=0.0)
    name = min(max(ORGANISATION, longest / POINTS_PER_CM + 0.4), NAME_AND_HEADROOM - LEAST_HEADROOM)
    return Table(
        "By organisation",
        "One row for each organisation: its seats, seat attendance, representation and headroom.",
        _columns(
            ("Organisation", name),
            ("Seats", 1.5),
            ("Seat attendance", 3.3),
            ("Represented", 3.1),
            (f"Headroom to {said.target(pack)}", NAME_AND_HEADROOM - name),
        ),
        tuple(_organisation(row, pack) for row in pack.organisations.members),
        note=words(said.headroom_note(pack)),
    )


def _organisation(row: AttendanceRow, pack: AttendancePack) -> tuple[Cell, ...]:
    return (
        cell(row.name),
        cell(str(_seats(row, pack))),
        cell(said.said(row.seat, pack)),
        cell(said.said(row.representation, pack) if row.representation else ""),
        cell(said.headroom_words(row)),
    )


def _seats(row: AttendanceRow, pack: AttendancePack) -> int:
    """The organisation's seats on the latest register it was on."""
    for register in reversed(pack.counted):
        count = sum(
            one.organisation_id == row.group.key and one.standing is row.standing for one in register.rows
        )
        if count:
            return count
    return 0


def register_tables(rows: Sequence[AttendanceRow], pack: AttendancePack, *, who: str) -> Iterator[Table]:
    """The register in letters; from fifteen meetings on it is split by half year."""
    parts = _parts(pack.counted)
    for number, registers in enumerate(parts):
        last = number == len(parts) - 1
        yield _register(rows, registers, pack, who=who, with_figures=last)


def _parts(registers: Sequence[Register]) -> list[Sequence[Register]]:
    if len(registers) <= MOST_LYING:
        return [registers]
    halves: dict[tuple[int, bool], list[Register]] = {}
    for one in registers:
        halves.setdefault((one.meeting.date.year, one.meeting.date.month > 6), []).append(one)
    return [
        half[start : start + MOST_LYING]
        for half in halves.values()
        for start in range(0, len(half), MOST_LYING)
    ]


def _register(
    rows: Sequence[AttendanceRow],
    registers: Sequence[Register],
    pack: AttendancePack,
    *,
    who: str,
    with_figures: bool,
) -> Table:
    centred = ColumnKind.CENTRED
    with_year = _months_repeat(pack.counted)
    meetings = [Column(_heading(one, with_year=with_year), MEETING, centred) for one in registers]
    figures = [Column("Seat", SEAT, centred), Column("Personal", PERSONAL, centred)] if with_figures else []
    first, last = (one.meeting.date for one in (registers[0], registers[-1]))
    return Table(
        f"Register of {who.lower()}s, {day(first)} to {day(last)}",
        f"One row for each {who.lower()}, one column for each meeting, a letter in each cell.",
        (Column(who, MEMBER), *meetings, *figures),
        tuple(_register_row(row, registers, pack, with_figures=with_figures) for row in rows),
    )


def _months_repeat(registers: Sequence[Register]) -> bool:
    """Whether a month stands for two years, so that the year must be said."""
    months = {(one.meeting.date.year, one.meeting.date.month) for one in registers}
    return len({month for _, month in months}) < len(months)


def _heading(register: Register, *, with_year: bool) -> str:
    when = register.meeting.date
    year = f"\n{when.year % 100:02}" if with_year else ""
    return f"{when.day}\n{MONTHS[when.month - 1][:3]}{year}"


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
        _columns(("Meeting", 5.4), ("Seat", 4.0), ("Personal", 4.0), ("Organisations", 4.0)),
        tuple(
            (
                cell(day(one.meeting.date)),
                cell(said.said(one.seat, pack)),
                cell(said.said(one.personal, pack)),
                cell(said.said(one.representation, pack)),
            )
            for one in pack.people.trend
        ),
    )
