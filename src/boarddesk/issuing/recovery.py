"""The page with an office's recovery key, as a Word document or plain text, for window and terminal alike."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

from boarddesk.reports.recovery_page import recovery_page, recovery_text
from boarddesk.reports.word.writer import write
from boarddesk.rules.dates.deadlines import in_words
from boarddesk.rules.recovery_key import written

ENDINGS: Final = (".docx", ".txt")


def recovery_content(key: bytes, office: Path, *, ending: str, today: date) -> bytes:
    """The bytes of the page; it holds nothing of the office but the name of its file."""
    made_on = in_words(today)
    if ending == ".txt":
        return recovery_text(written(key), file_name=office.name, made_on=made_on).encode()
    return write(recovery_page(written(key), file_name=office.name, made_on=made_on))
