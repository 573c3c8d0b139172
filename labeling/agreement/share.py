"""A count out of a count, with its exact bounds."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Share:
    """`count` of `total`."""

    count: int
    total: int
    """Above 0."""

    @property
    def value(self) -> float:
        """From 0 to 1."""
        return self.count / self.total

    @property
    def interval(self) -> tuple[float, float]:
        """95 %, two-sided, exact (Clopper and Pearson 1934)."""
        from statsmodels.stats.proportion import proportion_confint

        low, high = proportion_confint(self.count, self.total, alpha=0.05, method="beta")
        return float(low), float(high)


def share(count: int, total: int) -> Share | None:
    """None when there is nothing to take a share of."""
    return Share(count=count, total=total) if total else None
