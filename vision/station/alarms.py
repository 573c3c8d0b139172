"""What calls a person: too many NG or not inspected in a row, a changed picture, silence, a disk that fills."""

from dataclasses import dataclass

from vision.health import FALSE_ALARM_EVERY
from vision.inspection import Clock, InspectionRecord, Verdict, ViewRecord, say
from vision.recipe import Recipe
from vision.station.events import Alarm, AlarmKind, StationListener
from vision.station.inspector import SET_REGION_BACK, WRONG_SIZE
from vision.station.picture import drift_tests

DISK_LOOK_EVERY_S = 5.0
DISK_LOW_MEANING = say("Inspection goes on while records can be written; nothing recorded is lost.")
DISK_LOW_REMEDY = say("Free space on this disk, or give images less room in Settings.")
_CHECK_CAMERA = say("Check camera, cable and light.")
_TRIGGER_SLOWER = say("Trigger more slowly, or teach a faster model.")
_REMEDIES = {
    "The station was still busy": _TRIGGER_SLOWER,
    "The verdict came": _TRIGGER_SLOWER,
    WRONG_SIZE: SET_REGION_BACK,
}
"""By words of a record's reason, however many views it names; other reasons come from the camera."""


@dataclass(frozen=True, kw_only=True)
class AlarmRules:
    """When to call; 0 switches a rule off."""

    ng_in_a_row: int = 5
    not_inspected_in_a_row: int = 3
    no_trigger_s: float = 0.0
    changed_picture_every: int = FALSE_ALARM_EVERY
    """Good parts in which one false alarm of a changed picture is accepted, on average and per view."""


class AlarmWatch:
    """Counts and calls; each alarm is raised once until its cause has gone and come again.

    Without a recipe there is nothing to compare the picture with.
    """

    def __init__(
        self, rules: AlarmRules, clock: Clock, listener: StationListener, recipe: Recipe | None = None
    ) -> None:
        self._rules = rules
        self._clock = clock
        self._listener = listener
        self._in_a_row = {Verdict.NG: 0, Verdict.NOT_INSPECTED: 0}
        self._last_trigger_s = clock.monotonic_s()
        self._is_silent = False
        self._next_disk_s = 0.0
        self._drift = drift_tests(recipe, rules.changed_picture_every) if recipe else {}

    def triggered(self) -> None:
        """A trigger came."""
        self._last_trigger_s = self._clock.monotonic_s()
        self._is_silent = False

    def recorded(self, record: InspectionRecord) -> None:
        """A record became durable."""
        for verdict in self._in_a_row:
            self._in_a_row[verdict] = self._in_a_row[verdict] + 1 if record.verdict is verdict else 0
        if self._in_a_row[Verdict.NG] == self._rules.ng_in_a_row > 0:
            what = say("{count} parts in a row are NG.", count=self._rules.ng_in_a_row)
            meaning = say("A process fault or a changed picture is likely.")
            self._call(AlarmKind.NG_IN_A_ROW, what, meaning, say("Look at the line."))
        if self._in_a_row[Verdict.NOT_INSPECTED] == self._rules.not_inspected_in_a_row > 0:
            what = say("{count} parts in a row were not inspected.", count=self._rules.not_inspected_in_a_row)
            meaning = say("Check them by hand. Last reason: {reason}", reason=record.reason)
            self._call(AlarmKind.NOT_INSPECTED_IN_A_ROW, what, meaning, _remedy(record.reason))
        for view in record.views:
            self._compare_picture(view)

    def _compare_picture(self, view: ViewRecord) -> None:
        test = self._drift.get(view.view)
        is_usable = view.verdict in (Verdict.OK, Verdict.REVIEW) and view.score is not None
        if test is None or not is_usable or not test.saw(view.score or 0.0):
            return
        what = say("The picture has changed ({view}).", view=view.view)
        meaning = say("Good parts score higher than when the recipe was taught. Soon some will be judged NG.")
        remedy = say("Check lamp, focus and position. If the change is meant, teach the recipe again.")
        self._call(AlarmKind.PICTURE_CHANGED, what, meaning, remedy)

    def look(self) -> None:
        """Raise the alarm for silence when it is time."""
        limit_s = self._rules.no_trigger_s
        if limit_s <= 0 or self._is_silent or self._clock.monotonic_s() - self._last_trigger_s < limit_s:
            return
        self._is_silent = True
        what = say("No trigger for {limit_s} s.", limit_s=round(limit_s))
        meaning = say("Parts may pass without being inspected.")
        self._call(AlarmKind.NO_TRIGGER, what, meaning, say("Check the sensor and the PLC."))

    def time_for_disk(self) -> bool:
        """True every `DISK_LOOK_EVERY_S` seconds."""
        now_s = self._clock.monotonic_s()
        if now_s < self._next_disk_s:
            return False
        self._next_disk_s = now_s + DISK_LOOK_EVERY_S
        return True

    def disk_low(self, sentence: str) -> None:
        """The disk is low."""
        self._call(AlarmKind.DISK_LOW, sentence, DISK_LOW_MEANING, DISK_LOW_REMEDY)

    def unexpected_frames(self, count: int) -> None:
        """Frames came that nobody had asked for."""
        what = say(
            "{count} frame came without a trigger." if count == 1 else "{count} frames came without a trigger.",
            count=count,
        )
        meaning = say("They were thrown away. Check the parts around them by hand.")
        self._call(AlarmKind.TRIGGERS_LOST, what, meaning, say("Check the trigger sensor for bouncing."))

    def _call(self, kind: AlarmKind, what: str, meaning: str, remedy: str) -> None:
        alarm = Alarm(kind=kind, what=what, meaning=meaning, remedy=remedy, time=self._clock.wall())
        self._listener.on_alarm(alarm)


def _remedy(reason: str) -> str:
    """What helps against parts that are not inspected for that reason."""
    return next((remedy for words, remedy in _REMEDIES.items() if words in reason), _CHECK_CAMERA)
