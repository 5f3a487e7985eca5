"""Whatever comes in ends in rows or one calm sentence, within the bounds of the process that reads it."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.faults.hostile_documents import (
    Hostile,
    grid,
    hostile,
    nested,
    plan,
    register,
    risks,
    scorecard,
    word,
)
from tests.importing.documents import paragraph
from tests.long_runs import share

import boarddesk
from boarddesk.importing.deciding.child import open_apart, read_form_apart
from boarddesk.importing.deciding.reading import first_read
from boarddesk.importing.minutes.child import read_copy_apart
from boarddesk.importing.tables.child import MEMORY, SECONDS, environment
from boarddesk.importing.tables.separated import read_separated
from boarddesk.importing.transcripts.child import read_transcript_apart
from boarddesk.paper_child import SECONDS as SECONDS_OF_PAPERS
from boarddesk.paper_child import breaches_apart, look_apart
from boarddesk.rules.refused import FileProblem

resource = pytest.importorskip("resource", reason="only here is it measured what a process took")

QUICK = (
    "noughts.csv",
    "a column too many.csv",
    "5,001 parts.docx",
    "types.xlsx",
    "no copy.copy.docx",
    "voices.vtt",
)
"""Some of each kind that are refused soon."""
OF_THE_PARENT = 8.0
"""Seconds of the program's own time, which takes what the process answers, and no more."""


@dataclass(frozen=True)
class Outcome:
    """What became of one: the sentence, and what the processes and the program took of the machine."""

    name: str
    sentence: str
    child: float
    parent: float
    memory: int


def _read(path: Path) -> None:
    ends = "".join(path.suffixes[-2:])
    if ends == ".copy.docx":
        read_copy_apart(path)
    elif ends == ".form.docx":
        read_form_apart(path)
    elif path.suffix in (".vtt", ".txt"):
        read_transcript_apart(path.read_bytes(), path.name)
    elif path.suffix in (".pdf", ".pptx"):
        look_apart(path.read_bytes(), path.name)
    else:
        open_apart(path)


def _tried(one: Hostile, folder: Path) -> Outcome:
    path = folder / one.name
    path.write_bytes(one.make())
    children, parent, sentence = _children(), time.process_time(), ""
    try:
        _read(path)
    except FileProblem as problem:
        sentence = problem.sentence
    took = _children() - children
    path.unlink()
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    return Outcome(one.name, sentence, took, time.process_time() - parent, memory)


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return float(used.ru_utime + used.ru_stime)


def _hold(outcomes: Sequence[Outcome]) -> None:
    """Say what each took, and that none took more than it may."""
    for one in sorted(outcomes, key=lambda each: -each.child):
        print(f"{one.child:5.1f} s, {one.parent:4.1f} s here  {one.name}: {one.sentence or 'read'}")
    most = max(one.memory for one in outcomes)
    print(f"{len(outcomes)} tried; the largest process held {most / 1024**2:.0f} MB")
    assert [one.name for one in outcomes if not re.fullmatch(r"(?:[A-Z“].*\.)?", one.sentence, re.S)] == []
    assert [one.name for one in outcomes if "Traceback" in one.sentence or "Error" in one.sentence] == []
    papers = (".pdf", ".pptx")
    slow = [
        one
        for one in outcomes
        if one.child > (SECONDS_OF_PAPERS if one.name.endswith(papers) else SECONDS) + 2
    ]
    assert slow == []
    assert [one for one in outcomes if one.parent > OF_THE_PARENT] == []
    assert most < MEMORY


def test_some_hostile_documents_end_in_rows_or_a_sentence(tmp_path: Path) -> None:
    _hold([_tried(one, tmp_path) for one in hostile() if one.name in QUICK])


@pytest.mark.soak
def test_a_hundred_hostile_documents_end_in_rows_or_a_sentence(tmp_path: Path) -> None:
    assert len(hostile()) == 100
    _hold([_tried(one, tmp_path) for one in share(hostile())])


def test_what_is_only_big_is_not_called_damaged(tmp_path: Path) -> None:
    path = tmp_path / "wide.csv"
    path.write_bytes(grid(20_001, 2))
    with pytest.raises(FileProblem, match="has more than 20,000 rows"):
        open_apart(path)


def _without_bounds(code: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """The same work in a process that nothing holds; it says what it took."""
    end = "\nimport resource as r; u = r.getrusage(r.RUSAGE_SELF); print(u.ru_utime, u.ru_maxrss)"
    return subprocess.run(
        [sys.executable, "-c", code + end, *map(str, arguments)],
        capture_output=True,
        text=True,
        env=environment(),
        check=False,
    )


CONFINED = "from boarddesk.importing.tables.child import confine; confine(0.3)\n"
READ = "import sys; from pathlib import Path; from boarddesk.importing.tables.child import answer\n"
READ += "said = answer(Path(sys.argv[1]))\n"


def test_without_the_bound_on_time_the_control_goes_on(tmp_path: Path) -> None:
    """The control: the same list, in a process that ends after its time, and in one that nobody holds."""
    path = tmp_path / "a.csv"
    path.write_bytes(grid(1_500, 150))
    held, free = _without_bounds(CONFINED + READ, path), _without_bounds(READ, path)
    assert held.returncode == 75 and not held.stdout
    took, _ = map(float, free.stdout.split())
    print(f"held to 0.3 s it is ended; without it took {took:.1f} s")
    assert took > 0.4


@pytest.mark.soak
@pytest.mark.parametrize("make", [lambda: grid(20_000, 200)])
def test_without_the_bounds_the_control_takes_more_than_it_may(
    tmp_path: Path, make: Callable[[], bytes]
) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(make())
    free = _without_bounds(READ, path)
    took, memory = map(float, free.stdout.split())
    print(f"without bounds: {took:.1f} s, {memory / 1024:.0f} MB")
    assert took > SECONDS / 2 or memory * 1024 > MEMORY


def test_a_document_of_ordinary_size_is_read_in_a_fraction_of_its_time(tmp_path: Path) -> None:
    rows = "".join(f"<w:p><w:r><w:t>Line {at}</w:t></w:r></w:p>" for at in range(300))
    outcome = _tried(Hostile("ordinary.docx", lambda: word(rows)), tmp_path)
    print(f"{outcome.child:.1f} s: {outcome.sentence}")
    assert outcome.child < SECONDS / 3


LOOKS_INSIDE = re.compile(r"\b(?:check_paper|clean_copy|word_document|read_tables|first_read|read_all)\(")
"""What opens or goes through something that came in."""
CONFINED_FILES = {"__main__.py", "paper_child.py", "paper_story.py"}
"""What starts such a process, what one runs, and the sample's own papers."""


def test_nothing_outside_the_processes_that_read_looks_into_what_came_in() -> None:
    source = Path(boarddesk.__file__).parent
    outside = [
        str(path.relative_to(source))
        for path in source.rglob("*.py")
        if path.name not in CONFINED_FILES and "importing" not in path.relative_to(source).parts
        if LOOKS_INSIDE.search(path.read_text("utf-8"))
    ]
    assert outside == []


def test_a_document_to_be_checked_is_opened_apart(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(word(nested(400)))
    with pytest.raises(FileProblem, match="holds things inside things inside things without end"):
        breaches_apart(path)
    path.write_bytes(word(paragraph("Waits")))
    assert breaches_apart(path)


@pytest.mark.parametrize(
    ("make", "small"),
    [
        (lambda many: register(many, 60), 60),
        (lambda many: register(60, many), 60),
        (plan, 300),
        (risks, 300),
        (lambda many: scorecard(many, 60), 60),
    ],
    ids=["people", "meetings", "plan", "risks", "scorecard"],
)
def test_twice_as_many_rows_take_no_more_than_three_times_as_long(
    make: Callable[[int], bytes], small: int
) -> None:
    def took(many: int) -> float:
        tables = read_separated(Path("a.csv"), make(many))
        began = time.process_time()
        first_read(tables)
        return time.process_time() - began

    took(small // 4)  # what is loaded and remembered once
    once, twice = min(took(small), took(small)), min(took(2 * small), took(2 * small))
    print(f"{small}: {once:.2f} s, {2 * small}: {twice:.2f} s")
    assert twice < 3 * once
