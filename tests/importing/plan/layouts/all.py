"""All layouts, family by family."""

from __future__ import annotations

from tests.importing.plan.layouts import (
    area_headings,
    cards,
    combined,
    dates,
    forms,
    front_matter,
    merges,
    pages,
    rag,
    refs,
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
    spreadsheets,
)
LAYOUTS = tuple(layout for family in FAMILIES for layout in family.LAYOUTS)
