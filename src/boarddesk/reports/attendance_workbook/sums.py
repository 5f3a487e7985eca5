"""The pooled figures held against the target, and the headline, as formulas over the sheets of letters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from xlsxwriter.worksheet import Worksheet

from boarddesk.reports.attendance_workbook.organisations import represented_cells
from boarddesk.reports.attendance_workbook.places import Places, RegisterPage
from boarddesk.reports.attendance_workbook.sheets import (
    AGAINST,
    BELOW,
    FIGURE,
    MEETS,
    Look,
    Sheet,
    against_words,
    over,
    share,
    share_now,
)
from boarddesk.reports.excel import TABLE_STYLE, fit_to_print
from boarddesk.rules.attendance.figures import NO_FIGURE, NOTHING, Figure
from boarddesk.rules.attendance.pack import AttendancePack
from boarddesk.rules.people import TargetFigure
from boarddesk.rules.registers.register import Standing

FIGURES, WIDE = "Figures", 34
PER_CENT, TARGET, MOST_PLACES = "Per cent", "Target", 4


class PooledLine(NamedTuple):
    """One line of the figures: what it is, the cells it is counted from, and what they say now."""

    label: str
    count_cell: str
    of_cell: str
    figure: Figure


def target_cell(pack: AttendancePack) -> str:
    """Where the target stands: changed there, everything is judged by the new one."""
    return f"{FIGURES}!${_target_letter(pack)}${_judged_line(pack) + 1}"


def _columns(pack: AttendancePack) -> list[str]:
    """A copy without percentages names no target either: it is one."""
    return ["Figure", "Count", "Of", *([PER_CENT, TARGET, AGAINST] if pack.percentages else [])]


def _target_letter(pack: AttendancePack) -> str:
    return "ABCDEF"[_columns(pack).index(TARGET)]


def _judged_line(pack: AttendancePack) -> int:
    return 2 if pack.board.target_figure is TargetFigure.PERSONAL else 1


def write(page: Worksheet, pack: AttendancePack, sheets: Sequence[Sheet], look: Look) -> None:
    """Members' figures with the target, representation, advisers apart, and the range over the meetings."""
    found = list(_pooled(pack, sheets))
    span = tuple(_range(pack, sheets[0])) if pack.percentages else ()
    across = _columns(pack)
    last = len(found) + len(span)
    whole = RegisterPage(page, Places(1, last, len(across) - 1))
    columns = [{"header": heading, "header_format": look[over(at, 1)]} for at, heading in enumerate(across)]
    page.add_table(0, 0, last, len(across) - 1, {"columns": columns, "style": TABLE_STYLE, "name": FIGURES})
    for at, line in enumerate(found, start=1):
        whole.text(at, 0, line.label, look["text"])
        whole.formula(at, 1, f"={line.count_cell}", look["count"], line.figure.n)
        whole.formula(at, 2, f"={line.of_cell}", look["count"], line.figure.of)
        if pack.percentages:
            share(whole, (at, 3), (whole.places.cell(at, 1), whole.places.cell(at, 2)), line.figure, look)
        if pack.percentages and at == _judged_line(pack):
            _judge(whole, at, line.figure, pack, look)
    for at, (label, formula, figure) in enumerate(span, start=len(found) + 1):
        whole.text(at, 0, label, look["text"])
        whole.formula(at, 3, formula, look.per_cent(figure), share_now(figure))
    rule = {"type": "cell", "criteria": "==", "value": f'"{BELOW}"', "format": look[BELOW]}
    page.conditional_format(1, len(across) - 1, last, len(across) - 1, rule)
    page.set_column(0, 0, WIDE)
    page.set_column(1, len(across) - 1, FIGURE + 3)
    page.freeze_panes(1, 1)
    fit_to_print(page)


def _judge(whole: RegisterPage, at: int, figure: Figure, pack: AttendancePack, look: Look) -> None:
    """The board's target, to be changed by whoever reads it, and the words for the figure beside it."""
    target = float(pack.board.attendance_target / 100)
    place = _columns(pack).index(TARGET)
    whole.page.write_number(*whole.places.at(at, place), target, look["target"])
    count, of, cell = (whole.places.cell(at, column) for column in (1, 2, place))
    formula = f'=IF({of}=0,"{NOTHING}",IF({count}/{of}>={cell},"{MEETS}","{BELOW}"))'
    whole.formula(at, place + 1, formula, look["count"], against_words(figure, pack))


def _pooled(pack: AttendancePack, sheets: Sequence[Sheet]) -> Iterator[PooledLine]:
    for sheet in sheets:
        every = sheet.sums(sheet.lines)
        yield PooledLine(f"{sheet.name}: seat attendance", sheet.total(1), sheet.total(0), every.seat)
        yield PooledLine(f"{sheet.name}: personal attendance", sheet.total(2), sheet.total(0), every.personal)
        if sheet.standing is Standing.MEMBERS:
            represented = pack.people.total.representation
            yield PooledLine("Organisations represented", *represented_cells(pack), represented)


def _range(pack: AttendancePack, members: Sheet) -> Iterator[tuple[str, str, Figure]]:
    """From the lowest meeting to the highest."""
    which, cells = pack.board.target_figure, members.shares()
    for label, function, found in (
        ("Lowest meeting", "MIN", pack.people.lowest(which)),
        ("Highest meeting", "MAX", pack.people.highest(which)),
    ):
        figure = found.of(which) if found else NO_FIGURE
        yield f"{label}, {which} attendance", f'=IF(COUNT({cells})=0,"{NOTHING}",{function}({cells}))', figure


def headline(pack: AttendancePack) -> str:
    """The formula of the first sentence: the figure and its target, of whatever letters stand there now."""
    line = _judged_line(pack) + 1
    count, of = f"{FIGURES}!B{line}", f"{FIGURES}!C{line}"
    personal = pack.board.target_figure is TargetFigure.PERSONAL
    what = "Members attended" if personal else "Seats were filled"
    held = _held(f"{count}/{of}", pack) if pack.percentages else '"."'
    return f'=IF({of}=0,"No register of this time counts.","{what} "&{count}&" of "&{of}&" times"&{held})'


def _held(ratio: str, pack: AttendancePack) -> str:
    """The per cent and the target it is held against."""
    target = f"{FIGURES}!{_target_letter(pack)}{_judged_line(pack) + 1}"
    return (
        f'" ("&{_shown(ratio, target)}&"), "&IF({ratio}>={target},"at or above","below")'
        f'&" the target of "&ROUND({target}*100,2)&"%."'
    )


def _shown(over: str, target: str) -> str:
    """Whole per cents, with as many places as keep it on its own side of the target and off the ends."""
    shown = f'TEXT({over},"0.{"0" * MOST_PLACES}%")'
    for places in reversed(range(MOST_PLACES)):
        shape = f"0.{'0' * places}%" if places else "0%"
        rounded = f"ROUND({over},{places + 2})"
        ends = ",".join(f"({rounded}={end})=({over}={end})" for end in (0, 1))
        stays = f"AND(({rounded}>={target})=({over}>={target}),{ends})"
        shown = f'IF({stays},TEXT({over},"{shape}"),{shown})'
    return shown
