"""What a plan's document was read as, in a few lines for people: its tables, areas, headings and statuses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from boarddesk.importing.columns import plain
from boarddesk.importing.plan.kinds import LooksLike
from boarddesk.rules.imports.contents import FoundArea, FoundPlan, SourceTable
from boarddesk.rules.wording import count_in_figures, cut_characters, listed, sentence

LONGEST_HEADING, LONGEST_NAME = 36, 72
MOST_HEADINGS = 8
MOST_NAMED = 3
USED = (LooksLike.LEGEND, LooksLike.AREA)
"""Kinds of tables that are no part of the plan and are not left out either."""


def plan_reading(found: FoundPlan) -> Iterator[str]:
    """Which table was read as what and why, areas in doubt, headings that name none, and the statuses."""
    for tables in _alike(found.tables):
        yield _tables_said(tables)
    if _in_doubt(found):
        yield from (_area_said(area) for area in found.areas)
    if found.headings:
        yield _headings_said(list(dict.fromkeys(heading.text for heading in found.headings)))
    yield _statuses_said(found)


def _alike(tables: Iterable[SourceTable]) -> list[list[SourceTable]]:
    """The tables that are said together: of one kind for one reason; those of the plan by their headings."""
    groups: dict[tuple[object, ...], list[SourceTable]] = {}
    for table in tables:
        is_plan = table.looks_like == LooksLike.PLAN
        alike = tuple(plain(heading) for heading in table.headings) if is_plan else table.why
        groups.setdefault((table.looks_like, table.sure, alike), []).append(table)
    return list(groups.values())


def _tables_said(tables: Sequence[SourceTable]) -> str:
    first = tables[0]
    kind, _, evidence = first.why.partition(": ")
    headings = _headings_of(tables)
    which = f"{'Table' if len(tables) == 1 else 'Tables'} {_runs([table.index for table in tables])}"
    doubt = "" if first.sure else "not sure: "
    if first.looks_like == LooksLike.PLAN:
        way = f". If not, leave it out with --not-table {first.index}" if doubt else ""
        return f"{which}: the plan{headings}: {doubt}{first.why}{way}."
    left = "" if first.looks_like in USED else "left out, "
    way = f". If it is part of the plan, take it in with --table {first.index}" if doubt else ""
    if kind.startswith("left out"):
        return f"{which}{headings}: {first.why}."
    return f"{which}: {left}{doubt}{kind}{headings}{f': {evidence}' if evidence else ''}{way}."


def _headings_of(tables: Sequence[SourceTable]) -> str:
    """` (Ref, Action, By when)`: those of the first table, with dots where another has others too."""
    shown = [cut_characters(heading, LONGEST_HEADING) for heading in tables[0].headings if heading.strip()]
    said = {tuple(plain(heading) for heading in table.headings) for table in tables}
    more = len(shown) > MOST_HEADINGS or len(said) > 1
    return f" ({', '.join([*shown[:MOST_HEADINGS], *(['…'] if more else [])])})" if shown else ""


def _runs(numbers: Sequence[int]) -> str:
    """`1, 4 and 7 to 23`."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    parts = [[f"{run[0]} to {run[-1]}"] if len(run) > 2 else map(str, run) for run in runs]
    return listed([part for run in parts for part in run])


def _in_doubt(found: FoundPlan) -> bool:
    """Whether it is worth saying what names each area: something speaks against one, or nothing names it."""
    return any(area.doubt or not (area.actions and area.number_given) for area in found.areas)


def _area_said(area: FoundArea) -> str:
    actions = count_in_figures(len(area.actions), "action") if area.actions else "no action"
    why = area.why.partition("; ")[0]
    title = cut_characters(area.title, LONGEST_NAME)
    named = title if title == f"Area {area.number}" else f"Area {area.number} {title}"
    doubt = f"; {area.doubt}" if area.doubt and area.actions else ""
    return f"{named}: {why} ({actions}{doubt})."


def _headings_said(texts: Sequence[str]) -> str:
    named = ", ".join(f"“{cut_characters(text, LONGEST_NAME)}”" for text in texts[:MOST_NAMED])
    more = f" and {len(texts) - MOST_NAMED} more" if len(texts) > MOST_NAMED else ""
    taken = "heading is" if len(texts) == 1 else "headings are"
    return f'{len(texts)} {taken} not taken as areas: {named}{more}. Take one in with --area "{texts[0]}".'


def _statuses_said(found: FoundPlan) -> str:
    """The scheme, what the document's key says, and how many actions have each status."""
    counts = Counter(action.status for area in found.areas for action in area.actions)
    order = {status.label: at for at, status in enumerate(found.scheme.statuses)}
    each = [
        f"{counts[label]} {label}" for label in sorted(counts, key=lambda one: order.get(one, 99)) if label
    ]
    without = [f"{counts['']} without one"] if counts[""] else []
    key = f"; the document's key: {found.key}" if found.key else ""
    return sentence(f"Statuses: {found.scheme.name}: {listed([*each, *without])}{key}")
