"""The sheets of letters: a line for each person in each seat, figures beside it, each meeting's below."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from boarddesk.reports.attendance_workbook.places import Places, RegisterPage, headings, once
from boarddesk.reports.document import Tint
from boarddesk.reports.excel import TABLE_STYLE, fit_to_print
from boarddesk.rules.attendance.figures import NO_TALLY, NOTHING, Figure, Tally, tally
from boarddesk.rules.attendance.pack import AttendancePack
from boarddesk.rules.people import TargetFigure
from boarddesk.rules.registers.register import ATTENDED, FILLED, Mark, Register, Standing
from boarddesk.rules.registers.sheet import Line, lines

WHO = ("Name", "Seat", "Organisation", "Role")
WIDTHS, MARK, PERSON, TALL = (22, 26, 22, 10), 8, 20, 32
FIGURES = ("Expected", "Seat filled", "Attended", "Seat attendance", "Personal attendance")
FIGURE = 13
AGAINST = "Against target"
EXPECTED = frozenset(Mark) - {Mark.NOT_REQUIRED}
MEETS, BELOW = "Meets target", "Below target"
TINTS = {Mark.APOLOGIES: Tint.PALE, Mark.ABSENT: Tint.DARK}
SUMS = ("Total expected", "Total seats filled", "Total attended")
SHARES = ("Attendance, seat", "Attendance, personal")
MOST_PLACES = 4
COUNTING = (EXPECTED, FILLED, ATTENDED)


@dataclass(frozen=True)
class Sheet:
    """One register on one tab: who stands in which line, and where its figures are."""

    name: str
    standing: Standing
    pack: AttendancePack
    turned: bool = False

    @cached_property
    def lines(self) -> list[Line]:
        """The lines of one standing, at the meetings that count."""
        return lines(self.registers, lambda row: row.standing is self.standing)

    @property
    def registers(self) -> tuple[Register, ...]:
        """The registers that make the figures."""
        return self.pack.counting_registers

    @cached_property
    def places(self) -> Places:
        """Where the lines and the marks stand."""
        return Places(len(WHO), max(len(self.lines), 1), len(self.registers), self.turned)

    @property
    def expected_column(self) -> int:
        """The first column of figures; filled and attended come next."""
        return len(WHO) + len(self.registers)

    @property
    def total_line(self) -> int:
        """The line of the pooled figures; those of each meeting follow."""
        return self.places.lines + 2

    def sums(self, of: Iterable[Line]) -> Tally:
        """The marks of some lines, counted as the rules count them."""
        found = [tally([row]) for line in of for row in line.rows.values()]
        return sum(found, NO_TALLY)

    def range(self, column: int) -> str:
        """All of a column, as another sheet names it."""
        return f"{self.name}!{self.places.column(column)}"

    def total(self, figure: int) -> str:
        """The pooled count of one kind, as another sheet names it: expected, filled or attended."""
        return f"{self.name}!{self.places.cell(self.total_line, self.expected_column + figure)}"

    def shares(self) -> str:
        """The per cent of each meeting, as another sheet names it."""
        which = len(SUMS) + (self.pack.board.target_figure is TargetFigure.PERSONAL)
        return f"{self.name}!{self.places.marks_of(self.total_line + 1 + which)}"


class Look:
    """What cells look like; per cents of a board with this target have as many places as they need."""

    def __init__(self, book: Workbook, target: Decimal) -> None:
        top = {"valign": "top"}
        self._target = target
        self._shapes = {
            "title": book.add_format({"bold": True, "font_size": 16}),
            "plain": book.add_format({"bold": True}),
            "heading": book.add_format({"bold": True, "text_wrap": True, **top}),
            "over": book.add_format({"bold": True, "text_wrap": True, "align": "center", **top}),
            "text": book.add_format({"text_wrap": True, "num_format": "@", **top}),
            "in the middle": book.add_format(
                {"text_wrap": True, "num_format": "@", "align": "center", **top}
            ),
            "letter": book.add_format({"align": "center", "num_format": "@", **top}),
            "count": book.add_format({"align": "center", **top}),
            "target": book.add_format({"align": "center", "num_format": "0.##%", "bold": True, **top}),
            BELOW: book.add_format({"bg_color": f"#{Tint.PALE.value}", "bold": True}),
        }
        for mark, tint in TINTS.items():
            self._shapes[mark.value] = book.add_format({"bg_color": f"#{tint.value}", "bold": True})
        self._per_cents = [
            book.add_format({"align": "center", "num_format": f"0.{'0' * places}%", **top})
            for places in range(1, MOST_PLACES + 1)
        ]

    def __getitem__(self, name: str) -> Format:
        return self._shapes[name]

    def per_cent(self, figure: Figure) -> Format:
        """So many places that a share stays on its own side of the target, and off 0% and 100%."""
        return next(
            (shape for places, shape in enumerate(self._per_cents, 1) if self._is_true(figure, places)),
            self._per_cents[-1],
        )

    def _is_true(self, figure: Figure, places: int) -> bool:
        if figure.exact is None:
            return True
        whole = Decimal(figure.exact.numerator) / Decimal(figure.exact.denominator)
        rounded = whole.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
        return figure.is_true(rounded, self._target)


def over(column: int, words: int) -> str:
    """How a heading looks: in the middle where letters and figures stand below it, not words."""
    return "heading" if column < words else "over"


def figures_of(pack: AttendancePack) -> list[str]:
    """The columns of figures; a copy without percentages has the counts alone."""
    return [*FIGURES] if pack.percentages else [*FIGURES[: len(COUNTING)]]


def write(page: Worksheet, sheet: Sheet, look: Look, *, target: str) -> None:
    """The lines with their letters and formulas; `target` is the cell of the board's, empty for advisers."""
    judged = [AGAINST] if target and sheet.pack.percentages else []
    figures = [*figures_of(sheet.pack), *judged] if sheet.registers else []
    across = [*WHO, *once(headings(sheet.registers, "%d %b %Y")), *figures]
    whole = RegisterPage(page, sheet.places)
    if not sheet.turned:
        columns = [
            {"header": heading, "header_format": look[over(at, len(WHO))]}
            for at, heading in enumerate(across)
        ]
        area = (0, 0, sheet.places.lines, len(across) - 1)
        page.add_table(*area, {"columns": columns, "style": TABLE_STYLE, "name": sheet.name})
    for column, heading in enumerate(across):
        whole.text(0, column, heading, look["heading" if sheet.turned else over(column, len(WHO))])
    if not sheet.lines:
        whole.text(1, 0, NOTHING, look["text"])
    for at, line in enumerate(sheet.lines, start=1):
        _line(whole, sheet, at, line, look)
    if sheet.registers and sheet.lines:
        _figures(whole, sheet, look, target if judged else "")
        _total(whole, sheet, look)
        _meetings(whole, sheet, look)
        _tinted(page, sheet, look)
    whole.widths(WIDTHS, mark=MARK, figure=FIGURE, people=PERSON)
    for row in range(len(WHO) if sheet.turned else 1):
        page.set_row(row, TALL)
    page.freeze_panes(1, 1)
    fit_to_print(page)


def shown(line: Line, pack: AttendancePack) -> str:
    """Whose line it is: the person, or in a copy without names the seat."""
    row = line.latest
    return row.who if pack.names else line.title or row.organisation or row.role.value.capitalize()


def _line(whole: RegisterPage, sheet: Sheet, at: int, line: Line, look: Look) -> None:
    row = line.latest
    labels = (shown(line, sheet.pack), line.title, row.organisation, line.role)
    for column, words in enumerate(labels):
        shape = "over" if column == 0 else "in the middle"
        whole.text(at, column, words or NOTHING, look[shape if sheet.turned else "text"])
    for column, register in enumerate(sheet.registers, start=len(WHO)):
        there = line.at(register)
        mark = there.mark if there else None
        whole.text(at, column, mark.value if mark else "", look["letter"])


def _figures(whole: RegisterPage, sheet: Sheet, look: Look, target: str) -> None:
    """Beside each line its counts, its shares, and the one the target is held against in words."""
    for at, line in enumerate(sheet.lines, start=1):
        own = sheet.sums([line])
        values = (own.expected, own.seat.n, own.attended)
        marks = sheet.places.marks_of(at)
        for column, (counting, value) in enumerate(
            zip(COUNTING, values, strict=True), start=sheet.expected_column
        ):
            whole.formula(at, column, f"={count_formula(marks, counting)}", look["count"], value)
        if sheet.pack.percentages:
            personal = _shares(whole, sheet, at, own.seat, look)
            _against(whole, sheet, at, own.seat, personal=personal, target=target, look=look)


def _shares(whole: RegisterPage, sheet: Sheet, at: int, seat: Figure, look: Look) -> Figure:
    """The seat's share, and the person's, which is pooled over all their seats."""
    first, cell = sheet.expected_column, sheet.places.cell
    person = sheet.lines[at - 1].latest.person_id
    lines_of = [n for n, line in enumerate(sheet.lines, start=1) if line.latest.person_id == person]
    pooled = lines_of if person else [at]
    attended, expected = (_added([cell(n, first + which) for n in pooled]) for which in (2, 0))
    personal = sheet.sums([sheet.lines[n - 1] for n in pooled]).personal
    share(whole, (at, first + 3), (cell(at, first + 1), cell(at, first)), seat, look)
    share(whole, (at, first + 4), (attended, expected), personal, look)
    return personal


def _against(
    whole: RegisterPage, sheet: Sheet, at: int, seat: Figure, *, personal: Figure, target: str, look: Look
) -> None:
    if not target:
        return
    by_person = sheet.pack.board.target_figure is TargetFigure.PERSONAL
    judged = sheet.places.cell(at, sheet.expected_column + 3 + by_person)
    formula = f'=IF(ISNUMBER({judged}),IF({judged}>={target},"{MEETS}","{BELOW}"),"{NOTHING}")'
    value = against_words(personal if by_person else seat, sheet.pack)
    whole.formula(at, sheet.expected_column + 5, formula, look["count"], value)


def against_words(figure: Figure, pack: AttendancePack) -> str:
    """Held against the board's target, in words."""
    meets = figure.meets(pack.board.attendance_target)
    return NOTHING if meets is None else MEETS if meets else BELOW


def _added(cells: Sequence[str]) -> str:
    return cells[0] if len(cells) == 1 else f"({'+'.join(cells)})"


def _total(whole: RegisterPage, sheet: Sheet, look: Look) -> None:
    """The sum over the sum, never a mean of the shares above it."""
    at, expected, places = sheet.total_line, sheet.expected_column, sheet.places
    every = sheet.sums(sheet.lines)
    whole.text(at, 0, "Total", look["over" if sheet.turned else "heading"])
    for column, value in enumerate((every.expected, every.seat.n, every.attended), start=expected):
        whole.formula(at, column, f"=SUM({places.column(column)})", look["count"], value)
    if sheet.pack.percentages:
        of = places.cell(at, expected)
        share(whole, (at, expected + 3), (places.cell(at, expected + 1), of), every.seat, look)
        share(whole, (at, expected + 4), (places.cell(at, expected + 2), of), every.personal, look)


def _meetings(whole: RegisterPage, sheet: Sheet, look: Look) -> None:
    """Below the letters of each meeting: its counts, and its shares."""
    first, places = sheet.total_line + 1, sheet.places
    labels = (*SUMS, *SHARES) if sheet.pack.percentages else SUMS
    for line, label in enumerate(labels, start=first):
        whole.text(line, 0, label, look["over" if sheet.turned else "heading"])
    for column, register in enumerate(sheet.registers, start=len(WHO)):
        there = [row for line in sheet.lines if (row := line.at(register))]
        own = tally(there)
        values = (own.expected, own.seat.n, own.attended)
        for line, (marks, value) in enumerate(zip(COUNTING, values, strict=True), start=first):
            formula = f"={count_formula(places.column(column), marks)}"
            whole.formula(line, column, formula, look["count"], value)
        if sheet.pack.percentages:
            of = places.cell(first, column)
            share(whole, (first + 3, column), (places.cell(first + 1, column), of), own.seat, look)
            share(whole, (first + 4, column), (places.cell(first + 2, column), of), own.personal, look)


def count_formula(marks: str, counting: Iterable[Mark]) -> str:
    """How many letters of some kinds a range holds."""
    letters = ",".join(f'"{mark.value}"' for mark in Mark if mark in frozenset(counting))
    return f"SUMPRODUCT(COUNTIF({marks},{{{letters}}}))"


def share(
    whole: RegisterPage, at: tuple[int, int], over: tuple[str, str], figure: Figure, look: Look
) -> None:
    """One cell over another, as a per cent; a dash where nothing was expected."""
    count, expected = over
    formula = f'=IF({expected}=0,"{NOTHING}",{count}/{expected})'
    whole.formula(*at, formula, look.per_cent(figure), share_now(figure))


def share_now(figure: Figure) -> float | str:
    """The value a share has while the letters are as they are."""
    return float(figure.exact / 100) if figure.exact is not None else NOTHING


def _tinted(page: Worksheet, sheet: Sheet, look: Look) -> None:
    for mark in TINTS:
        rule = {"type": "cell", "criteria": "==", "value": f'"{mark.value}"', "format": look[mark.value]}
        page.conditional_format(*sheet.places.marks, rule)
    column = sheet.expected_column + len(FIGURES)
    area = (*sheet.places.at(1, column), *sheet.places.at(sheet.places.lines, column))
    rule = {"type": "cell", "criteria": "==", "value": f'"{BELOW}"', "format": look[BELOW]}
    page.conditional_format(*area, rule)
