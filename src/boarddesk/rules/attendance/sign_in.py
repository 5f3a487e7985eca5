"""The pack behind a sign-in sheet: a meeting with its roll as it stands, or as it would."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from boarddesk.rules.people import Board
from boarddesk.rules.registers.register import Register


@dataclass(frozen=True)
class SignInPack:
    """Everything the sheet prints."""

    partnership: str
    board: Board
    title: str
    register: Register
    as_at: date
