"""The two kinds of trouble people are told about; anything else is a bug."""

from __future__ import annotations


class Refused(Exception):
    """A rule says no: shown beside the field it concerns, and nothing is written."""

    def __init__(self, sentence: str, *, field: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.field = field


class FileProblem(Exception):
    """The disk, a lock or a document says no: one calm sentence and what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
