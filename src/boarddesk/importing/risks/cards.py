"""Cards: one small table, page or sheet a risk, its labels beside or above what they say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from boarddesk.importing.headings import Field
from boarddesk.importing.plan.shapes import RULED
from boarddesk.importing.risks.column import WORDS, is_code
from boarddesk.importing.risks.draft import RiskDraft
from boarddesk.importing.risks.headings import Heading, heading_of, stage_of
from boarddesk.importing.risks.inner_tables import inner_table, names_stage
from boarddesk.importing.risks.items import ActionCells
from boarddesk.importing.risks.labels import PART_WITH_NUMBER, label_of, label_with_value, own_cells
from boarddesk.importing.risks.register import ACTS, CLOSED, REF_AND_WORDS
from boarddesk.importing.risks.vocabulary import Aspect, Stage
from boarddesk.importing.tables.grid import BLANK, Cell, Grid, Text

LEAST_PROSE = 3
"""The words from which on an impact is said in words, not scored."""
LONGEST_LINE = 200
TELLING = (
    *WORDS, Field.REF, Field.OWNERS, Field.CONTROLS, Field.MITIGATIONS, Field.CATEGORY, Field.EFFECT,
    Field.NEXT_REVIEW, Field.MOVEMENT, Field.STATUS, Field.RESPONSE,
)  # fmt: skip
"""What makes a card one of a risk."""
GENERIC = re.compile(
    r"\b(?:risks?|register|cards?|key|appendix|guidance|matrix|contents|introduction|summary|log)\b",
    re.IGNORECASE,
)
"""A heading of the whole document, of no risk and of no kind of risks."""
NUMBERED = re.compile(r"^risk\s*(?:ref\w*|no\.?|number|id)?\s*[:–-]?\s*", re.IGNORECASE)
OF_ACTION = {
    Field.MITIGATION_OWNER: "owner",
    Field.MITIGATION_DUE: "due",
    Field.MITIGATION_STATUS: "progress",
}


@dataclass
class Cards:
    """Gathers cards over the tables and texts of a document, in order.

    `head` is the last heading, which names the next card or stands over several; `waiting` a label that
    stands alone, with the lines below it.
    """

    choices: Mapping[str, Field]
    drafts: list[RiskDraft] = field(default_factory=list)
    aside: list[tuple[str, str, str]] = field(default_factory=list)
    card: RiskDraft | None = None
    head: str = ""
    over: str = ""
    first_label: object = None
    closed: bool = False
    waiting: tuple[Heading, str, list[str]] | None = None

    # Texts -----------------------------------------------------------------------------------------------

    def texts(self, texts: Iterable[Text], place: str) -> None:
        """What stands above a table: a line that names a card, one over several, labels in words."""
        for text in texts:
            line = " ".join(text.text.split())
            if self._waits(text, line, place):
                continue
            told = label_with_value(text.text)
            begun = REF_AND_WORDS.fullmatch(line)
            stands_out = text.level > 0 or text.bold
            if (
                begun
                and is_code(begun["ref"])
                and len(line) < LONGEST_LINE
                and (stands_out or not begun["ref"].isdigit())
            ):
                self._begin(place, line)
            elif told and told[0].field is not Field.OTHER:
                self._pair(told[0], told[1], Cell((told[2],)), place)
            elif is_code(NUMBERED.sub("", line)):
                self._begin(place, line)
            elif stands_out and len(line) < LONGEST_LINE:
                self._heading(line)
            else:
                self.aside.append((f"above {place}", text.text, "text outside the tables"))

    def _waits(self, text: Text, line: str, place: str) -> bool:
        """Lines below a label that stands alone belong to it, up to the next label or heading."""
        says = label_of(line) if line.endswith(":") else None
        if (
            self.waiting is not None
            and not text.level
            and says is None
            and label_with_value(text.text) is None
        ):
            self.waiting[2].append(text.text)
            return True
        self.flush(place)
        if says is not None:
            self.waiting = (says, line, [])
        return says is not None

    def flush(self, place: str) -> None:
        """What stood below the last label, once it has ended."""
        waiting, self.waiting = self.waiting, None
        if waiting is not None and waiting[2]:
            self._pair(waiting[0], waiting[1], Cell(tuple(waiting[2])), place)

    def _heading(self, line: str) -> None:
        self.closed = bool(CLOSED.search(line)) if GENERIC.search(line) else self.closed
        if self.head and self.head != line:
            self.over = "" if GENERIC.search(self.head) else self.head
        self.head = line
        self.card = None

    # Cards -----------------------------------------------------------------------------------------------

    def sheet(self, name: str) -> None:
        """A new sheet is a new card, called by its sheet where that is a reference."""
        self.card = None
        self.head = name if is_code(name) or REF_AND_WORDS.fullmatch(name) else ""

    def _begin(self, place: str, head: str) -> RiskDraft:
        self.card = RiskDraft(place, head=head, over=self.over, closed=self.closed)
        self.drafts.append(self.card)
        self.first_label = None
        return self.card

    def _current(self, place: str) -> RiskDraft:
        """The card that is open; a new one under the last heading, where that can name a risk."""
        if self.card is not None:
            return self.card
        names = is_code(self.head) or REF_AND_WORDS.fullmatch(self.head) or not GENERIC.search(self.head)
        return self._begin(place, self.head if names else "")

    def _pair(self, says: Heading, label: str, cell: Cell, place: str) -> None:
        """What a label says, for its card; a label that comes again begins the next card."""
        if (
            says.aspect is Aspect.IMPACT
            and says.stage is Stage.UNSAID
            and len(cell.line.split()) >= LEAST_PROSE
        ):
            says = Heading(Field.EFFECT)
        key = says.field or (says.stage, says.aspect)
        again = self.card is not None and says.field in self.card.said
        if again and (says.field in (Field.REF, Field.TITLE) or key == self.first_label):
            self.card, self.head = None, ""
        card = self._current(place)
        self.first_label = self.first_label or key
        if says.field is Field.MITIGATIONS and not cell.empty:
            card.actions.append(ActionCells(cell))
        elif says.field in OF_ACTION and card.actions and not cell.empty:
            card.actions[-1] = replace(card.actions[-1], **{OF_ACTION[says.field]: cell})
        elif says.field in ACTS:
            card.take(Heading(Field.OTHER), label, cell, place)
        elif says.of_score or not RULED.fullmatch(cell.line):
            card.take(says, label.rstrip(": "), cell, place)

    # Tables ----------------------------------------------------------------------------------------------

    def table(self, grid: Grid) -> None:
        """Every row of a card's table."""
        number = 0
        while number < len(grid.rows):
            number += self._row(grid, number)

    def _row(self, grid: Grid, number: int) -> int:
        """What one row says; how many rows were taken with it."""
        own = own_cells(grid.rows[number])
        if not own:
            return 1
        inner = inner_table(grid, number, self.choices)
        if inner.rows:
            for says, label, cell, place in inner.said:
                self._pair(says, label, cell, place)
            if inner.actions:
                self._current(grid.row_place(number)).actions += inner.actions
            return inner.rows
        if len(own) == 1:
            return self._alone(grid, number, own[0][1])
        self._pairs(grid, number, [cell for _, cell in own])
        return 1

    def _alone(self, grid: Grid, number: int, cell: Cell) -> int:
        """A lone cell: the line that names a card, a label over its words, or with them, or a line aside."""
        place, line = grid.row_place(number), cell.line
        begun = REF_AND_WORDS.fullmatch(line)
        if (begun and is_code(begun["ref"])) or is_code(line):
            self._begin(place, line)
            return 1
        if told := label_with_value(cell.text):
            self._pair(told[0], told[1], Cell((told[2],)), place)
            return 1
        label = label_of(line)
        below = own_cells(grid.rows[number + 1]) if number + 1 < len(grid.rows) else []
        if label is not None and label.field and len(below) == 1 and label_of(below[0][1].line) is None:
            self._pair(label, line, below[0][1], place)
            return 2
        if label is not None and (not below or (label.field is None and label.stage is not Stage.UNSAID)):
            return 1
        if cell.bold or cell.columns > 1:
            self._heading(line)
        self.aside.append((place, cell.text, "a line of the card that no label names"))
        return 1

    def _pairs(self, grid: Grid, number: int, cells: list[Cell]) -> None:
        """Labels with their values along a row, under the stage that the row or a cell over it names."""
        place = grid.row_place(number)
        over = grid.shown(number, 0) if grid.rows[number][0].origin else BLANK
        stage = stage_of(over.line)
        part = PART_WITH_NUMBER.fullmatch(cells[1].line) or label_of(cells[1].line)
        whole_stage = heading_of(cells[0].line).aspect in (None, Aspect.SCORE)
        if part and whole_stage and names_stage(cells[0].line) and heading_of(cells[1].line).of_score:
            head, stage, cells = cells[0], stage_of(cells[0].line), cells[1:]
            if all(PART_WITH_NUMBER.fullmatch(cell.line) for cell in cells):
                whole = Cell((", ".join(cell.line for cell in cells),))
                self._pair(Heading(stage=stage, aspect=Aspect.SCORE), head.line, whole, place)
                return
        at = 0
        while at < len(cells):
            at += self._next_pair(cells, at, stage, place)

    def _next_pair(self, cells: Sequence[Cell], at: int, stage: Stage, place: str) -> int:
        """One label with its value; how many cells they take."""
        label, value = cells[at], cells[at + 1] if at + 1 < len(cells) else BLANK
        if told := label_with_value(label.text):
            self._pair(told[0], told[1], Cell((told[2],)), place)
            return 1
        says = label_of(label.line)
        if says is None and names_stage(label.line):
            says = Heading(stage=stage_of(label.line), aspect=Aspect.SCORE)
        if says is None:
            if self.card is not None and not label.empty:
                heading, said = (label.line, value) if not value.empty else ("", label)
                self.card.rest.append((heading, said, place))
            return 2
        if says.of_score and says.stage is Stage.UNSAID:
            says = replace(says, stage=stage)
        if label_of(value.line) is not None and len(cells) % 2 and not says.of_score:
            return 1
        self._pair(says, label.line, value, place)
        return 2


def is_risk(draft: RiskDraft) -> bool:
    """Whether a card says which risk it is and something of it."""
    fields = [of for of in draft.said if of in TELLING]
    return bool(draft.words) and (len(fields) + len(draft.scores[:2]) + bool(draft.actions)) >= 2


def transposed(grid: Grid) -> Grid | None:
    """A register whose risks stand across and whose headings stand down, turned; None where it is none."""
    heads = [row[0].line for row in grid.rows]
    refs = next((row for row in grid.rows if row and heading_of(row[0].line).field is Field.REF), None)
    if refs is None or grid.width < 3:
        return None
    known = sum(label_of(head) is not None for head in heads)
    if known < 5 or known * 2 < sum(map(bool, heads)):
        return None
    codes = [cell.line for cell in refs[1:] if not cell.empty]
    if len(codes) < 2 or len(set(codes)) < len(codes) or not all(map(is_code, codes)):
        return None
    rows = tuple(
        tuple(grid.shown(row, column)._replace(rows=1, columns=1) for row in range(len(grid.rows)))
        for column in range(grid.width)
    )
    return replace(grid, rows=rows)
