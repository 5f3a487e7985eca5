"""The colours of the window as data: one set for the light theme, one for the dark."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from boarddesk.rules.risks.matrix import Severity
from boarddesk.rules.statuses.status import StatusIs


class Shape(StrEnum):
    """The shape that stands beside a status word, so that colour never speaks alone."""

    TRIANGLE = "triangle"
    DIAMOND = "diamond"
    DOT = "dot"
    TICK = "tick"
    RING = "ring"
    QUERY = "query"


class MarkStyle(StrEnum):
    """How a mark stands: counted (filled), in an open register (outlined), not recorded (dashed)."""

    COUNTED = "counted"
    OPEN = "open"
    NOT_RECORDED = "not recorded"


@dataclass(frozen=True)
class StatusPaint:
    """How one kind of status is painted: fill, text on it, edge and shape."""

    fill: str
    text: str
    edge: str
    shape: Shape


@dataclass(frozen=True)
class MarkPaint:
    """How one attendance letter is painted; an empty ground means the letter stands alone."""

    ground: str
    letter: str
    strong: bool = False


@dataclass(frozen=True)
class LevelPaint:
    """How one severity of risk is painted: fill, text on it, edge."""

    fill: str
    text: str
    edge: str


@dataclass(frozen=True)
class MapPaint:
    """Labels and paths on a heat map; they do not change with the theme, because the fills do not."""

    label: str = "#FFFFFF"
    ink: str = "#15181C"
    chosen: str = "#2457C5"


MAP = MapPaint()


@dataclass(frozen=True)
class Tokens:
    """One theme: every colour the window may use."""

    dark: bool
    page: str
    side: str
    panel: str
    key: str
    hover: str
    sel: str
    ink: str
    muted: str
    faint: str
    line: str
    rule: str
    ctl: str
    accent: str
    accent_hover: str
    on_accent: str
    link: str
    bad: str
    warn: str
    good: str
    bad_ground: str
    warn_ground: str
    good_ground: str
    chart: str
    chart_lesser: str
    statuses: Mapping[StatusIs, StatusPaint]
    marks: Mapping[str, MarkPaint]
    levels: Mapping[Severity, LevelPaint]


def _statuses(
    *, off: str, risk: str, on: str, done: str, new: str, unknown: str
) -> Mapping[StatusIs, StatusPaint]:
    """Fills and texts are the same in both themes, as in the documents; only edges differ."""
    return MappingProxyType(
        {
            StatusIs.COMPLETE: StatusPaint("#003078", "#FFFFFF", done, Shape.TICK),
            StatusIs.ON_COURSE: StatusPaint("#28A197", "#0B0C0C", on, Shape.DOT),
            StatusIs.AT_RISK: StatusPaint("#FFBF47", "#0B0C0C", risk, Shape.DIAMOND),
            StatusIs.OFF_COURSE: StatusPaint("#B10E1E", "#FFFFFF", off, Shape.TRIANGLE),
            StatusIs.NOT_STARTED: StatusPaint("#F3D9E6", "#0B0C0C", new, Shape.RING),
            StatusIs.NOT_KNOWN: StatusPaint("#DEE0E2", "#0B0C0C", unknown, Shape.QUERY),
        }
    )


def _marks(
    *, present: MarkPaint, deputy: MarkPaint, apologies: MarkPaint, guest: MarkPaint, faint: str
) -> Mapping[str, MarkPaint]:
    return MappingProxyType(
        {
            "C": present,  # coming, said before the day
            "P": present,
            "V": present,
            "T": present,
            "D": deputy,
            "A": apologies,
            "X": MarkPaint("#B10E1E", "#FFFFFF", strong=True),
            "I": guest,
            "N": MarkPaint("", faint),
        }
    )


def _levels(*, low: str, moderate: str, high: str, extreme: str) -> Mapping[Severity, LevelPaint]:
    """Fills and texts are the same in both themes, as in the documents; only edges differ."""
    return MappingProxyType(
        {
            Severity.LOW: LevelPaint("#E9F0F3", "#15181C", low),
            Severity.MODERATE: LevelPaint("#FBE3A6", "#15181C", moderate),
            Severity.HIGH: LevelPaint("#E8894A", "#15181C", high),
            Severity.EXTREME: LevelPaint("#7A1020", "#FFFFFF", extreme),
        }
    )


LIGHT = Tokens(
    dark=False,
    page="#FFFFFF",
    side="#F1F3F6",
    panel="#F6F7F9",
    key="#FFFFFF",
    hover="#F2F5F9",
    sel="#E5EDFC",
    ink="#15181C",
    muted="#505963",
    faint="#5F6872",
    line="#E3E6EB",
    rule="#C7CDD5",
    ctl="#7B8691",
    accent="#2457C5",
    accent_hover="#1B459F",
    on_accent="#FFFFFF",
    link="#1F50B8",
    bad="#A50D1B",
    warn="#7A4A00",
    good="#0B655D",
    bad_ground="#FCEDEE",
    warn_ground="#FFF6E0",
    good_ground="#E6F4F2",
    chart="#2457C5",
    chart_lesser="#8493AF",
    statuses=_statuses(
        off="#7D0914", risk="#9A6A00", on="#16665F", done="#001B45", new="#A06A86", unknown="#7D858C"
    ),
    marks=_marks(
        present=MarkPaint("#E1F2EF", "#0A564F"),
        deputy=MarkPaint("#E6E9FA", "#37338A", strong=True),
        apologies=MarkPaint("#FFEFC7", "#6B4100", strong=True),
        guest=MarkPaint("#EEF0F3", "#505963"),
        faint="#5F6872",
    ),
    levels=_levels(low="#6E8591", moderate="#9A6A00", high="#94440F", extreme="#4A0710"),
)

DARK = Tokens(
    dark=True,
    page="#1B1E22",
    side="#141619",
    panel="#22262B",
    key="#2A2F35",
    hover="#23282E",
    sel="#233559",
    ink="#E9EBEE",
    muted="#AEB6C0",
    faint="#9BA4AF",
    line="#2D3238",
    rule="#434A53",
    ctl="#7A8490",
    accent="#82A5F8",
    accent_hover="#9DBBFF",
    on_accent="#0B1220",
    link="#9DBBFF",
    bad="#FF9C9F",
    warn="#FFCB6B",
    good="#6FD0C6",
    bad_ground="#3B2023",
    warn_ground="#3A2E14",
    good_ground="#17302D",
    chart="#86A8FF",
    chart_lesser="#5E6B82",
    statuses=_statuses(
        off="#F0757C", risk="#FFBF47", on="#28A197", done="#7FA3E8", new="#F3D9E6", unknown="#DEE0E2"
    ),
    marks=_marks(
        present=MarkPaint("#17352F", "#9ADBD1"),
        deputy=MarkPaint("#2B2C58", "#C5C6FF", strong=True),
        apologies=MarkPaint("#4A3508", "#FFD583", strong=True),
        guest=MarkPaint("#2A2F35", "#AEB6C0"),
        faint="#9BA4AF",
    ),
    levels=_levels(low="#E9F0F3", moderate="#FBE3A6", high="#E8894A", extreme="#F0757C"),
)
