"""The headings under which a receiving board wants a cover report, and the sets two kinds of boards use."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from boarddesk.rules.refused import Refused
from boarddesk.rules.wording import one_line


class CoverPart(StrEnum):
    """What stands under a heading: worked out from the office, or words somebody writes."""

    WORDS = ""
    PURPOSE = "purpose"
    BACKGROUND = "background"
    STRATEGY = "strategy"
    FAMILIES = "families"
    FINANCIAL = "financial"
    LEGAL = "legal"
    EQUALITY = "equality"
    RISK = "risk"
    CLIMATE = "climate"
    EXEMPT = "exempt information"
    APPENDICES = "appendices"
    BACKGROUND_PAPERS = "background papers"


@dataclass(frozen=True)
class CoverHeading:
    """One heading of a board, in its own words."""

    id: str
    board_id: str
    title: str
    fills: CoverPart = CoverPart.WORDS


SHIPPED: Final = {
    "a health and wellbeing board": (
        ("Purpose of the report", CoverPart.PURPOSE),
        ("Background", CoverPart.BACKGROUND),
        ("Link to the joint health and wellbeing strategy", CoverPart.STRATEGY),
        ("What families told us", CoverPart.FAMILIES),
        ("Financial implications", CoverPart.FINANCIAL),
        ("Legal implications", CoverPart.LEGAL),
        ("Equality implications", CoverPart.EQUALITY),
        ("Risk implications", CoverPart.RISK),
        ("Climate implications", CoverPart.CLIMATE),
        ("Exempt information", CoverPart.EXEMPT),
        ("Appendices", CoverPart.APPENDICES),
        ("Background papers", CoverPart.BACKGROUND_PAPERS),
    ),
    "a scrutiny panel": (
        ("Purpose of this report", CoverPart.PURPOSE),
        ("Background", CoverPart.BACKGROUND),
        ("Contribution to the council’s priorities", CoverPart.STRATEGY),
        ("Views of children, young people and families", CoverPart.FAMILIES),
        ("Risk management", CoverPart.RISK),
        ("Financial considerations", CoverPart.FINANCIAL),
        ("Legal considerations", CoverPart.LEGAL),
        ("Equality and diversity", CoverPart.EQUALITY),
        ("Climate and environment", CoverPart.CLIMATE),
        ("Exempt or confidential information", CoverPart.EXEMPT),
        ("Appendices", CoverPart.APPENDICES),
        ("Background papers", CoverPart.BACKGROUND_PAPERS),
    ),
}
"""Whose headings they are, and those headings in order; a board changes them as it likes."""


def shipped_for(receiver: str) -> tuple[CoverHeading, ...]:
    """A scrutiny panel’s for a body that scrutinises by its name, else a health and wellbeing board’s."""
    called = receiver.casefold()
    scrutinises = any(word in called for word in ("scrutiny", "select committee", "panel"))
    titles = SHIPPED["a scrutiny panel" if scrutinises else "a health and wellbeing board"]
    return tuple(CoverHeading("", "", title, fills) for title, fills in titles)


def check_heading(title: str) -> str:
    """The heading as kept."""
    kept = one_line(title)
    if not kept:
        raise Refused("Give the heading its words.", field="title")
    return kept
