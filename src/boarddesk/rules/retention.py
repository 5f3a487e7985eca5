"""How long the office keeps what, and what is said where something is deleted for good."""

from __future__ import annotations

from typing import Final

BACKUPS_KEEP: Final = (
    "Backups made before that day still hold it until they are thinned out; the last goes after twelve "
    "months in which backups are made."
)
