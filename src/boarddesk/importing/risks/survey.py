"""Which tables of a document are registers, cards, actions by reference, or others, before any is read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from boarddesk.importing.headings import Field
from boarddesk.importing.risks.cards import Cards, is_risk, transposed
from boarddesk.importing.risks.column import WORDS, RiskColumns, is_code
from boarddesk.importing.risks.draft import RiskDraft
from boarddesk.importing.risks.heading_rows import columns_at, could_head
from boarddesk.importing.risks.key import explains_steps
from boarddesk.importing.risks.labels import card_labels
from boarddesk.importing.risks.register import CLOSED, ISSUES, RISKS, RegisterRows, read_rows
from boarddesk.importing.tables.grid import BLANK, Grid, SourceTables

NO_CATEGORY = re.compile(
    r"\b(?:risks?|register|log|appendix|annex|continued|sheet|table|closed|open|issues?|current|live"
    r"|archived?"
    r"|key|summary|update|report|item|page|q[1-4]|[0-9]{4}|committee|board|january|february|march|april|may"
    r"|june|july|august|september|october|november|december|reviewed?|version|draft|owner|date|note)\b",
    re.IGNORECASE,
)
"""What no category of risks is called."""
MOST_CATEGORY_WORDS = 7
LEAST_LABELS, SURELY_A_CARD = 4, 8
ABOVE_A_PART = re.compile(r"action|score|control|mitigation|rating", re.IGNORECASE)
NUMBERED_RISK = re.compile(r"\W*(?:risk )?[A-Z]{0,4}[0-9]{1,3}\b")
FIRST_ROWS = 40
OF_A_KIND = {"r", "risk", "risks", "i", "issue", "issues"}
"""The kinds of entries that are taken from a log of several kinds."""


def is_category(words: str) -> bool:
    """Whether words over a register can be what its risks have in common."""
    plain = bool(words) and len(words.split()) <= MOST_CATEGORY_WORDS
    return plain and not NO_CATEGORY.search(words) and not words.rstrip().endswith((".", ":"))


@dataclass
class RegisterTable:
    """One register in a document: where it stands, what it is called, the risks gathered from it.

    `columns` is None for cards; `why` says why it is left out.
    """

    grid: Grid
    title: str
    columns: RiskColumns | None
    drafts: list[RiskDraft]
    why: str = ""


@dataclass
class RegisterSurvey:
    """One pass over the tables.

    `others` are rows that are no register, `aside` what stands among the risks and is none, `actions` tables
    of actions each with the reference of its risk and where it ends.
    """

    source: SourceTables
    choices: Mapping[str, Field]
    registers: list[RegisterTable] = field(default_factory=list)
    others: list[tuple[Grid, int, int]] = field(default_factory=list)
    aside: list[tuple[str, str, str]] = field(default_factory=list)
    actions: list[tuple[Grid, RiskColumns, int]] = field(default_factory=list)
    with_cards: list[Grid] = field(default_factory=list)
    last_register: RiskColumns | None = None
    cards: Cards = field(init=False)

    def __post_init__(self) -> None:
        self.cards = Cards(self.choices)

    def run(self) -> None:
        """Every table in turn; the texts alone where no table is a register."""
        sheet = ""
        for grid in self.source.grids:
            if not grid.rows:
                continue
            grid = self._without_key(grid)
            across = transposed(grid)
            if across is not None or not self._is_card(grid):
                self._tables_in(across or grid)
                continue
            if grid.sheet and grid.sheet != sheet:
                self.cards.sheet(grid.sheet)
            sheet = grid.sheet
            self.cards.texts(grid.before, grid.place)
            self.cards.flush(grid.place)
            self.cards.table(grid)
            self.with_cards.append(grid)
        self._take_cards()
        if not self.registers:
            self._take_texts()

    def _without_key(self, grid: Grid) -> Grid:
        """A sheet without the key that stands beside its register, parted from it by an empty column."""
        if not grid.sheet:
            return grid
        empty = [
            all(row[at].empty and row[at].origin is None for row in grid.rows) for at in range(grid.width)
        ]
        parts, start = [], 0
        for at in (*(at for at, bare in enumerate(empty) if bare), grid.width):
            if at - start >= 2:
                parts.append(range(start, at))
            start = at + 1
        for part in parts if len(parts) > 1 else ():
            own = replace(grid, rows=tuple(tuple(row[at] for at in part) for row in grid.rows))
            if self._strongest(own) is None and explains_steps(own):
                self.others.append((own, 0, len(own.rows)))
                rows = (
                    tuple(BLANK if at in part else cell for at, cell in enumerate(row)) for row in grid.rows
                )
                grid = replace(grid, rows=tuple(rows))
        return grid

    # Cards -----------------------------------------------------------------------------------------------

    def _take_cards(self) -> None:
        """The cards as one register more: a summary beside them is a copy of it."""
        cards = [draft for draft in self.cards.drafts if is_risk(draft)]
        if cards:
            grid = self.with_cards[0] if self.with_cards else Grid(0, (), name="the text")
            self.registers.append(RegisterTable(grid, "", None, cards))

    def _take_texts(self) -> None:
        """Cards that are written as paragraphs."""
        for grid in self.source.grids:
            self.cards.texts(grid.before, grid.place)
        self.cards.texts(self.source.after, "the text")
        self.cards.flush("the text")
        self._take_cards()

    def _is_card(self, grid: Grid) -> bool:
        labels = card_labels(grid)
        if labels < SURELY_A_CARD and explains_steps(grid):
            return False
        register = self._strongest(grid)
        if register is not None and register.is_register and register.strength >= max(4.5, labels):
            return False
        beside = bool(self.with_cards) and self.with_cards[-1].index >= grid.index - 2 and not grid.sheet
        return labels >= LEAST_LABELS or (beside and self._belongs_to_card(grid))

    def _belongs_to_card(self, grid: Grid) -> bool:
        """A little table right after a card, no heading of another thing above it: its scores or actions."""
        headings = [text.text for text in grid.before if text.level]
        if any(not RISKS.search(words) and not ABOVE_A_PART.search(words) for words in headings):
            return any(map(NUMBERED_RISK.match, headings)) and card_labels(grid) >= 2
        trial = Cards(self.choices)
        trial.table(grid)
        return any(draft.scores or draft.actions or len(draft.said) >= 2 for draft in trial.drafts)

    def _strongest(self, grid: Grid) -> RiskColumns | None:
        rows = [row for row in range(min(FIRST_ROWS, len(grid.rows))) if could_head(grid, row)]
        found = [columns for row in rows if (columns := columns_at(grid, row, self.choices))]
        return max(found, key=lambda columns: columns.strength, default=None)

    # Registers -------------------------------------------------------------------------------------------

    def _tables_in(self, grid: Grid) -> None:
        """The registers of one table or sheet, one below the other, and what stands around them."""
        if self._continues(grid):
            return
        row = start = 0
        while row < len(grid.rows):
            columns = self._register_at(grid, row)
            if columns is None:
                row += 1
                continue
            if start < row:
                self.others.append((grid, start, row))
            if columns.is_register:
                rows = read_rows(grid, columns, self.choices, over=self._over(grid, start, row))
                self.last_register = columns
                self._register(grid, self._title(grid, start, row), rows)
                row = rows.last
            else:
                row = self._end(grid, columns)
                self.actions.append((grid, columns, row))
            start = row
        if start < len(grid.rows):
            self.others.append((grid, start, len(grid.rows)))

    def _register_at(self, grid: Grid, row: int) -> RiskColumns | None:
        """The columns of a register, or of actions by reference, whose headings begin here."""
        columns = columns_at(grid, row, self.choices) if could_head(grid, row) else None
        if columns is None or columns.first >= len(grid.rows):
            return None
        by_ref = columns.is_of_actions and bool(columns.of(Field.REF))
        return columns if columns.is_register or by_ref else None

    def _end(self, grid: Grid, columns: RiskColumns) -> int:
        rows = range(columns.first, len(grid.rows))
        return next((row for row in rows if self._register_at(grid, row) is not None), len(grid.rows))

    def _continues(self, grid: Grid) -> bool:
        """Whether a table goes on with the register before it without headings; then it is read."""
        before = self.last_register
        if before is None or grid.sheet or not self.registers:
            return False
        if grid.index != self.registers[-1].grid.index + 1 or grid.width != len(before.columns):
            return False
        refs = [grid.rows[0][column.index].line for column in before.of(Field.REF)]
        if not refs or not is_code(refs[0]) or could_head(grid, 0):
            return False
        rows = read_rows(grid, replace(before, header_row=0, depth=0), self.choices)
        self._register(grid, "", rows)
        return True

    def _over(self, grid: Grid, start: int, row: int) -> str:
        """What stands over a whole register and can be its risks' category: a heading, a line right above."""
        over = [text.text for text in grid.before if text.level > 1 or (text.level and self.registers)]
        lines = [
            (at, cell)
            for at in range(start, row)
            for cell in grid.rows[at]
            if cell.origin is None and not cell.empty
        ]
        if grid.sheet and len(lines) > 1 and row - lines[-1][0] <= 2:
            over = [lines[-1][1].line] if sum(at == lines[-1][0] for at, _ in lines) == 1 else []
        return next((words for words in over[-1:] if is_category(words)), "")

    def _title(self, grid: Grid, start: int, row: int) -> str:
        above = [cell.line for line in grid.rows[start:row] for cell in line if not cell.empty]
        texts = (text.text for text in grid.before[-2:])
        return " ".join([grid.sheet, *texts, *dict.fromkeys(above[-4:])])[:300]

    def _register(self, grid: Grid, title: str, rows: RegisterRows) -> None:
        """The risks and issues of a register; closed ones where it, or its sheet, is called so."""
        self.aside += rows.aside
        above = " ".join(text.text for text in grid.before[-1:])
        closed = CLOSED.search(grid.sheet) or (
            CLOSED.search(above) and not re.search(r"\bopen\b", above, re.IGNORECASE)
        )
        words = " ".join(column.heading for column in rows.columns.of(*WORDS, Field.REF))
        issues = ISSUES.search(grid.sheet or title[:160]) or (
            ISSUES.search(words) and not RISKS.search(words)
        )
        kept = []
        for draft in rows.drafts:
            kind = draft.line(Field.KIND).strip(" .").casefold()
            draft.closed = draft.closed or bool(closed)
            draft.issue = kind in ("i", "issue", "issues") if kind else bool(issues)
            if kind and kind not in OF_A_KIND:
                whole = " | ".join(cell.line for cells in draft.said.values() for cell in cells)
                self.aside.append((draft.place, whole, f"{draft.line(Field.KIND).lower()}, no risk"))
            else:
                kept.append(draft)
        self.registers.append(RegisterTable(grid, title, rows.columns, kept))


def survey_of_risks(source: SourceTables, choices: Mapping[str, Field]) -> RegisterSurvey:
    """The tables of a document looked over."""
    survey = RegisterSurvey(source, choices)
    survey.run()
    return survey
