"""An agenda item: what is wanted of it, and of what kind it is."""

from __future__ import annotations

from enum import StrEnum


class Purpose(StrEnum):
    """What the board is asked to do with an item."""

    NOT_SAID = ""
    DECISION = "decision"
    DISCUSSION = "discussion"
    ASSURANCE = "assurance"
    INFORMATION = "information"


class ItemKind(StrEnum):
    """What kind of item it is; most are ordinary business."""

    ORDINARY = ""
    STANDING = "standing"
    LIVED_EXPERIENCE = "lived experience"
    DEEP_DIVE = "deep dive"
    CONSENT = "consent"
