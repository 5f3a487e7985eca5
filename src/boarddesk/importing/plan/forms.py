"""Forms, one action each, with labels beside their values: laid out again as rows under headings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from boarddesk.importing.columns import BEGINS, PLAN_WORDS, fits, plain
from boarddesk.importing.headings import Field
from boarddesk.importing.plan.shapes import NAMED_REF, bare_ref, is_date, is_ref, is_ruled, ref_and_text
from boarddesk.importing.plan.survey import BESIDE_ACTIONS
from boarddesk.importing.statuses import is_status
from boarddesk.importing.tables.grid import BLANK, Cell, Grid

LONGEST_LABEL = 90
REF_HEADING, TEXT_HEADING, TITLE_HEADING = "Ref", "Action", "Title"


@dataclass(frozen=True)
class FormGrid(Grid):
    """Forms laid out as a table: a row of labels, then one row for each form; all stand in one place."""

    def row_place(self, row: int) -> str:
        """The table the form stands in: its rows are no rows of the document."""
        return self.place

    def cell_place(self, row: int, column: int) -> str:
        """The same."""
        return self.place


@dataclass
class _Form:
    """One form while its table is being read: the value beside each label, in order."""

    values: dict[str, Cell] = field(default_factory=dict)
    rest: list[Cell] = field(default_factory=list)


def as_rows(grid: Grid) -> Grid:
    """The table laid out as rows where it is a form; else the table itself."""
    if grid.width < 2 or grid.width > 8:
        return grid
    forms = list(_forms(grid))
    labels = list(dict.fromkeys(label for form in forms for label in form.values))
    if not forms or not _is_of_actions(labels, forms):
        return grid
    titled = [_titles(form, grid, labels) for form in forms]
    named = list(dict.fromkeys(label for titles in titled for label in titles))
    rows = [tuple(Cell((heading,), bold=True) for heading in (*named, *labels))]
    for form, titles in zip(forms, titled, strict=True):
        own = [form.values.get(label, BLANK) for label in labels]
        above = [Cell((titles[label],)) if titles.get(label) else BLANK for label in named]
        rows.append((*above, *own))
    before = grid.before
    return FormGrid(
        index=grid.index, rows=tuple(rows), name=grid.name, before=before, header_rows=1, inside=grid.inside
    )


def _forms(grid: Grid) -> Iterator[_Form]:
    """Each form of a table; a new one begins where a label comes again. None where it is no form."""
    form, known, unknown = _Form(), 0, 0
    done: list[_Form] = []
    for row in grid.rows:
        cells = [cell for cell in row if cell.origin is None]
        if not any(not is_ruled(cell.line) for cell in cells):
            continue
        filled = [cell for cell in cells if not cell.empty]
        if len(filled) == 2 and NAMED_REF.fullmatch(filled[0].line):
            done += [form] if form.values else []
            form = _Form(
                rest=[
                    *([] if form.values else form.rest),
                    filled[0]._replace(paragraphs=(f"{filled[0].line}: {filled[1].line}",)),
                ]
            )
            continue
        if len(filled) == 1 and len(cells) == 1:
            if form.values and any(map(_is_title, filled)):
                done.append(form)
                form = _Form()
            form.rest += filled
            continue
        pairs = list(_pairs(cells))
        if not pairs:
            unknown += len(filled)
            form.rest += filled
            continue
        for label, value, is_known in pairs:
            known += is_known
            unknown += not is_known
            if label in form.values:
                done.append(form)
                form = _Form()
            form.values[label] = value
    done.append(form)
    if known >= 3 and known >= 2 * unknown:
        yield from (form for form in done if form.values)


def _is_title(cell: Cell) -> bool:
    return cell.bold or bool(cell.shading) or _apart(cell.line) is not None


def _pairs(cells: Sequence[Cell]) -> Iterator[tuple[str, Cell, bool]]:
    """Labels with their values along a row; an odd number of cells or a value before a label is no form."""
    if len(cells) % 2 or len(cells) > 6:
        return
    for label, value in zip(cells[::2], cells[1::2], strict=True):
        if label.empty and value.empty:
            continue
        if label.empty or len(label.line) > LONGEST_LABEL or _is_value(label):
            return
        yield label.line.rstrip(" :"), value, _known(label.line) is not None


def _is_value(cell: Cell) -> bool:
    line = cell.line
    return (len(line) > 1 and is_ref(line)) or is_status(line) or (is_date(line) and _known(line) is None)


def _known(label: str) -> Field | None:
    """The field a label gives, where it is plainly one."""
    offered = fits(label, PLAN_WORDS)
    return offered[0].field if offered and offered[0].tier >= BEGINS else None


def _is_of_actions(labels: Sequence[str], forms: Sequence[_Form]) -> bool:
    """Whether the labels are those of an action: what is done, and two things said of it."""
    fields = {_known(label) for label in labels} - {None}
    beside = sum(field in BESIDE_ACTIONS for field in fields)
    titled = any(_apart(cell.line) for form in forms for cell in form.rest)
    whole = {Field.REF, Field.BY_WHEN} <= fields and bool(fields & {Field.AREA, Field.OUTCOME})
    does = Field.TEXT in fields or titled or whole or bool(fields & {Field.HOW, Field.MILESTONES})
    # The first row of a plain table of two columns can read as a label and its value too.
    values = [plain(value.line) for form in forms for value in form.values.values() if not value.empty]
    headed = sum(value in PLAN_WORDS for value in values)
    return does and beside >= 2 and headed * 3 <= len(values)


def _titles(form: _Form, grid: Grid, labels: Sequence[str]) -> dict[str, str]:
    """What stands on top of a form or right above it: its ref and its action where no label gives them."""
    fields = {_known(label) for label in labels}
    inside = [cell.line for cell in form.rest]
    above = [text.text for text in reversed(grid.before[-2:])]
    lines = [*inside, *above]
    found = next(((line, apart) for line in lines if (apart := _apart(line))), None)
    titles: dict[str, str] = {}
    if found is None:
        return {TITLE_HEADING: "; ".join(inside)} if inside else {}
    line, (ref, text) = found
    if Field.REF not in fields:
        titles[REF_HEADING] = ref
    if text and line in inside:
        titles[TITLE_HEADING if Field.TEXT in fields else TEXT_HEADING] = text
    elif text and Field.TEXT not in fields:
        titles[TEXT_HEADING] = text
    return titles


def _apart(line: str) -> tuple[str, str] | None:
    """A line that is a reference, or begins with one, taken apart."""
    return (bare_ref(line), "") if is_ref(line) else ref_and_text(line)
