"""A study from start to figures: blind, frozen, resumable, with one step back."""

import errno
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from sqlite3 import IntegrityError
from zipfile import ZipFile

import numpy as np
import pytest

from labeling.records.studies import GOOD, NOT_GOOD, Study, StudyPart, StudyTrouble
from labeling.study.outcome import Call
from tests.labeling.study.twins import ADA, BEN, MODEL, Desk, Shelf, open_desk, wish
from vision.inspection import Frame, Trouble
from vision.storage import StorageTrouble, backup


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = open_desk(tmp_path / "Prüf 検査")
    yield made
    made.database.close()


def start(desk: Desk, **changes: object) -> Study:
    return desk.studies.start(wish(**changes), Shelf())[0]


def truth(part: StudyPart) -> str:
    assert part.reference is not None
    return part.reference


def rate_all(desk: Desk, study: Study, appraiser: str, wrong: frozenset[tuple[int, int]] = frozenset()) -> None:
    """Answer everything rightly, but for some (trial, part number)."""
    while (turn := desk.studies.turn(study, appraiser)).part is not None:
        other = {GOOD: NOT_GOOD, NOT_GOOD: GOOD}[truth(turn.part)]
        desk.studies.answer(study, turn, other if (turn.trial, turn.part.number) in wrong else truth(turn.part), 2.0)


def orders(desk: Desk, study: Study, appraiser: str) -> list[list[int]]:
    """The part numbers in the order they were asked, a list a trial."""
    seen: dict[int, list[int]] = {}
    while (turn := desk.studies.turn(study, appraiser)).part is not None:
        seen.setdefault(turn.trial, []).append(turn.part.number)
        desk.studies.answer(study, turn, GOOD)
    return list(seen.values())


def test_everybody_gets_every_part_in_every_trial_in_an_order_of_their_own(desk: Desk) -> None:
    study = start(desk, count=12)
    found = orders(desk, study, "Ada") + orders(desk, study, "Ben")
    assert [sorted(order) for order in found] == [list(range(1, 13))] * 4
    assert len({tuple(order) for order in [*found, range(1, 13)]}) == 5


def test_a_study_goes_on_after_a_restart(desk: Desk) -> None:
    study = start(desk)
    turn = desk.studies.turn(study, "Ada")
    turn = desk.studies.answer(study, turn, GOOD)
    again = desk.again()
    (stored,) = again.all()
    assert stored == study
    assert again.turn(stored, "Ada") == turn
    assert [(p.appraiser.name, p.answered, p.total) for p in again.progress(stored)] == [("Ada", 1, 12), ("Ben", 0, 12)]


def test_only_the_last_answer_can_be_taken_back(desk: Desk) -> None:
    study = start(desk)
    first = desk.studies.turn(study, "Ada")
    assert not first.can_undo
    second = desk.studies.answer(study, first, GOOD)
    third = desk.studies.answer(study, second, GOOD)
    assert third.can_undo
    back = desk.studies.undo(study, "Ada")
    assert (back.part, back.answered, back.can_undo) == (second.part, 1, False)
    with pytest.raises(StudyTrouble, match="no answer to take back"):
        desk.studies.undo(study, "Ada")
    assert desk.studies.answer(study, back, NOT_GOOD) == third


def test_the_very_last_answer_can_be_taken_back_too(desk: Desk) -> None:
    study = start(desk)
    rate_all(desk, study, "Ada")
    done = desk.studies.turn(study, "Ada")
    assert done.is_done
    assert done.can_undo
    assert desk.studies.undo(study, "Ada").answered == 11


def test_one_persons_step_back_leaves_others_alone(desk: Desk) -> None:
    study = start(desk)
    desk.studies.answer(study, desk.studies.turn(study, "Ada"), GOOD)
    with pytest.raises(StudyTrouble, match="no answer to take back"):
        desk.studies.undo(study, "Ben")


def test_an_answer_on_another_part_or_of_no_category_is_refused(desk: Desk) -> None:
    study = start(desk)
    first = desk.studies.turn(study, "Ada")
    desk.studies.answer(study, first, GOOD)
    for turn, value in ((first, GOOD), (desk.studies.turn(study, "Ada"), "crack")):
        with pytest.raises(StudyTrouble, match="is no answer"):
            desk.studies.answer(study, turn, value)
    assert desk.studies.turn(study, "Ada").answered == 1


def test_the_pause_between_trials(desk: Desk) -> None:
    study = start(desk, pause=timedelta(hours=20))
    while (turn := desk.studies.turn(study, "Ada")).part is not None:
        desk.studies.answer(study, turn, GOOD)
    assert (turn.trial, turn.answered, turn.is_done) == (2, 6, False)
    assert turn.not_before == desk.clock.wall() + timedelta(hours=20)
    desk.clock.advance(20 * 3600)
    assert desk.studies.turn(study, "Ada").part is not None


def test_what_was_started_is_frozen(desk: Desk) -> None:
    study = start(desk)
    desk.studies.answer(study, desk.studies.turn(study, "Ada"), GOOD)
    for sql in (
        "UPDATE studies SET plan = ''",
        "DELETE FROM studies",
        "UPDATE study_answers SET value = 'OK'",
        "DELETE FROM study_answers",
    ):
        with pytest.raises((IntegrityError, Trouble)):
            desk.database.write(lambda db, sql=sql: db.execute(sql))  # type: ignore[misc]
    with pytest.raises(StudyTrouble, match="There is a study WEEK 24 already"):
        start(desk, name="WEEK 24")


def test_images_are_copies_that_nobody_may_change(desk: Desk) -> None:
    study = start(desk)
    part = study.parts[0]
    assert np.all(desk.studies.image(part).pixels == int(part.name[1:]))
    file = desk.home.root / part.image
    file.write_bytes((desk.home.root / study.parts[1].image).read_bytes())
    with pytest.raises(StudyTrouble, match="was changed after the study began"):
        desk.studies.image(part)
    file.unlink()
    with pytest.raises(Trouble, match="does not exist"):
        desk.studies.image(part)


def test_parts_without_an_image_are_left_out_and_told(desk: Desk) -> None:
    study, missing = desk.studies.start(wish(count=20), Shelf(gone={"0", "19"}))
    assert len(study.parts) == 18
    assert [part.number for part in study.parts] == list(range(1, 19))
    assert sorted(str(one) for one in missing) == ["P0 is gone.", "P19 is gone."]


def test_a_study_that_cannot_start_leaves_nothing(desk: Desk) -> None:
    everything = {str(n) for n in range(20)}
    for shelf, changes in (
        (Shelf(gone=everything), {}),
        (Shelf(good=1, bad=0), {}),
        (Shelf(), {"appraisers": (ADA,), "trials": 1}),
        (Shelf(), {"appraisers": (ADA, ADA)}),
        (Shelf(), {"categories": (GOOD,)}),
    ):
        with pytest.raises(StudyTrouble):
            desk.studies.start(wish(**changes), shelf)
    assert desk.studies.all() == []
    assert not any((desk.home.labels / "studies").glob("*"))


def test_parts_of_which_nothing_is_known_may_be_taken_without_references(desk: Desk) -> None:
    known, _ = desk.studies.start(wish(count=20), Shelf(good=3, bad=3, unknown=30))
    assert (len(known.parts), known.has_reference) == (6, True)
    mixed, _ = desk.studies.start(wish(name="All", count=20, known_only=False), Shelf(good=3, bad=3, unknown=30))
    assert (len(mixed.parts), mixed.has_reference) == (20, False)
    assert {part.reference for part in mixed.parts} == {None}


def test_the_model_answers_by_itself_and_goes_on_where_it_stopped(desk: Desk) -> None:
    study = start(desk, appraisers=(ADA, MODEL), pause=timedelta(days=7))
    seen: list[int] = []

    def judge(part: StudyPart, frame: Frame) -> str:
        seen.append(part.number)
        if len(seen) == 3:
            raise Trouble("The model is gone.")
        return truth(part)

    with pytest.raises(Trouble, match="The model is gone"):
        desk.studies.rate(study, judge)
    desk.studies.rate(study, judge)
    assert len(seen) == 13
    assert [(one.appraiser.name, one.answered) for one in desk.studies.progress(study)] == [("Ada", 0), ("Model", 12)]


def test_figures_come_when_everybody_is_done(desk: Desk) -> None:
    study = start(desk, appraisers=(ADA, BEN, MODEL), count=20)
    bad = next(part.number for part in study.parts if part.reference == NOT_GOOD)
    desk.studies.rate(study, lambda part, frame: truth(part))
    rate_all(desk, study, "Ada")
    assert desk.studies.outcome(study) is None
    rate_all(desk, study, "Ben", frozenset({(1, bad), (2, bad)}))
    outcome = desk.studies.outcome(study)
    assert outcome is not None
    assert outcome.people is not None
    assert outcome.people.table.appraisers == ("Ada", "Ben")
    assert outcome.everybody.disagreed == (str(bad),)
    (advice,) = outcome.advice
    assert (advice.call, advice.appraiser, advice.parts) == (Call.MISSES, "Ben", (str(bad),))
    assert advice.share is not None
    assert (advice.share.count, advice.share.total) == (2, 20)


def test_nothing_to_do_when_all_is_well(desk: Desk) -> None:
    study = start(desk)
    for name in ("Ada", "Ben"):
        rate_all(desk, study, name)
    outcome = desk.studies.outcome(study)
    assert outcome is not None
    assert outcome.people is None
    assert [advice.call for advice in outcome.advice] == [Call.ALL_WELL]


def test_a_backup_brings_the_images_along(desk: Desk, tmp_path: Path) -> None:
    study = start(desk)
    backup(desk.home, tmp_path / "station.zip")
    with ZipFile(tmp_path / "station.zip") as archive:
        assert {part.image for part in study.parts} <= set(archive.namelist())


def test_a_full_disk_is_told_and_leaves_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("labeling.study.images.write_durably", full)
    with pytest.raises(StorageTrouble, match="full"):
        start(desk)
    assert desk.studies.all() == []
    assert not any((desk.home.labels / "studies").glob("*"))
