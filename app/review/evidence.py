"""Why a part is here, from what the station has stored.

The good parts shown are those of the last ones that the same recipe judged OK before this part whose same place looks
most like it: they are real parts of the same line, light and hour. Refused: the images that were taught, whose files the
station need not have any more. Parts that the audit drew are left out until they are decided: beside another part they
would tell that they are good ones before anybody looked.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.i18n import told, translate
from app.review.ports import MAP_SIDE_PX, GoodPart, Look, PastDefect, Replays, Why
from labeling.records.reviews import Finding, SeenDefect
from labeling.review.lookalikes import Codes, PlaceCoder, nearest, picture_from, picture_of
from labeling.review.place import BLIND, Place, blind_map, place_of
from labeling.review.reviewer import Reviewer
from labeling.review.state import PartState, state_of
from labeling.storage.reviews import ReviewBook
from vision.images import at_most
from vision.inspection import Frame, InspectionRecord, Prediction, Trouble, Verdict, as_pixels8
from vision.station.describe import place_of_peak
from vision.storage import RecordQuery
from vision.storage.history import History

SHOWN = 3
_SEARCHED = 60
"""Parts judged OK that are looked through for some with a frame."""
_COMPARED = 12
"""Frames that are compared with the part: as many as are read in a quarter of a second."""


class StationEvidence:
    """Fulfils `Evidence`."""

    def __init__(self, history: History, replays: Replays, reviewer: Reviewer, book: ReviewBook) -> None:
        self._history = history
        self._replays = replays
        self._reviewer = reviewer
        self._book = book
        self._coder = PlaceCoder()

    def frame(self, look: Look) -> Frame:
        """The stored frame."""
        if look.view is None:
            raise Trouble(translate("Review", "No frame"), told(look.record.reason))
        if look.view.image is None:
            absence = self._replays.absence(look.record, look.view)
            raise Trouble(absence or translate("Review", "No frame"), told(look.view.reason or look.record.reason))
        return self._replays.frame(look.view)

    def why(self, look: Look, frame: Frame) -> Why:
        """The map is made again by the recipe version that judged."""
        if look.view is None or look.view.score is None:
            return Why(missing=translate("Review", "No model has looked at this part."))
        try:
            prediction = self._replays.replay(look.record).predictions[look.view.view]
        except Trouble as trouble:
            return Why(missing=told(trouble.what))
        place = place_of(prediction.anomaly_map)
        small = at_most(prediction.anomaly_map, MAP_SIDE_PX)
        seen = self._seen(look.record, _cut(frame, place))
        return Why(
            prediction=Prediction(prediction.score, small),
            hidden=Prediction(BLIND.t2, blind_map(small)),
            highest_at=place_of_peak(small),
            place=place,
            good=tuple(self._good(look, place, seen.codes, prediction.anomaly_map.shape)),
            past=tuple(self._past(seen)),
            seen=seen,
        )

    def remember(self, seen: SeenDefect) -> None:
        """Keep the place of a defect."""
        self._book.remember(seen)

    def _seen(self, record: InspectionRecord, cutting: Frame) -> SeenDefect:
        return SeenDefect(
            inspection_id=record.inspection_id,
            codes=self._coder.codes(cutting),
            coder=self._coder.name,
            picture=picture_of(cutting),
        )

    def _good(self, look: Look, place: Place, codes: Codes, shape: tuple[int, int]) -> Iterator[GoodPart]:
        """The three that look most like the part at this place, the nearest with its whole frame."""
        found = []
        for record in self._judged_ok(look.record):
            frame = self._frame_of(record, look)
            if frame is not None and (frame.height, frame.width) == shape:
                cutting = _cut(frame, place)
                found.append((float(self._coder.codes(cutting) @ codes), record, as_pixels8(cutting).copy()))
            if len(found) == _COMPARED:
                break
        for number, (_, record, picture) in enumerate(sorted(found, key=lambda one: -one[0])[:SHOWN]):
            frame = None if number else self._frame_of(record, look)
            yield GoodPart(sequence=record.sequence, picture=picture, frame=frame)

    def _judged_ok(self, record: InspectionRecord) -> Sequence[InspectionRecord]:
        query = RecordQuery(recipe=record.recipe, verdicts=frozenset({Verdict.OK}), oldest_first=False)
        before = self._history.page(query, after=record.sequence, limit=_SEARCHED)
        states = self._reviewer.states(before)
        return [one for one in before if self._is_shown(one, states[one.inspection_id])]

    def _is_shown(self, record: InspectionRecord, state: PartState) -> bool:
        """Not what a person called defective, nor what is still to be looked at blind."""
        if state.decision is not None:
            return state.decision.judgement.finding is Finding.FALSE_ALARM
        return not self._reviewer.plan.takes(record)

    def _frame_of(self, record: InspectionRecord, look: Look) -> Frame | None:
        name = look.view.view if look.view else ""
        view = next((view for view in record.views if view.view == name and view.image), None)
        try:
            return None if view is None else self._replays.frame(view)
        except Trouble:  # gone since: another part shows a good place as well
            return None

    def _past(self, seen: SeenDefect) -> Iterator[PastDefect]:
        known = [one for one in self._book.remembered(seen.coder) if one.inspection_id != seen.inspection_id]
        alike = nearest(seen.codes, known, 4 * SHOWN)  # some of them may have been taken back since
        entries = self._book.of([one.inspection_id for one in alike])
        shown = 0
        for one in alike:
            last = state_of(entries.get(one.inspection_id, ())).last
            if last is None or last.decision is None or last.decision.judgement.finding is not Finding.DEFECT:
                continue
            yield PastDefect(picture=picture_from(one.picture), decision=last.decision, product=last.part.recipe)
            shown += 1
            if shown == SHOWN:
                return


def _cut(frame: Frame, place: Place) -> Frame:
    return replace(frame, pixels=place.cut(frame.pixels))
