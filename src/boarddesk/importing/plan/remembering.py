"""Choices for the next version of a document: tables by their headings, since their numbers change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from boarddesk.importing.columns import plain
from boarddesk.importing.headings import Field
from boarddesk.importing.plan.choices import PlanChoices, stands_in
from boarddesk.importing.plan.document import survey_of
from boarddesk.importing.plan.family import heading_above
from boarddesk.importing.tables.grid import SourceTables
from boarddesk.rules.imports.plan_choices import ChoiceKind, PlanChoice, choice_said


@dataclass(frozen=True)
class RememberedChoices:
    """What was decided of the version before and says something of this one, and that in words."""

    choices: PlanChoices = field(default_factory=PlanChoices)
    words: tuple[str, ...] = ()


def choices_to_keep(source: SourceTables, choices: PlanChoices) -> tuple[PlanChoice, ...]:
    """The choices as they can be found again in another version of the document."""
    names = _names(source) if choices.tables or choices.not_tables else {}
    tables = [(ChoiceKind.TABLE, choices.tables), (ChoiceKind.NOT_TABLE, choices.not_tables)]
    areas = [(ChoiceKind.AREA, choices.areas), (ChoiceKind.NOT_AREA, choices.not_areas)]
    return (
        *(PlanChoice(kind, names[at]) for kind, numbers in tables for at in sorted(numbers) if at in names),
        *(PlanChoice(kind, text) for kind, texts in areas for text in texts),
        *(PlanChoice(ChoiceKind.COLUMN, name, field.value) for name, field in choices.columns.items()),
    )


def choices_again(source: SourceTables, kept: Sequence[PlanChoice]) -> RememberedChoices:
    """The kept choices that this version has something to say to, and does not come to by itself."""
    if not kept:
        return RememberedChoices()
    numbers = {name: number for number, name in _names(source).items()}
    seen = survey_of(source)
    plan = {table.grid.index for table in seen.plan}
    headings = {plain(heading) for table in seen.surveyed for heading in table.headings}
    tables: dict[ChoiceKind, set[int]] = {ChoiceKind.TABLE: set(), ChoiceKind.NOT_TABLE: set()}
    texts: dict[ChoiceKind, list[str]] = {ChoiceKind.AREA: [], ChoiceKind.NOT_AREA: []}
    columns: dict[str, Field] = {}
    words = []
    for choice in kept:
        number = numbers.get(choice.heading)
        if choice.kind in tables:
            if number is None or (number in plan) is (choice.kind is ChoiceKind.TABLE):
                continue
            tables[choice.kind].add(number)
            words.append(choice_said(choice, f"table {number}"))
        elif choice.kind in texts:
            if not stands_in(source, choice.heading):
                continue
            texts[choice.kind].append(choice.heading)
            words.append(choice_said(choice))
        else:
            if plain(choice.heading) not in headings:
                continue
            columns[choice.heading] = Field(choice.field)
            words.append(choice_said(choice))
    choices = PlanChoices(
        columns,
        frozenset(tables[ChoiceKind.TABLE]),
        frozenset(tables[ChoiceKind.NOT_TABLE]),
        tuple(texts[ChoiceKind.AREA]),
        tuple(texts[ChoiceKind.NOT_AREA]),
    )
    return RememberedChoices(choices, tuple(words))


def _names(source: SourceTables) -> dict[int, str]:
    """Each table by its headings and the heading above it; the second of a name by its number too."""
    return dict(_named(source))


def _named(source: SourceTables) -> Iterator[tuple[int, str]]:
    seen: Counter[str] = Counter()
    for table in survey_of(source).surveyed:
        parts = (heading_above(table.grid), *table.headings)
        name = " | ".join(" ".join(part.split()) for part in parts if part.strip())
        seen[name] += 1
        yield table.grid.index, name if seen[name] == 1 else f"{name} ({seen[name]})"
