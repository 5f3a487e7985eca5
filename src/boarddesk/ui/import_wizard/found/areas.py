"""The areas of a plan as lines: ticked, with what names each, and the headings that name none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from boarddesk.importing.plan.choices import PlanChoices
from boarddesk.rules.imports.contents import FoundArea, FoundHeading, FoundPlan
from boarddesk.rules.wording import count_in_figures
from boarddesk.ui.import_wizard.words import line, place_shown
from boarddesk.ui.look.tokens import Shape
from boarddesk.ui.widgets.table.rows import Cell, Column, Editor, EditorKind, Group, Ink, Kind, Row

COLUMNS = (
    Column("tick", "", 36, kind=Kind.TICK, editor=Editor(EditorKind.TICK), full="Taken as an area"),
    Column("number", "No.", 36, ink=Ink.MUTED),
    Column("title", "Area", 220, stretch=True, share=2, second="why"),
    Column("why", "What names it", 200, stretch=True, ink=Ink.MUTED, from_width=560),
    Column("actions", "Actions", 84, kind=Kind.NUMBER, ink=Ink.MUTED),
)
HEADINGS = "headings"
AS_SURE = 7
"""From so many sure areas on only the first stands in sight, the others under one line."""
MORE = "area more"


@dataclass(frozen=True)
class AreaLine:
    """A line of the list: an area, or a heading (`area` None) that is none; `texts` are its headings."""

    key: str
    texts: tuple[str, ...]
    title: str
    why: str
    place: str
    area: FoundArea | None = None
    said: bool = False

    @property
    def doubtful(self) -> bool:
        """An area that something speaks against may be none."""
        return self.area is not None and bool(self.area.doubt)


def area_lines(plan: FoundPlan | None, choices: PlanChoices) -> tuple[AreaLine, ...]:
    """The areas in order; then what the person took out, then the headings that name none."""
    if plan is None:
        return ()
    areas = [_of_area(area) for area in plan.areas]
    there = {choices_key(text) for area in areas for text in area.texts}
    headings: dict[str, AreaLine] = {}
    out = [FoundHeading(text, "", "no area, as you said") for text in choices.not_areas]
    places = {choices_key(heading.text): heading.place for heading in plan.headings}
    for heading in (*out, *plan.headings):
        key = choices_key(heading.text)
        if key not in there and key not in headings:
            place, said = heading.place or places.get(key, ""), heading in out
            headings[key] = AreaLine(
                f"heading {key}", (heading.text,), line(heading.text), heading.why, place, said=said
            )
    return (*areas, *headings.values())


def choices_key(text: str) -> str:
    """A heading however it is spaced or written large."""
    return line(text).casefold()


def _of_area(area: FoundArea) -> AreaLine:
    return AreaLine(f"area {area.number}", area.headings, area.title, area.why, area.place, area)


def area_rows(lines: Sequence[AreaLine]) -> Iterator[Row]:
    """A line for each; many that are as sure as the first go under one line."""
    areas = [one for one in lines if one.area is not None]
    sure = [one for one in areas if not one.doubtful]
    folded = sure[1:] if len(sure) >= AS_SURE else []
    for one in lines:
        if one in folded:
            if one is folded[0]:
                yield _folded(folded)
        else:
            yield _row(one, group="" if one.area is not None or one.said else HEADINGS)


def area_groups(lines: Sequence[AreaLine]) -> Iterator[Group]:
    """The headings that name no area, closed until somebody misses one."""
    number = sum(one.area is None and not one.said for one in lines)
    if number:
        title = "1 heading names no area" if number == 1 else f"{number} headings name no area"
        yield Group(HEADINGS, title, count="tick one to make it an area", is_open=False)


def _folded(folded: Sequence[AreaLine]) -> Row:
    numbers = [one.area.number for one in folded if one.area]
    actions = sum(len(one.area.actions) for one in folded if one.area)
    cells: dict[str, Cell | str] = {
        "title": Cell(f"{len(folded)} more, as sure as this one", strong=True),
        "why": f"{numbers[0]} to {numbers[-1]}",
        "actions": count_in_figures(actions, "action"),
    }
    return Row(MORE, cells, children=tuple(_row(one, group="") for one in folded))


def _row(one: AreaLine, *, group: str) -> Row:
    area, doubtful = one.area, one.doubtful
    why = area.doubt if area and doubtful else one.why
    number = len(area.actions) if area else 0
    tick = Cell(ticked=area is not None, said=f"{one.title}, {'an area' if area else 'no area'}")
    cells: dict[str, Cell | str] = {
        "tick": tick if one.texts else Cell(),
        "number": area.number if area else "–",
        "title": Cell(one.title, tip=one.title),
        "why": Cell(
            line(why),
            ink=Ink.WARN if doubtful else None,
            shape=Shape.DIAMOND if doubtful else None,
            shape_ink=Ink.WARN,
            tip="\n".join(filter(None, (one.why, place_shown(one.place) if one.place else ""))),
        ),
        "actions": count_in_figures(number, "action") if number else "none",
    }
    return Row(one.key, cells, group=group, ink=None if area else Ink.MUTED)


def counted(lines: Sequence[AreaLine]) -> str:
    """`8 proposed, 2 in doubt`."""
    areas = [one for one in lines if one.area is not None]
    doubtful = sum(one.doubtful for one in areas)
    said = f"{len(areas)} proposed" if areas else "none"
    return f"{said}, {doubtful} in doubt" if doubtful else said


def ticked(choices: PlanChoices, one: AreaLine, *, on: bool) -> PlanChoices:
    """The choices once a heading is an area or none; what the reader does by itself is no choice."""
    mine = set(map(choices_key, one.texts))
    areas = tuple(text for text in choices.areas if choices_key(text) not in mine)
    out = tuple(text for text in choices.not_areas if choices_key(text) not in mine)
    was_added, was_out = len(areas) < len(choices.areas), len(out) < len(choices.not_areas)
    if on and not was_out:
        areas = (*areas, *one.texts)
    if not on and not was_added:
        out = (*out, *one.texts)
    return replace(choices, areas=areas, not_areas=out)
