"""Which view of a part is looked at first: the one that decided, as the station decides."""

from dataclasses import replace

from app.live.gallery import look_at
from tests.app.line import make_record
from vision.inspection import Thresholds, Verdict
from vision.station.events import Inspected


def test_the_view_furthest_above_its_own_line_is_shown() -> None:
    record = make_record(1, Verdict.NG)
    lines = {"top": Thresholds(t1=0.8, t2=0.9), "side": Thresholds(t1=0.1, t2=0.2), "back": Thresholds(t1=0.0, t2=0.1)}
    scores = {"top": (0.95, Verdict.NG), "side": (0.6, Verdict.NG), "back": (0.99, Verdict.OK)}
    views = tuple(
        replace(
            record.views[0],
            view=name,
            score=score,
            verdict=verdict,
            t1=lines[name].t1,
            t2=lines[name].t2,
        )
        for name, (score, verdict) in scores.items()
    )
    look = look_at(Inspected(record=replace(record, views=views), frames={}, predictions={}), lines)
    assert look.close is not None
    assert look.close.view.view == "side"
    assert look.close.thresholds == lines["side"]
    assert [each.view.view for each in look.views] == ["top", "side", "back"]
    assert (look.verdict, look.through("back").verdict) == (Verdict.NG, Verdict.OK)
