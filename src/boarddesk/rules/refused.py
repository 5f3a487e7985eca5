"""The two kinds of trouble people are told about; anything else is a bug.

Their sentences hold names of files and of whoever holds them: nothing in those steers a terminal.
"""

from __future__ import annotations

from boarddesk.rules.characters import readable


class Refused(Exception):
    """A rule says no: shown beside the field it concerns, and nothing is written."""

    def __init__(self, sentence: str, *, field: str = "") -> None:
        self.sentence = readable(sentence)
        super().__init__(self.sentence)
        self.field = field


class FileProblem(Exception):
    """The disk, a lock or a document says no: one calm sentence and what to do."""

    def __init__(self, sentence: str) -> None:
        self.sentence = readable(sentence)
        super().__init__(self.sentence)
