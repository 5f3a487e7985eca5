"""Which score is which: before controls, now, or aimed at, also where a heading does not say so itself."""

from __future__ import annotations

import re
from dataclasses import replace

from boarddesk.importing.headings import Field
from boarddesk.importing.risks.column import RiskColumn
from boarddesk.importing.risks.vocabulary import Aspect, Stage


def _severity(columns: list[RiskColumn]) -> list[RiskColumn]:
    """An S beside a likelihood without an impact is the severity, not the score."""
    parts = {(column.says.stage, column.says.aspect) for column in columns if column.says.of_score}
    return [
        replace(column, says=replace(column.says, aspect=Aspect.IMPACT))
        if column.says.of_score
        and re.fullmatch(r"(?:.*\s)?S", column.heading, re.IGNORECASE)
        and (column.says.stage, Aspect.LIKELIHOOD) in parts
        and (column.says.stage, Aspect.IMPACT) not in parts
        else column
        for column in columns
    ]


def staged(columns: list[RiskColumn]) -> list[RiskColumn]:
    """Every score with its stage: a part beside one takes it over, what says none is the current one."""
    columns = _severity(columns)
    columns = _from_the_right(_from_the_left(columns))
    columns = _by_order(columns)
    named = {column.says.stage for column in columns if column.says.of_score}
    controls = next((column.index for column in columns if column.says.field is Field.CONTROLS), None)

    def settled(column: RiskColumn) -> Stage:
        stage = column.says.stage
        if stage is Stage.RESIDUAL:
            if Stage.CURRENT not in named:
                return Stage.CURRENT
            return Stage.TARGET if Stage.TARGET not in named else Stage.PREVIOUS
        if stage is Stage.UNSAID:
            if not named & {Stage.CURRENT, Stage.RESIDUAL}:
                return Stage.CURRENT
            before = min(
                (other.index for other in columns if other.says.stage in (Stage.CURRENT, Stage.RESIDUAL)),
                default=0,
            )
            if (
                Stage.INHERENT not in named
                and column.index < before
                and (controls is None or column.index < controls or controls < column.index)
            ):
                return Stage.INHERENT
            return Stage.PREVIOUS
        return stage

    return [
        replace(column, says=replace(column.says, stage=settled(column))) if column.says.of_score else column
        for column in columns
    ]


def _from_the_left(columns: list[RiskColumn]) -> list[RiskColumn]:
    """A part of a score without a stage takes that of its left neighbours, unless they have that part."""
    found: list[RiskColumn] = []
    for column in columns:
        says = column.says
        if (
            says.of_score
            and says.stage is Stage.UNSAID
            and found
            and found[-1].says.of_score
            and found[-1].says.stage is not Stage.UNSAID
        ):
            stage = found[-1].says.stage
            run = []
            for before in reversed(found):
                if not (before.says.of_score and before.says.stage is stage):
                    break
                run.append(before.says.aspect)
            whole_before = run == [Aspect.SCORE] and says.aspect is not Aspect.SCORE
            if says.aspect not in run and not whole_before:
                column = replace(column, says=replace(says, stage=stage))
        found.append(column)
    return found


def _from_the_right(columns: list[RiskColumn]) -> list[RiskColumn]:
    """Parts without a stage right before a whole score are its parts: `Likelihood, Impact, Gross risk`."""
    found = list(columns)
    for at, column in enumerate(found):
        says = column.says
        whole = says.of_score and says.aspect is Aspect.SCORE
        if not whole or says.stage in (Stage.UNSAID, Stage.PREVIOUS):
            continue
        own = {one.says.aspect for one in found if one.says.of_score and one.says.stage is says.stage}
        before = at - 1
        while before >= 0 and found[before].says.of_score and found[before].says.stage is Stage.UNSAID:
            part = found[before]
            if part.says.aspect is Aspect.SCORE or part.says.aspect in own:
                break
            own.add(part.says.aspect)
            found[before] = replace(part, says=replace(part.says, stage=says.stage))
            before -= 1
    return found


def _by_order(columns: list[RiskColumn]) -> list[RiskColumn]:
    """Two or three runs of parts that say no stage are before controls, now and aimed at, in this order."""
    runs: list[list[int]] = []
    for at, column in enumerate(columns):
        says = column.says
        if not says.of_score or says.stage is not Stage.UNSAID:
            continue
        parts = {columns[one].says.aspect for one in runs[-1]} if runs else set()
        if runs and says.aspect not in parts and runs[-1][-1] >= at - 1:
            runs[-1].append(at)
        else:
            runs.append([at])
    whole = [
        run for run in runs if len(run) > 1 or len(runs) == len({len(one) for one in runs}) + len(runs) - 1
    ]
    if len(runs) not in (2, 3) or len(whole) != len(runs):
        return columns
    found = list(columns)
    for run, stage in zip(runs, (Stage.INHERENT, Stage.CURRENT, Stage.TARGET), strict=False):
        for at in run:
            found[at] = replace(found[at], says=replace(found[at].says, stage=stage))
    return found
