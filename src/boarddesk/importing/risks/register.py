"""The rows of a register: each is a risk, goes on with the one above, or stands over those below."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from boarddesk.importing.headings import Field
from boarddesk.importing.plan.shapes import RULED
from boarddesk.importing.risks.column import WORDS, RiskColumn, RiskColumns, is_code
from boarddesk.importing.risks.draft import RiskDraft
from boarddesk.importing.risks.heading_rows import columns_at, could_head, same_headings
from boarddesk.importing.risks.headings import Heading, stage_of
from boarddesk.importing.risks.items import ActionCells
from boarddesk.importing.risks.vocabulary import Stage
from boarddesk.importing.tables.grid import BLANK, Cell, Grid

CLOSED = re.compile(r"\b(?:closed|resolved|retired|removed|de-?escalated|archived?)\b", re.IGNORECASE)
ISSUES = re.compile(r"\bissues?\b(?!.*\brisks?\b)", re.IGNORECASE)
RISKS = re.compile(r"\brisks?\b", re.IGNORECASE)
REF_AND_WORDS = re.compile(
    (
        r"(?:risk\s+)?(?:(?:no\.?|ref\.?|number"
        r"|id)\s*:?\s*)?(?P<ref>(?:[A-Za-z]{1,8}[ ./_-]?)?(?:[A-Za-z]{1,4}["
        r" ./_-]?)?[0-9]{1,4}(?:[./_-][0-9A-Za-z]{1,4}){0,2})\s*(?:[:.)–—-]+\s*"
        r"|\s+)(?P<words>[^\W\d].{2,})"
    ),
    re.IGNORECASE | re.DOTALL,
)
"""A line that begins with the reference of a risk."""
NOTE = re.compile(
    (
        r"\W*(?:notes?|n\.?b\.?|source|key|scores?|please|this|these|all|the|see|reviewed|signed|updated"
        r"|prepared|version|\*)\b.*"
    ),
    re.IGNORECASE | re.DOTALL,
)
EXAMPLE = re.compile(r"\W*(?:e\.?g\.?|example|sample|for example)\b.*", re.IGNORECASE | re.DOTALL)
TOTAL = re.compile(
    (
        r"\W*(?:total|totals|average|mean|count|sum|number of risks|overall"
        r"|total (?:number of )?risks.*)\b.{0,30}"
    ),
    re.IGNORECASE,
)
KEY_LINE = re.compile(
    r"\W*(?:[A-Za-z]{1,3}|[0-9]{1,2}(?:\s*[-–]\s*[0-9]{1,2})?|[A-Za-z ]{3,20})\s*[=:]\s*[\w –-]{1,30}",
    re.IGNORECASE,
)
"""A cell of a key that stands under the register: `VH = Very high`."""
OTHER_KINDS = re.compile(
    r"\W*(?:(?:open|new|live|current|programme|project) )*"
    r"(?P<kind>risks?|issues?|opportunit(?:y|ies)|assumptions?|dependenc(?:y|ies)|decisions?|lessons?)"
    r"(?: log| register)?\W*",
    re.IGNORECASE,
)
"""A line that says of what kind the rows below it are."""
NEW_RISKS = re.compile(r"\W*new (?:and emerging )?risks?\b.{0,30}", re.IGNORECASE)
MOST_BANNER_WORDS = 14


@dataclass
class RegisterRows:
    """What the rows under one set of headings hold."""

    columns: RiskColumns
    drafts: list[RiskDraft] = field(default_factory=list)
    aside: list[tuple[str, str, str]] = field(default_factory=list)
    last: int = 0


def read_rows(
    grid: Grid, columns: RiskColumns, choices: Mapping[str, Field], *, over: str = ""
) -> RegisterRows:
    """The rows under a register's headings, up to the next ones; `over` stands above them all."""
    reading = _Rows(grid, columns, choices, banner=over)
    reading.run()
    return reading.found


@dataclass
class _Rows:
    """One pass down the rows."""

    grid: Grid
    columns: RiskColumns
    choices: Mapping[str, Field]
    found: RegisterRows = field(init=False)
    banner: str = ""
    closed: bool = False
    head: str = ""
    kind: str = ""
    fresh: bool = False

    def __post_init__(self) -> None:
        self.found = RegisterRows(self.columns)

    def run(self) -> None:
        """Every row in turn."""
        number = self.columns.first
        while number < len(self.grid.rows):
            if number > self.columns.first and self._heads_again(number):
                again = columns_at(self.grid, number, self.choices)
                if again is not None and not self._same(again):
                    break
                number += again.depth if again else 1
                continue
            self._row(number)
            number += 1
        self.found.last = number
        self.found.drafts = _joined(self.found.drafts)

    def _same(self, again: RiskColumns) -> bool:
        """Whether headings further down say the same of each column."""
        return [one.says for one in again.columns] == [one.says for one in self.columns.columns]

    def _heads_again(self, number: int) -> bool:
        if same_headings(self.columns, self.grid, number):
            return True
        if not could_head(self.grid, number):
            return False
        other = columns_at(self.grid, number, self.choices)
        return other is not None and (other.is_register or other.is_of_actions) and other.strength >= 3

    def _row(self, number: int) -> None:
        row = self.grid.rows[number]
        own = [
            (at, cell)
            for at, cell in enumerate(row)
            if cell.origin is None and not RULED.fullmatch(cell.line)
        ]
        if not own:
            return
        alone = len(own) == 1 or len({cell.line for _, cell in own}) == 1
        if alone and self._alone(number, *own[0]):
            return
        if self._is_aside(number, own):
            return
        if self._goes_on(number, own):
            self._more(number)
            return
        draft = RiskDraft(self.grid.row_place(number), head=self.head, over=self.banner, closed=self.closed)
        self.head = ""
        self.found.drafts.append(draft)
        self._take(number, draft)
        if self.kind and Field.KIND not in draft.said:
            draft.said[Field.KIND] = [Cell((self.kind,))]
        if self.fresh and Field.MOVEMENT not in draft.said:
            draft.said[Field.MOVEMENT] = [Cell(("new",))]

    def _alone(self, number: int, at: int, cell: Cell) -> bool:
        """A lone cell that heads the rows below it, or is a note; not one that goes on with the row above."""
        goes_on = (
            self.columns.columns[at].says.field in (Field.MITIGATIONS, Field.CONTROLS, Field.COMMENTARY)
            and cell.columns < 3
        )
        if goes_on and self.found.drafts:
            return False
        below = self._next_filled(number)
        begun = REF_AND_WORDS.fullmatch(cell.line)
        if (
            begun
            and below is not None
            and is_code(begun["ref"])
            and not self._ref(below)
            and not self._words(number, but=at)
        ):
            self.head = cell.line
            return True
        long = len(cell.line.split()) > MOST_BANNER_WORDS or (
            NOTE.match(cell.line) and cell.line.rstrip().endswith(".")
        )
        if below is None or long or EXAMPLE.match(cell.line):
            self.found.aside.append(
                (self.grid.row_place(number), cell.text, "a line of the register that is no risk")
            )
            return True
        if kind := OTHER_KINDS.fullmatch(cell.line):
            self.kind = kind["kind"]
        self.fresh = NEW_RISKS.fullmatch(cell.line) is not None
        self.closed = bool(CLOSED.search(cell.line))
        self.banner = (
            "" if RISKS.search(cell.line) and (self.closed or len(cell.line.split()) <= 3) else cell.line
        )
        return True

    def _next_filled(self, number: int) -> int | None:
        """The next row with more than one cell filled; None where only lone cells follow."""
        for below in range(number + 1, len(self.grid.rows)):
            filled = [
                cell
                for cell in self.grid.rows[below]
                if cell.origin is None and not RULED.fullmatch(cell.line)
            ]
            if len(filled) > 1 and len({cell.line for cell in filled}) > 1:
                return below
        return None

    def _is_aside(self, number: int, own: list[tuple[int, Cell]]) -> bool:
        """Whether a row is an example, a total, explains the headings, or has a number only."""
        first = own[0][1].line
        place = self.grid.row_place(number)
        if all(KEY_LINE.fullmatch(cell.line) for _, cell in own):
            self.found.aside.append((place, ", ".join(cell.line for _, cell in own), "explains the scores"))
            return True
        words = self._words(number)
        whole = " | ".join(cell.line for _, cell in own)
        if EXAMPLE.match(first) or EXAMPLE.fullmatch(self._ref(number)):
            self.found.aside.append((place, whole, "an example"))
            return True
        if TOTAL.fullmatch(first) or (words and TOTAL.fullmatch(words)):
            self.found.aside.append((place, whole, "a total"))
            return True
        if not self.found.drafts and number == self.columns.first and self._explains(own):
            self.found.aside.append((place, whole, "explains the headings"))
            return True
        bare = [cell.line for at, cell in own if self.columns.columns[at].says.field is not Field.REF]
        if (
            not words
            and all(re.fullmatch(r"[0.]*|#\S+|n/?a|open|-", line, re.IGNORECASE) for line in bare)
            and not self.head
        ):
            return bool(self._ref(number)) or not any(bare)
        return False

    def _explains(self, own: list[tuple[int, Cell]]) -> bool:
        asks = re.compile(
            (
                r".*\?|\W*(?:e\.?g|describe|list|enter|insert|state|who|what|when|how|please|select"
                r"|choose|give|a? ?(?:brief|short|unique)|1 ?(?:-|–|to) ?[0-9]+|dd/mm.*|name of|the date"
                r"|set out|use|drop)\b.*|\(?[0-9] ?[-–] ?[0-9]+\)?|[lics] ?[x×] ?[lics]"
            ),
            re.IGNORECASE | re.DOTALL,
        )
        told = sum(asks.fullmatch(cell.line) is not None for _, cell in own)
        return told * 3 >= len(own) * 2 and not any(cell.day for _, cell in own)

    def _ref(self, number: int) -> str:
        return next((self.grid.rows[number][column.index].line for column in self.columns.of(Field.REF)), "")

    def _words(self, number: int, *, but: int = -1) -> str:
        cells = [
            self.grid.rows[number][column.index] for column in self.columns.of(*WORDS) if column.index != but
        ]
        return " ".join(cell.line for cell in cells if not cell.empty)

    def _goes_on(self, number: int, own: list[tuple[int, Cell]]) -> bool:
        """Whether a row says more of the risk above it."""
        if not self.found.drafts or self.head:
            return False
        ref = self.columns.of(Field.REF)
        row = self.grid.rows[number]
        if self._ref(number):
            return False
        covered = [
            column
            for column in (*ref, *self.columns.of(*WORDS))
            if (origin := row[column.index].origin) and origin[0] < number
        ]
        words = self._words(number)
        if covered and not words:
            return True
        if not words:
            return True
        if covered and ref and any(column in ref for column in covered):
            return True
        scored = any(not row[column.index].empty for column in self.columns.scored)
        owned = any(not row[column.index].empty for column in self.columns.of(Field.OWNERS))
        refs_given = bool(self.found.drafts[-1].line(Field.REF))
        return bool(ref) and refs_given and not scored and not owned

    def _more(self, number: int) -> None:
        self._take(number, self.found.drafts[-1], more=True)

    def _take(self, number: int, draft: RiskDraft, *, more: bool = False) -> None:
        """The cells of a row for a risk; its actions together, its scores under the stage it names."""
        row = self.grid.rows[number]
        stage = next(
            (stage_of(row[column.index].line) for column in self.columns.of(Field.STAGE)), Stage.UNSAID
        )
        acts: dict[Field, Cell] = {}
        for column in self.columns.columns:
            cell = row[column.index]
            if cell.origin is not None:
                shared = column.says.field not in (None, Field.OTHER, Field.REF, *WORDS, *ACTS)
                if more or not shared or cell.origin[0] >= number:
                    continue
                cell = self.grid.shown(number, column.index)
            self._cell(column, cell, number, draft, acts, stage)
        if Field.MITIGATIONS in acts or (acts and not more and len(acts) > 1):
            draft.actions.append(
                ActionCells(
                    acts.get(Field.MITIGATIONS, BLANK),
                    acts.get(Field.MITIGATION_OWNER),
                    acts.get(Field.MITIGATION_DUE),
                    acts.get(Field.MITIGATION_STATUS),
                )
            )

    def _cell(
        self,
        column: RiskColumn,
        cell: Cell,
        number: int,
        draft: RiskDraft,
        acts: dict[Field, Cell],
        stage: Stage,
    ) -> None:
        says = column.says
        if says.field in ACTS:
            if not RULED.fullmatch(cell.line) and says.field in acts:
                both = acts[says.field]
                acts[says.field] = Cell((*both.paragraphs, *cell.paragraphs), day=both.day)
            elif not RULED.fullmatch(cell.line):
                acts[says.field] = cell
            return
        if says.of_score and stage is not Stage.UNSAID:
            says = Heading(
                stage=Stage.CURRENT if stage is Stage.RESIDUAL else stage,
                aspect=says.aspect,
                impact_first=says.impact_first,
                pair=says.pair,
            )
        if says.of_score or not RULED.fullmatch(cell.line):
            draft.take(says, column.shown, cell, self.grid.row_place(number))


ACTS = (Field.MITIGATIONS, Field.MITIGATION_OWNER, Field.MITIGATION_DUE, Field.MITIGATION_STATUS)


def _joined(drafts: list[RiskDraft]) -> list[RiskDraft]:
    """A risk that is written anew in each row of its actions is one risk with all of them."""
    found: list[RiskDraft] = []
    for draft in drafts:
        before = found[-1] if found else None
        ref = draft.line(Field.REF)
        if before is not None and ref and ref == before.line(Field.REF) and draft.words == before.words:
            before.actions += [one for one in draft.actions if one not in before.actions]
            for of in (Field.CONTROLS, Field.COMMENTARY):
                known = {cell.text for cell in before.said.get(of, ())}
                before.said.setdefault(of, []).extend(
                    cell for cell in draft.said.get(of, ()) if cell.text not in known
                )
        else:
            found.append(draft)
    return found
