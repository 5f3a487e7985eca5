"""However a document is damaged on its way in, what its process answers is rows or one calm sentence."""

from __future__ import annotations

import json
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from tests.faults.hostile_documents import changes, spoken, word
from tests.importing.documents import paragraph, plan_document, row, table, workbook
from tests.importing.tables.test_source_mutants import mutants
from tests.long_runs import many

from boarddesk.importing import pasted_child
from boarddesk.importing.deciding import child as deciding
from boarddesk.importing.deciding.child import Asked, Question
from boarddesk.importing.deciding.reading import Reading, ReadingChoices
from boarddesk.importing.minutes import child as copies
from boarddesk.importing.minutes import holding
from boarddesk.importing.minutes.holding import CopyToHold
from boarddesk.importing.pasted_text import PastedText
from boarddesk.importing.plain_values import from_plain, to_plain
from boarddesk.importing.tables import child as tables
from boarddesk.importing.transcripts import child as transcripts
from boarddesk.rules.minutes.corrections.copy import WordCopy
from boarddesk.rules.minutes.corrections.holding import HeldCopy, SentDrafts
from boarddesk.rules.minutes.draft import Circulation, DraftItem, DraftLine
from boarddesk.rules.minutes.transcript import FoundTranscript
from boarddesk.rules.refused import FileProblem
from boarddesk.rules.update_form import ReturnedForm

FORM = row("Ref", "Action", "State", "Update", "New date asked", "Done on")
PAGE = "<html><body><h1>One</h1><p>Two <b>three</b></p><ul><li>Four</ul><table><tr><td>5</table></body>"
LINES = tuple(DraftLine(f"line {at}", text="less " * 5) for at in range(6))
DRAFT = Circulation("c", "m", 1, date(2026, 6, 12), items=(DraftItem("i", "1", "Waits", LINES),))
SLOWEST = 5.0
"""Seconds of the machine's time; the seeds are small."""


@dataclass
class Tried:
    """What became of the mutants: how many were read, what the others were told, and the slowest."""

    read: int = 0
    slowest: float = 0.0
    sentences: Counter[str] = field(default_factory=Counter)

    def take(self, said: str, takes: Callable[[dict[str, object]], object]) -> None:
        """An answer as the program takes it: nothing but what it says by its kind, or a sentence."""
        told = json.loads(said)
        sentence = told.get("problem") or told.get("refused")
        if sentence is None:
            takes(told)
            self.read += 1
            return
        assert sentence.endswith(".") and "Traceback" not in sentence, sentence
        self.sentences[sentence] += 1


def _decided(tried: Tried, path: Path, asked: Asked, kind: type) -> None:
    said = tables.answer(path)
    if not said.startswith(tables.TABLES.decode()):
        tried.take(said, lambda _told: None)
        return
    question = json.dumps(to_plain(Question(asked, path.name, ReadingChoices()))).encode()
    tried.take(
        deciding.answer(question + b"\n" + said.encode()), lambda told: from_plain(kind, told["found"])
    )


def _document(tried: Tried, path: Path) -> None:
    _decided(tried, path, Asked.FIRST, Reading)


def _form(tried: Tried, path: Path) -> None:
    _decided(tried, path, Asked.FORM, ReturnedForm)


def _copy(tried: Tried, path: Path) -> None:
    def hold(told: dict[str, object]) -> None:
        asked = CopyToHold(path.name, from_plain(WordCopy, told["copy"]), "Kit", SentDrafts(DRAFT))
        held = json.loads(holding.answer(json.dumps(to_plain(asked)).encode()))
        from_plain(HeldCopy, held["held"])

    tried.take(copies.answer(path), hold)


def _transcript(tried: Tried, path: Path) -> None:
    given = json.dumps(path.name).encode() + b"\n" + path.read_bytes()
    tried.take(transcripts.answer(given), lambda told: from_plain(FoundTranscript, told["found"]))


def _page(tried: Tried, path: Path) -> None:
    said = pasted_child.answer(b"page\n" + path.read_bytes())
    tried.take(said, lambda told: from_plain(PastedText, told["pasted"]))


def _seeds(folder: Path) -> Iterator[tuple[Path, Callable[[Tried, Path], None]]]:
    """A file of each kind that comes in, with the way in which it does."""
    rows = [["Name", "Role", "9 Jun 2026", "31/09/2026"], ["Rowan Vale", "Chair", "P", "D – Kit Fell"]]
    yield plan_document(folder / "plan.docx"), _document
    yield workbook(folder / "register.xlsx", {"One": rows}), _document
    made: dict[str, tuple[bytes, Callable[[Tried, Path], None]]] = {
        "plan.csv": (b"Ref,Action,By when\n1.1,Do it,May 22\n1.2,Do more,Jun 22\n", _document),
        "risks.csv": (b"Ref,Risk,Likelihood,Impact,Owner\nR1,Late plans,4,3,Rowan Vale\n", _document),
        "form.docx": (
            word(paragraph("Owner: Kit") + table(FORM, row("A1", "b", "Open", "c", "d", ""))),
            _form,
        ),
        "copy.docx": (word(changes(60)), _copy),
        "spoken.vtt": (spoken(20, 9), _transcript),
        "pasted.html": (PAGE.encode(), _page),
    }
    for name, (content, reads) in made.items():
        path = folder / name
        path.write_bytes(content)
        yield path, reads


def _try_mutants(folder: Path, each: int) -> None:
    for seed, reads in _seeds(folder):
        tried, done = Tried(), 0
        place = folder / f"{seed.name} damaged"
        place.mkdir()
        for path in mutants(seed, place, each):
            before = time.process_time()
            reads(tried, path)
            tried.slowest = max(tried.slowest, time.process_time() - before)
            done += 1
        refused = sum(tried.sentences.values())
        print(f"{seed.name}: {done} tried, {tried.read} read, {refused} refused in "
              f"{len(tried.sentences)} sentences, slowest {tried.slowest:.2f} s")  # fmt: skip
        assert done == each == tried.read + refused
        assert tried.slowest < SLOWEST


def test_mutants_of_every_kind_that_comes_in_end_in_rows_or_a_sentence(tmp_path: Path) -> None:
    _try_mutants(tmp_path, 12)


@pytest.mark.soak
def test_two_thousand_mutants_end_in_rows_or_a_sentence(tmp_path: Path) -> None:
    _try_mutants(tmp_path, many(250))


def test_an_answer_that_was_tampered_with_is_not_taken() -> None:
    """The control: without the check of its kind a wrong answer would be taken for what was read."""
    tried = Tried()
    with pytest.raises(ValueError, match=r"."):
        tried.take('{"found": [1, 2, 3]}', lambda told: from_plain(Reading, told["found"]))
    with pytest.raises(FileProblem):
        tables.unpacked("a.csv", b'{"tables": {"grids": 7}}')
    assert random.Random(1).random() and not tried.read
