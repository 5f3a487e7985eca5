"""One breach of a rule of accessibility: where it stands, and what it says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """One breach of a rule: where it stands and what it says. Advice is worth a look and breaks nothing."""

    rule: int
    place: str
    says: str
    advice: bool = False
