"""Review of flagged parts: which parts need a person, what was decided, and how often an OK was none. No Qt.

* `state`: what the entries on a part amount to. * `audit`: the blind draw among parts judged OK.
* `queue`: which parts wait, in what order. * `rules`: the disposition that goes with a judgement, and when to say why.
* `escapes`: the escape rate with its bound. * `pace`: seconds a part, for the team.
* `place`: where a map is highest. * `lookalikes`: past defects that look like this one.
* `reviewer`: all of it over a station's records.

The audit is blind by design, not by politeness: whether a part judged OK is looked at is fixed by its id, a secret and
the rate in force when it was inspected, so a restart draws the same parts and nobody can tell which ones come. Refused:
drawing when somebody looks (a busy shift would look at fewer) and a counter (every hundredth part can be guessed).
"""
