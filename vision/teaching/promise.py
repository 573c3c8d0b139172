"""What is asked of T1 and T2, and what a number of good parts supports of it.

The mathematics is that of conformal prediction (Vovk, Gammerman and Shafer, "Algorithmic Learning in a Random World",
2005): a line at the k-th lowest of n held-aside scores is exceeded by the next good part with probability at most
1 - k / (n + 1), whatever the model and whatever the distribution, as long as parts come in no particular order. The
rate that one such line really has is itself random: beta distributed with n + 1 - k and k (Wilks, Annals of
Mathematical Statistics 12, 1941), which gives the band.

That is proven for scores of images which the stored model never saw (split-conformal). Scores of images that were left
out one by one, or fold by fold, come from models that differ a little from each other and from the stored one
(jackknife-like: Barber, Candes, Ramdas and Tibshirani, Annals of Statistics 49, 2021, prove twice the rate for a
variant). For them the rate and the band are measured on real images, in `PROMISE.md`, not proven.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from scipy.stats import beta

from vision.inspection import Trouble, say
from vision.teaching.bounds import upper_bound

CONFIDENCE = 0.95
LEAST_RATE = 0.0001
"""1 in 10,000. To keep less takes more than 10,000 good parts kept aside: nobody collects so many, or looks at each."""
MOST_RATE = 0.5


class RatesTrouble(Trouble):
    """Rates that no lines can be drawn for."""


@dataclass(frozen=True, kw_only=True)
class Rates:
    """Shares of good parts that a person accepts, `LEAST_RATE` <= overkill <= review <= `MOST_RATE`.

    Raises `RatesTrouble` for others.
    """

    review: float = 0.05
    """Good parts that are not judged OK: T1 follows from it. A glance each."""
    overkill: float = 0.01
    """Good parts judged NG: T2 follows from it. They stop a line."""

    def __post_init__(self) -> None:
        for rate in (self.overkill, self.review):
            if not LEAST_RATE <= rate <= MOST_RATE:
                raise _no_rate(rate)
        if self.overkill > self.review:
            raise _out_of_order(self)


@dataclass(frozen=True, kw_only=True)
class Promise:
    """One stated rate and what `n` held-aside good parts support of it."""

    rate: float
    """The rate that was asked for."""
    n: int
    """Held-aside scores the line rests on."""
    above: int
    """How many of them lie above the line."""
    needed: int
    """Held-aside scores from which on the rate is guaranteed on average."""

    @property
    def is_guaranteed(self) -> bool:
        """True when there are scores enough for the rate to hold on average over teachings, with no tail assumed."""
        return self.n >= self.needed

    @property
    def is_confident(self) -> bool:
        """True when 95 of 100 teachings give a line whose own rate is at most the promised one."""
        return self.is_guaranteed and self.at_most <= self.rate

    @property
    def average(self) -> float:
        """The rate of such a line, on average over teachings."""
        return (self.above + 1) / (self.n + 1)

    @property
    def at_most(self) -> float:
        """The rate that this one line stays below with 95 % confidence."""
        return upper_bound(self.above, self.n, CONFIDENCE)

    @property
    def band(self) -> tuple[float, float]:
        """Where 95 of 100 such lines have their rate; a line above every score may lie lower, never higher."""
        tail = (1 - CONFIDENCE) / 2
        low, high = beta.ppf([tail, 1 - tail], self.above + 1, self.n - self.above)
        return float(low), float(high)

    @property
    def needed_for_confidence(self) -> int:
        """Held-aside scores whose highest bounds the rate with 95 % confidence: 299 for 1 %, 59 for 5 %."""
        return math.ceil(math.log1p(-CONFIDENCE) / math.log1p(-self.rate))

    def as_json(self) -> dict[str, Any]:
        """Everything above, for notes and for `--json`."""
        return {
            "rate": self.rate,
            "parts": self.n,
            "guaranteed": self.is_guaranteed,
            "average": self.average,
            "at_most_95": self.at_most,
            "band_95": list(self.band),
            "parts_needed": self.needed,
            "parts_needed_95": self.needed_for_confidence,
        }


@dataclass(frozen=True, kw_only=True)
class Promises:
    """What T1 and T2 stand for."""

    review: Promise
    overkill: Promise

    def as_json(self) -> dict[str, Any]:
        """Both, for notes and for `--json`."""
        return {"review": self.review.as_json(), "overkill": self.overkill.as_json()}


def noted_rates(notes: Mapping[str, Any]) -> Rates:
    """The rates that teaching noted of a view; the usual ones of versions that noted none.

    An older Loupe noted rates below `LEAST_RATE` as well.
    """
    promises = notes.get("promises")
    if promises is None:
        return Rates()
    review, overkill = (max(LEAST_RATE, promises[name]["rate"]) for name in ("review", "overkill"))
    return Rates(review=review, overkill=overkill)


def parts_needed(rate: float, spare: int = 0) -> int:
    """Held-aside scores for which a line with `spare` of them above it keeps `rate` on average."""
    return math.ceil((1 + spare) / rate - 1 - 1e-9)


def average_rank(n: int, rate: float) -> int:
    """Rank from below of the score that keeps `rate` on average: ceil((n + 1)(1 - rate)); above n when n is too small."""
    return math.ceil((n + 1) * (1 - rate) - 1e-9)


def confident_rank(n: int, rate: float) -> int | None:
    """The lowest rank that keeps `rate` in 95 of 100 teachings; None when not even the highest score does."""
    if (1 - rate) ** n > 1 - CONFIDENCE:
        return None
    ranks = range(average_rank(n, rate), n + 1)
    return next(rank for rank in ranks if upper_bound(n - rank, n, CONFIDENCE) <= rate)


def _no_rate(rate: float) -> RatesTrouble:
    return RatesTrouble(
        say("{rate} is no share of good parts that can be asked for.", rate=rate),
        "Nothing is taught.",
        say(
            "Ask for {least} (1 in {parts}) to {most}: less takes more good parts than anyone collects.",
            least=LEAST_RATE,
            parts=round(1 / LEAST_RATE),
            most=MOST_RATE,
        ),
    )


def _out_of_order(rates: Rates) -> RatesTrouble:
    return RatesTrouble(
        say(
            "More parts would be judged NG than sent to REVIEW: {overkill} and {review}.",
            overkill=rates.overkill,
            review=rates.review,
        ),
        "Nothing is taught.",
        "Ask for a share judged NG (overkill) that is at most as large as the one sent to REVIEW.",
    )
