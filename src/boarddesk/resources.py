"""Where icons, templates and the guide lie: in the installed package, or at the top of the source tree."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).resolve()
_PLACES = (_HERE.with_name("resources"), _HERE.parents[2] / "resources")


def resource(*parts: str) -> Path:
    """The path of one file or folder of `resources/`, wherever BoardDesk runs from."""
    return next((place for place in _PLACES if place.is_dir()), _PLACES[-1]).joinpath(*parts)
