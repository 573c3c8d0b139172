"""Drift: have the scores of good parts crept up since teaching?

A conformal test martingale (Vovk, Gammerman and Shafer, "Algorithmic Learning in a Random World", 2005). Each part's
score is ranked among the reference, which are the held-aside scores of teaching, and all parts since. While parts come
in no particular order these ranks are uniform and independent, whatever the model and the scores, so a gambler who bets
on high ranks does not get rich. The bet is the Simple Jumper's (Vovk et al., "Retrain or not retrain", COPA 2021), one
sided: half of the capital f(p) = 2(1 - p), half in cash, and a hundredth moves between them at each part, so that drift is
found whenever it begins.

**False alarms.** By Ville's inequality the capital of a gambler who starts with 1 ever reaches c with probability at
most 1/c. Waiting costs capital, so the gambler starts anew with 1 whenever less is left (the conformal CUSUM, ibid.);
then at most one false alarm in c parts is to be expected on average, since the sum over all possible starts, the
Shiryaev-Roberts statistic, is not smaller and grows by 1 a part.

**Genuine defects** do not ring it: the caller leaves out parts judged NG, and one part in REVIEW at most doubles the
capital, while an ordinary one takes a quarter of what was bet (in the mean of logarithms). It takes some 14 of the
highest scores in close succession, or a third of all parts.

Refused: power bets p^(-1/2) (slower on the virtual line's fading lamp: 73 parts instead of 58, the first false NG came
at 83); counting NG parts as the highest rank (a few parts earlier, but one defect in ten rang it); and a
Kolmogorov-Smirnov test in a window, whose false alarms over a shift nobody can state.
"""

from bisect import bisect_left, insort
from collections.abc import Sequence

FALSE_ALARM_EVERY = 10_000
"""Good parts in which one false alarm is accepted, on average."""
MAX_REMEMBERED = 100_000
_JUMP = 0.01


class DriftTest:
    """Watches the scores of parts that were not judged NG.

    Once the alarm is raised it stays: what comes then is compared but not remembered, so that a changed picture never
    becomes the usual one by itself. It can be raised again after the scores have come back for some 2,000 parts.

    Args:
        reference: scores of good parts that the model had not learned from, those above T2 left out.
        false_alarm_every: good parts in which one false alarm is accepted, on average; at least 2.
    """

    def __init__(self, reference: Sequence[float], false_alarm_every: int = FALSE_ALARM_EVERY) -> None:
        if false_alarm_every < 2:
            raise ValueError("a false alarm in every part is no test")
        self._known = sorted(reference)
        self._limit = float(false_alarm_every)
        self._bet = self._cash = 0.5
        self.is_raised = False
        """True from the alarm until the scores have come back."""

    @property
    def capital(self) -> float:
        """What the gambler has now; the alarm is raised at `false_alarm_every`."""
        return self._bet + self._cash

    def saw(self, score: float) -> bool:
        """Take the next part's score; True when this part raises the alarm."""
        self._play(self._p_value(score))
        if not self.is_raised and len(self._known) < MAX_REMEMBERED:
            insort(self._known, score)
        if self.capital < 1:
            self._bet = self._cash = 0.5
            self.is_raised = False
        elif self.capital >= self._limit:
            self._bet = self._cash = self._limit / 2  # else a long alarm would take as long to fall silent
            was_raised, self.is_raised = self.is_raised, True
            return not was_raised
        return False

    def _p_value(self, score: float) -> float:
        """The share of known scores that are not lower; equal ones all count, which can only delay the alarm."""
        not_lower = len(self._known) - bisect_left(self._known, score)
        return (not_lower + 1) / (len(self._known) + 1)

    def _play(self, p: float) -> None:
        moved = _JUMP / 2 * self.capital
        bet, cash = (1 - _JUMP) * self._bet + moved, (1 - _JUMP) * self._cash + moved
        self._bet, self._cash = 2 * (1 - p) * bet, cash
