"""Sentences: English for everybody, their template and values for a screen in another language."""

import copy
import json

import numpy as np

from vision.inspection import Sentence, Trouble, say

PLACE = say("upper right")
REASON = say("{count} regions above {line}, {place}", count=2, line="T2", place=PLACE)


def test_a_sentence_is_the_finished_english_text() -> None:
    assert REASON == "2 regions above T2, upper right"
    assert json.dumps({"reason": REASON}) == '{"reason": "2 regions above T2, upper right"}'


def test_a_sentence_remembers_what_it_was_made_of() -> None:
    assert REASON.template == "{count} regions above {line}, {place}"
    assert REASON.values == {"count": 2, "line": "T2", "place": PLACE}


def test_without_values_a_text_is_its_own_template() -> None:
    """A text in braces, for a table that is filled later, or a file name of somebody else."""
    marked = say("{path} is locked.")
    assert marked == marked.template == "{path} is locked."
    assert say(marked, path="a{b}.png") == "a{b}.png is locked."


def test_a_memo_survives_json() -> None:
    recalled = Sentence.recall(json.loads(json.dumps(REASON.memo(), allow_nan=False)))
    assert recalled == REASON
    assert recalled.memo() == REASON.memo()


def test_values_that_json_does_not_know_become_text() -> None:
    told = say("{nan} {score} {path}", nan=float("nan"), score=np.float32(0.5), path=ValueError("no"))
    assert told == "nan 0.5 no"
    assert json.dumps(told.memo(), allow_nan=False)


def test_a_copied_sentence_remembers_too() -> None:
    assert copy.deepcopy(REASON).memo() == REASON.memo()


def test_trouble_tells_in_sentences() -> None:
    trouble = Trouble(say("{camera} is gone.", camera="Top"), "Nothing is inspected.")
    assert str(trouble) == "Top is gone. Nothing is inspected."
    assert trouble.what.values == {"camera": "Top"}
    assert trouble.meaning.template == "Nothing is inspected."
