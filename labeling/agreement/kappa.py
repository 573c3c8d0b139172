"""Fleiss' and Cohen's kappa, with 95 % intervals by bootstrap over parts.

Both are (observed - expected) / (1 - expected) agreement, and both are made of sums over parts. So a bootstrap sample,
which draws each part some number of times, is a weighted sum: all samples together are one matrix product.
The estimates themselves come from statsmodels. A kappa is undefined (None) where only one category occurs.

Sources: J. Cohen, Educ. Psychol. Meas. 20 (1960) 37; J. L. Fleiss, Psychol. Bull. 76 (1971) 378; percentile intervals
after B. Efron and R. Tibshirani, An Introduction to the Bootstrap (1993), chapter 13.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from labeling.agreement.ratings import Codes

SAMPLES = 2000
"""Bootstrap samples; the ends of the interval then move by about 0.005 from seed to seed."""
_SEED = 1960
_CERTAIN = 1 - 1e-12
"""Expected agreement from here on: one category only."""

Floats = NDArray[np.float64]
Formula = Callable[[Floats], Floats]
"""(samples, parts) weights in, (samples,) kappas out, NaN where undefined."""


@dataclass(frozen=True, kw_only=True)
class Kappa:
    """A kappa with its interval, None where there is only one part to draw."""

    value: float
    interval: tuple[float, float] | None


def fleiss(counts: Codes) -> Kappa | None:
    """Fleiss' kappa of an (N, categories) table: how many of a part's ratings fell into each category.

    Each row has the same sum, at least 2; else ValueError.
    """
    from statsmodels.stats.inter_rater import fleiss_kappa

    raters = int(counts[0].sum())
    if raters < 2 or (counts.sum(axis=1) != raters).any():
        raise ValueError("every part needs the same number of ratings, at least 2")
    if np.count_nonzero(counts.sum(axis=0)) < 2:
        return None
    agreed = (counts * (counts - 1)).sum(axis=1) / (raters * (raters - 1))

    def formula(weights: Floats) -> Floats:
        drawn = weights.sum(axis=1)
        shares = weights @ counts / (raters * drawn)[:, None]
        return _corrected(weights @ agreed / drawn, (shares**2).sum(axis=1))

    return Kappa(value=float(fleiss_kappa(counts)), interval=_interval(formula, len(counts)))


def fleiss_of_category(counts: Codes, category: int) -> Kappa | None:
    """Fleiss' kappa of one category against all others together (Fleiss 1971, section 4)."""
    inside = counts[:, category]
    return fleiss(np.stack([inside, counts.sum(axis=1) - inside], axis=1))


def cohen(one: Codes, other: Codes, categories: int) -> Kappa | None:
    """Cohen's kappa of two (parts, trials) arrays of codes, paired trial by trial and pooled into one table.

    The bootstrap draws parts, with all their trials.
    """
    from statsmodels.stats.inter_rater import cohens_kappa

    table = np.zeros((categories, categories))
    np.add.at(table, (one.ravel(), other.ravel()), 1)
    rows, columns = table.sum(axis=1) / table.sum(), table.sum(axis=0) / table.sum()
    if float(rows @ columns) >= _CERTAIN:
        return None
    agreed = (one == other).mean(axis=1)
    by_one, by_other = (_shares(codes, categories) for codes in (one, other))

    def formula(weights: Floats) -> Floats:
        drawn = weights.sum(axis=1)
        expected = ((weights @ by_one) * (weights @ by_other)).sum(axis=1) / drawn**2
        return _corrected(weights @ agreed / drawn, expected)

    return Kappa(value=float(cohens_kappa(table, return_results=False)), interval=_interval(formula, len(one)))


def count_ratings(codes: Codes, categories: int) -> Codes:
    """(parts, ...) codes in; (parts, categories): how often each was given."""
    flat = codes.reshape(len(codes), -1)
    counts = np.zeros((len(codes), categories), np.intp)
    np.add.at(counts, (np.arange(len(codes))[:, None], flat), 1)
    return counts


def _shares(codes: Codes, categories: int) -> Floats:
    found: Floats = count_ratings(codes, categories) / codes.shape[1]
    return found


def _corrected(observed: Floats, expected: Floats) -> Floats:
    undefined = expected >= _CERTAIN
    found: Floats = np.where(undefined, np.nan, (observed - expected) / np.where(undefined, 1.0, 1 - expected))
    return found


def _interval(formula: Formula, parts: int) -> tuple[float, float] | None:
    """The middle 95 % of the samples; those without a kappa, because one category only was drawn, are left out."""
    if parts < 2:
        return None
    draws = np.random.default_rng(_SEED).multinomial(parts, np.full(parts, 1 / parts), SAMPLES)
    low, high = np.nanpercentile(formula(draws.astype(np.float64)), (2.5, 97.5))
    return float(low), float(high)
