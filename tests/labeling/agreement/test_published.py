"""The statistics against worked examples that others have published, to three decimals."""

import numpy as np
import pytest

from labeling.agreement import Kappa, Rating, RatingTable, analyse
from labeling.agreement.kappa import cohen, fleiss, fleiss_of_category
from tests.labeling.agreement import published


def rounded(kappa: Kappa | None) -> float:
    assert kappa is not None
    return round(kappa.value, 3)


def test_fleiss_1971_overall_and_by_diagnosis() -> None:
    counts = published.FLEISS_1971
    assert rounded(fleiss(counts)) == published.FLEISS_1971_KAPPA
    found = [rounded(fleiss_of_category(counts, number)) for number in range(5)]
    assert found == list(published.FLEISS_1971_BY_CATEGORY)


def test_fleiss_as_wikipedia_works_it_out() -> None:
    assert rounded(fleiss(published.WIKIPEDIA_FLEISS)) == published.WIKIPEDIA_FLEISS_KAPPA


@pytest.mark.parametrize(("table", "kappa"), published.COHEN_TABLES)
def test_cohen(table: tuple[tuple[int, ...], ...], kappa: float) -> None:
    pairs = [(i, j) for i, row in enumerate(table) for j, count in enumerate(row) for _ in range(count)]
    one, other = np.array(pairs).T[:, :, None]
    assert rounded(cohen(one, other, len(table))) == kappa


@pytest.fixture(scope="module")
def aiag() -> RatingTable:
    return RatingTable.of(
        Rating(part=str(part), appraiser=name, trial=str(trial), value=value, reference=reference)
        for part, (*answers, reference) in published.aiag_parts().items()
        for name, values in zip("ABC", answers, strict=True)
        for trial, value in enumerate(values, 1)
    )


def test_aiag_kappas(aiag: RatingTable) -> None:
    found = analyse(aiag, good="1")
    assert {(pair.one, pair.other): rounded(pair.kappa) for pair in found.pairs} == published.AIAG_BETWEEN
    assert {one.name: rounded(one.kappa) for one in found.appraisers} == published.AIAG_REFERENCE
    assert rounded(found.fleiss) == published.AIAG_FLEISS


def test_aiag_shares(aiag: RatingTable) -> None:
    for one in analyse(aiag, good="1").appraisers:
        assert one.within is not None
        assert one.effectiveness is not None
        assert one.miss_rate is not None
        assert one.false_alarm_rate is not None
        count, percent = published.AIAG_MATCHED[one.name]
        assert (one.within.count, one.effectiveness.count) == (count, count)
        assert round(100 * one.effectiveness.value) == percent
        assert tuple(round(100 * bound) for bound in one.within.interval) == published.AIAG_INTERVALS[one.name]
        rates = (100 * one.miss_rate.value, 100 * one.false_alarm_rate.value)
        assert rates == pytest.approx(published.AIAG_RATES[one.name], abs=0.0501)  # 6.25 is printed as 6.3
        assert (one.miss_rate.total, one.false_alarm_rate.total) == (48, 102)


def test_aiag_system(aiag: RatingTable) -> None:
    found = analyse(aiag, good="1")
    count, low, high = published.AIAG_SYSTEM
    assert found.all_right is not None
    assert found.all_agree is not None
    assert (found.all_right.count, found.all_agree.count) == (count, count)
    assert tuple(round(100 * bound) for bound in found.all_right.interval) == (low, high)
    assert len(found.disagreed) == 50 - count
