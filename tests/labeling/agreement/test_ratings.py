"""Figures of small studies that can be told by hand, and what is refused."""

from collections.abc import Iterable

import pytest

from labeling.agreement import AgreementTrouble, Rating, RatingTable, analyse


def table(answers: dict[str, Iterable[str]], reference: str | None = None) -> RatingTable:
    """Appraiser to one word a part, a letter a trial: {"Ada": ["gg", "gb"]}; `reference` is a letter a part."""
    return RatingTable.of(
        Rating(
            part=str(part),
            appraiser=name,
            trial=str(trial),
            value=letter,
            reference=None if reference is None else reference[part],
        )
        for name, words in answers.items()
        for part, word in enumerate(words)
        for trial, letter in enumerate(word)
    )


def test_one_trial_that_differs_loses_the_part_but_only_one_decision() -> None:
    (ada,) = analyse(table({"Ada": ["bb", "gb", "gg", "bg"]}, "bbgg"), good="g").appraisers
    assert (ada.within, ada.effectiveness) == (ada.effectiveness, ada.within)
    assert ada.within is not None
    assert (ada.within.count, ada.within.total) == (2, 4)
    assert ada.miss_rate is not None
    assert ada.false_alarm_rate is not None
    assert (ada.miss_rate.count, ada.miss_rate.total) == (1, 4)
    assert (ada.false_alarm_rate.count, ada.false_alarm_rate.total) == (1, 4)


def test_a_wrong_defect_class_is_no_miss() -> None:
    (ada,) = analyse(table({"Ada": ["s", "c", "g"]}, "ccg"), good="g").appraisers
    assert ada.miss_rate is not None
    assert ada.effectiveness is not None
    assert ada.miss_rate.count == 0
    assert ada.effectiveness.count == 2
    assert ada.within is None


def test_trials_that_agree_with_each_other_may_still_be_wrong() -> None:
    (ada,) = analyse(table({"Ada": ["gg", "gg"]}, "bg"), good="g").appraisers
    assert ada.within is not None
    assert ada.effectiveness is not None
    assert (ada.within.count, ada.effectiveness.count) == (2, 1)


def test_what_is_undefined_is_none() -> None:
    alone = analyse(table({"Ada": ["g", "b"]}))
    assert (alone.fleiss, alone.all_agree, alone.all_right) == (None, None, None)
    assert alone.fleiss_by_category == {}
    (ada,) = alone.appraisers
    assert (ada.within, ada.effectiveness, ada.kappa, ada.miss_rate, ada.false_alarm_rate) == (None,) * 5
    same = analyse(table({"Ada": ["g", "g"], "Ben": ["g", "g"]}, "gg"), good="g")
    assert same.fleiss is None
    assert same.appraisers[0].kappa is None
    assert same.appraisers[0].miss_rate is None  # there is no defective part
    assert same.pairs[0].kappa is None
    assert same.all_agree is not None
    assert same.all_agree.value == 1


def test_parts_people_differ_on_come_most_divided_first() -> None:
    found = analyse(table({"Ada": ["gg", "gg", "gb"], "Ben": ["gg", "gb", "gb"]}))
    assert found.disagreed == ("2", "1")


def test_parts_and_trials_stand_in_natural_order() -> None:
    ratings = [Rating(part=part, appraiser="Ada", trial="1", value="g") for part in ("10", "9", "P-2", "P-10", "²")]
    assert RatingTable.of(ratings).parts == ("9", "10", "P-2", "P-10", "²")


def test_only_some_appraisers() -> None:
    whole = table({"Ada": ["g", "b"], "Ben": ["g", "g"], "Model": ["b", "b"]}, "gb")
    people = whole.only(["Ada", "Ben"])
    assert [rating for rating in whole.rows() if rating.appraiser != "Model"] == people.rows()


def test_rows_make_the_table_again() -> None:
    whole = table({"Ada": ["gb", "bb"], "Ben": ["gg", "gb"]}, "gb")
    assert RatingTable.of(whole.rows()).rows() == whole.rows()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda rows: [], "There is no rating."),
        (lambda rows: rows[:-1], "1 of 8 ratings are missing; the first is that of part 2 by Ben in trial 2."),
        (lambda rows: [*rows, rows[0]], "Ada rated part 1 twice in trial 1 (lines 2 and 2)."),
        (lambda rows: [*rows[:-1], _with(rows[-1], "g")], "Part 2 has two references: b and g (lines 6 and 9)."),
        (lambda rows: [*rows[:-1], _with(rows[-1], None)], "Part 2 has two references: b and none (lines 6 and 9)."),
        (lambda rows: [*rows[:4], *(_with(row, None) for row in rows[4:])], "1 of 2 parts have no reference: 2."),
    ],
)
def test_what_cannot_be_told_is_refused(change, said: str) -> None:  # type: ignore[no-untyped-def]
    rows = [
        Rating(part=part, appraiser=name, trial=trial, value="g", reference=truth, line=line)
        for line, (part, truth, name, trial) in enumerate(
            [(p, t, a, n) for p, t in (("1", "g"), ("2", "b")) for a in ("Ada", "Ben") for n in "12"], 2
        )
    ]
    with pytest.raises(AgreementTrouble) as told:
        RatingTable.of(change(rows))
    assert told.value.what == said


def test_an_unknown_good_value_is_refused() -> None:
    with pytest.raises(AgreementTrouble, match="No rating and no reference is G"):
        analyse(table({"Ada": ["g", "b"]}), good="G")


def _with(rating: Rating, reference: str | None) -> Rating:
    return Rating(
        part=rating.part,
        appraiser=rating.appraiser,
        trial=rating.trial,
        value=rating.value,
        reference=reference,
        line=rating.line,
    )
