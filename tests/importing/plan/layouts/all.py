"""All layouts, family by family."""

from __future__ import annotations

from tests.importing.plan.layouts import (
    area_headings,
    boards,
    cards,
    combined,
    dates,
    forms,
    front_matter,
    merges,
    pages,
    rag,
    refs,
    reviews,
    schools,
    spreadsheets,
    unlike,
)

FAMILIES = (
    front_matter,
    area_headings,
    refs,
    merges,
    rag,
    pages,
    forms,
    dates,
    unlike,
    cards,
    combined,
    schools,
    reviews,
    boards,
    spreadsheets,
)
LAYOUTS = tuple(layout for family in FAMILIES for layout in family.LAYOUTS)
