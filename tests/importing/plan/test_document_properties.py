"""Whatever else a plan's document holds and however its tables are laid out, its plan stays what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace

from hypothesis import assume, given
from hypothesis import strategies as st

from boarddesk.importing.headings import PLAN_HEADINGS, Field
from boarddesk.importing.plan.choices import PlanChoices
from boarddesk.importing.plan.document import read_plan
from boarddesk.importing.tables.grid import Cell, Grid, SourceKind, SourceTables, Text, rectangle
from boarddesk.rules.imports.contents import FoundAction, FoundPlan
from boarddesk.rules.refused import FileProblem, Refused

Line = tuple[str, ...]
Told = tuple[object, ...]

COLUMNS = (Field.REF, Field.TEXT, Field.BY_WHEN, Field.OWNERS, Field.STATUS, Field.PROGRESS)
HEADINGS = {
    Field.REF: "Ref",
    Field.TEXT: "Action",
    Field.BY_WHEN: "By when",
    Field.OWNERS: "Lead officer",
    Field.STATUS: "RAG",
    Field.PROGRESS: "Progress",
}
TITLES = (
    "Leaders work as one",
    "Children are seen in time",
    "Plans that families trust",
    "Schools that welcome",
)
WHATS = (
    "Publish the guide for families", "Train each SENCO in the new pathway", "Ask young people what helps",
    "Move two teams to the front door", "Agree who pays for therapy", "Check a tenth of plans each month",
    "Write down the offer of each school", "Recruit three psychologists", "Meet the forum every half term",
    "Show waiting times on one page", "Open the second resource base", "Review transport for the under-fives",
)  # fmt: skip
WHENS = ("May 2026", "30/09/2026", "1 June 2027", "Autumn term 2026", "March 2027", "31 December 2026")
LEADS = ("Rowan Vale", "Ines Moor", "Kit Fell; Bea Holm", "Northmoor Trust", "Sam Ash, Head of Inclusion")
STATUSES = ("Green", "Amber", "Red", "Blue")
NEWS = (
    "",
    "Two of three schools have signed",
    "Begun in spring, the rest follows",
    "The first draft is with the board",
)
OTHERS: dict[str, str] = {
    "Diary": "Date|Meeting|Venue\n3 March 2026|Board|Town hall\n7 May 2026|Forum|Library",
    "Risks": "Risk|Likelihood|Impact|Mitigation\nStaff leave before summer|3|4|Pay what neighbours pay",
    "Document control": "Version|Date|Author|Changes\n1.2|4 May 2025|Jo Reed|New measures",
    "Glossary": "Term|Meaning\nEHC|Education, health and care\nSENCO|Who leads on needs in school",
    "Measures": "Measure|Baseline|Target 2026|Actual\nPlans in twenty weeks|41%|60%|52%\nExclusions|30|20|26",
}
FRONT = ("Introduction", "Background", "1. Foreword")
REMARKS = (
    "This document is looked at by the board each half term.",
    "Families asked us to write plainly and we have tried to.",
    "Copies are kept at the town hall and on the website.",
)


@dataclass(frozen=True)
class Plan:
    """Areas by title, each with its actions: what, by when, who, status, progress."""

    areas: tuple[tuple[str, tuple[Line, ...]], ...]

    def rows(self, area: int) -> list[Line]:
        """The rows of an area in the order of COLUMNS."""
        return [(f"{area + 1}.{at}", *action) for at, action in enumerate(self.areas[area][1], 1)]


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    titles = draw(st.lists(st.sampled_from(TITLES), min_size=1, max_size=3, unique=True))
    whats = iter(draw(st.permutations(WHATS)))
    action = st.tuples(*map(st.sampled_from, (WHENS, LEADS, STATUSES, NEWS)))
    return Plan(
        tuple(
            (title, tuple((next(whats), *draw(action)) for _ in range(draw(st.integers(2, 4)))))
            for title in titles
        )
    )


LAYOUTS = ("headings", "banners", "column", "refs alone")
Block = Text | tuple[tuple[Cell, ...], ...]


def table(rows: Sequence[Line], *, headed: bool = True) -> Block:
    return tuple(
        tuple(Cell((text,) if text else (), bold=headed and not at) for text in row)
        for at, row in enumerate(rows)
    )


def plan_blocks(plan: Plan, layout: str, headings: Line) -> list[Block]:
    """The plan's tables with the texts that belong to them."""
    if layout == "headings":
        blocks: list[Block] = []
        for at, (title, _) in enumerate(plan.areas):
            blocks += [Text(f"Area {at + 1}: {title}", 1), table([headings, *plan.rows(at)])]
        return blocks
    if layout == "refs alone":
        return [table([headings, *(row for at in range(len(plan.areas)) for row in plan.rows(at))])]
    if layout == "column":
        headed = enumerate(("Priority", *headings))
        placed = {(0, at): Cell((head,), bold=True) for at, head in headed}
        number = 1
        for at, (title, actions) in enumerate(plan.areas):
            placed[number, 0] = Cell((title,), rows=len(actions))
            for row in plan.rows(at):
                placed |= {(number, column): Cell((text,)) for column, text in enumerate(row, 1) if text}
                number += 1
        return [rectangle(placed)]
    placed = {(0, at): Cell((head,), bold=True) for at, head in enumerate(headings)}
    number = 1
    for at, (title, _) in enumerate(plan.areas):
        placed[number, 0] = Cell((f"Priority {at + 1}: {title}",), columns=len(headings), bold=True)
        for row in plan.rows(at):
            number += 1
            placed |= {(number, column): Cell((text,)) for column, text in enumerate(row) if text}
        number += 1
    return [rectangle(placed)]


def around(names: Sequence[str]) -> list[list[Block]]:
    """Other tables and texts, each with what belongs to it."""
    blocks = other_blocks(names)
    for front, remark in zip(FRONT, REMARKS, strict=True):
        blocks += [[Text(front, 1), Text(remark)], [Text(remark)]]
    return blocks


def other_blocks(names: Sequence[str]) -> list[list[Block]]:
    """Each other table under its heading."""
    return [
        [Text(name, 1), table([tuple(line.split("|")) for line in OTHERS[name].split("\n")])]
        for name in names
    ]


def document(blocks: Sequence[Block]) -> SourceTables:
    """The blocks in order, under the document's title."""
    grids: list[Grid] = []
    before: list[Text] = [Text("Northmoor Improvement Plan", 1)]
    for block in blocks:
        if isinstance(block, Text):
            before.append(block)
        else:
            grids.append(Grid(len(grids) + 1, block, before=tuple(before)))
            before = []
    return SourceTables("plan.docx", SourceKind.WORD, tuple(grids), after=tuple(before))


def told(plan: FoundPlan) -> list[Told]:
    """The areas with their actions as a person would compare them, wherever they stand."""
    return [(area.number, area.title, tuple(map(told_of, area.actions))) for area in plan.areas]


def told_of(action: FoundAction) -> Told:
    return (
        action.ref,
        action.text,
        action.by_when,
        action.owners,
        action.status,
        action.progress,
        action.milestones,
    )


def expected(plan: Plan, read: FoundPlan) -> None:
    """Each action is what was written, so that nothing is compared that was read wrongly twice."""
    rows = [row for at in range(len(plan.areas)) for row in plan.rows(at)]
    found = [action for area in read.areas for action in area.actions]
    assert [(one.ref, one.text, one.by_when.as_written, one.status, one.progress) for one in found] == [
        (ref, what, when, status, news) for ref, what, when, _, status, news in rows
    ]


layouts = st.sampled_from(LAYOUTS)
heads: Line = tuple(HEADINGS[field] for field in COLUMNS)


@given(plans(), layouts, st.lists(st.sampled_from(sorted(OTHERS)), unique=True), st.data())
def test_other_tables_and_texts_in_any_place_change_no_action_and_no_area(
    plan: Plan, layout: str, others: list[str], data: st.DataObject
) -> None:
    blocks = plan_blocks(plan, layout, heads)
    alone = read_plan(document(blocks))
    expected(plan, alone)
    mixed = data.draw(st.permutations([blocks, *around(others)]))
    assert told(read_plan(document([block for group in mixed for block in group]))) == told(alone)


@given(plans(), st.sampled_from(("headings", "refs alone")), st.booleans(), st.data())
def test_a_table_split_over_pages_changes_no_action(
    plan: Plan, layout: str, repeated: bool, data: st.DataObject
) -> None:
    blocks = plan_blocks(plan, layout, heads)
    broken: list[Block] = []
    for block in blocks:
        if isinstance(block, Text):
            broken.append(block)
            continue
        at = data.draw(st.integers(2, len(block) - 1)) if len(block) > 2 else len(block)
        between = data.draw(
            st.sampled_from(((), (Text("Page 4 of 12"),), (Text("continued"),), (Text("7"),)))
        )
        head = block[:1] if repeated else ()
        broken += [block[:at], *between, *([(*head, *block[at:])] if block[at:] else [])]
    assert told(read_plan(document(broken))) == told(read_plan(document(blocks)))


@given(plans(), layouts, st.data())
def test_headings_in_other_words_for_the_same_change_no_action(
    plan: Plan, layout: str, data: st.DataObject
) -> None:
    chosen = tuple(data.draw(st.sampled_from(PLAN_HEADINGS[field])).capitalize() for field in COLUMNS)
    alone = read_plan(document(plan_blocks(plan, layout, heads)))
    assert told(read_plan(document(plan_blocks(plan, layout, chosen)))) == told(alone)


@given(plans(), st.sampled_from(("headings", "refs alone")), st.permutations(range(len(COLUMNS))))
def test_columns_in_another_order_change_no_action(plan: Plan, layout: str, order: list[int]) -> None:
    blocks = plan_blocks(plan, layout, heads)
    moved: list[Block] = [
        block if isinstance(block, Text) else tuple(tuple(row[at] for at in order) for row in block)
        for block in blocks
    ]
    assert told(read_plan(document(moved))) == told(read_plan(document(blocks)))


@given(plans(), layouts, st.lists(st.sampled_from(sorted(OTHERS)), unique=True), st.data())
def test_every_word_of_the_document_is_in_the_plan_or_left_over(
    plan: Plan, layout: str, others: list[str], data: st.DataObject
) -> None:
    mixed = data.draw(st.permutations([plan_blocks(plan, layout, heads), *around(others)]))
    source = document([block for group in mixed for block in group])
    assert lost(source) == []


def lost(source: SourceTables) -> list[str]:
    """Paragraphs that are nowhere in what was found, their signs aside."""
    kept = flat(" ".join(texts(read_plan(source))))
    cells = [
        paragraph
        for grid in source.grids
        for row in grid.rows
        for cell in row
        for paragraph in cell.paragraphs
    ]
    around = [text.text for grid in source.grids for text in grid.before] + [
        text.text for text in source.after
    ]
    return [text for text in (*cells, *around) if any(word not in kept for word in parts(text))]


def flat(text: str) -> str:
    return " ".join(re.sub(r"[^0-9a-z%]+", " ", text.casefold()).split())


def parts(text: str) -> list[str]:
    """A text in one piece; of an area's line its title, for its number stands by itself."""
    return [
        flat(re.sub(r"^(?:area|priority) [0-9]+: ", "", part, flags=re.IGNORECASE))
        for part in re.split(r"[;,]", text)
    ]


def texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        for part in value:
            yield from texts(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name))


WORDS = """Ref;Action;By when;Lead;RAG;Progress;1.1;1.2;A1;2;May 2026;Green;Amber;🔴;Rowan Vale
Area 1: Leading;Priority 2;Key: R = red, A = amber;31/09/2025;•;KPI: 90%;Total;Choose an item.
R1: Publish it;(1a);What is it?;***;-;;;"""
CELLS = st.one_of(st.sampled_from(re.split("[;\n]", WORDS)), st.text(max_size=12), st.just("word " * 600))


@st.composite
def grids(draw: st.DrawFn) -> tuple[tuple[Cell, ...], ...]:
    """A table of anything, with merges, fills and rows without a word."""
    height, width = draw(st.integers(1, 6)), draw(st.sampled_from((1, 1, 2, 3, 4, 5, 6, 7, 200)))
    many = min(width, 8)
    placed = {(height - 1, width - 1): Cell()}
    for row in range(height):
        for column in range(many):
            text = draw(CELLS)
            span = draw(st.sampled_from((1, 1, 1, 1, 2)))
            down = draw(st.sampled_from((1, 1, 1, 1, 2)))
            placed[row, column] = Cell(
                tuple(text.split("\n")) if text else (),
                shading=draw(st.sampled_from(("", "", "FF0000", "00B050", "D9D9D9"))),
                bold=draw(st.booleans()),
                rows=min(down, height - row),
                columns=min(span, width - column),
            )
    return rectangle(placed)


TEXTS = (
    Text("Area 1: Leading", 1),
    Text("Area for Priority Action 2", 1),
    Text("1. Front", 1),
    Text("Diary", 2),
    *map(Text, ("Page 2", "Lead: Kit Fell", "🙂", "G = Green, on track; R = late", "Outcome")),
)


@given(st.lists(st.one_of(st.sampled_from(TEXTS), grids()), max_size=5), st.booleans())
def test_a_document_of_anything_is_read_or_refused_and_twice_the_same(
    blocks: list[Block], excel: bool
) -> None:
    source = document(blocks)
    source = replace(source, kind=SourceKind.EXCEL) if excel else source
    try:
        plan = read_plan(source)
    except (FileProblem, Refused):
        return
    assert plan == read_plan(source)
    assert all(action.ref for area in plan.areas for action in area.actions)
    refs = [action.ref for area in plan.areas for action in area.actions]
    assert len(set(refs)) == len(refs)


@given(plans(), st.sampled_from(sorted(OTHERS)), st.data())
def test_leaving_a_table_out_changes_only_its_own_actions(
    plan: Plan, other: str, data: st.DataObject
) -> None:
    assume(len(plan.areas) > 1)
    blocks = [*plan_blocks(plan, "headings", heads), *other_blocks([other])[0]]
    source = document(blocks)
    number = data.draw(st.integers(1, len(plan.areas)))
    whole, without = read_plan(source), read_plan(source, choices=PlanChoices(not_tables=frozenset({number})))
    of_table = f"table {number} "
    kept = [
        told_of(one) for area in whole.areas for one in area.actions if not one.place.startswith(of_table)
    ]
    assert [told_of(one) for area in without.areas for one in area.actions] == kept
    again = read_plan(source, choices=PlanChoices(tables=frozenset({number})))
    assert told(again) == told(whole)


@given(plans(), st.sampled_from(sorted(OTHERS)))
def test_taking_a_table_in_changes_no_action_of_the_others(plan: Plan, other: str) -> None:
    source = document([*plan_blocks(plan, "headings", heads), *other_blocks([other])[0]])
    number = len(plan.areas) + 1
    whole, more = read_plan(source), read_plan(source, choices=PlanChoices(tables=frozenset({number})))
    of_table = f"table {number} "
    kept = [told_of(one) for area in more.areas for one in area.actions if not one.place.startswith(of_table)]
    assert kept == [told_of(one) for area in whole.areas for one in area.actions]
