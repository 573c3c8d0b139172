"""After a false alarm: the place may be tolerated from the next part on, with one click to take it back."""

from app.i18n import translate
from app.review.ports import Look, Tolerance
from app.review.shown import ReviewView
from app.review.wiring import ReviewPorts
from app.widgets.text import thousands
from labeling.review.place import Place
from vision.inspection import Trouble


def offer_tolerance(view: ReviewView, ports: ReviewPorts, look: Look, place: Place | None) -> None:
    """Offer it in passing, where the model can learn to tolerate at all."""
    tolerance = ports.tolerance
    if tolerance is not None:
        words = translate("Review", "Part {number}: false alarm.").format(number=thousands(look.record.sequence))
        offer = translate("Review", "Tolerate this place")
        view.say_done(words, offer, lambda: _tolerate(view, tolerance, ports.person.who, look, place))


def _tolerate(view: ReviewView, tolerance: Tolerance, who: str, look: Look, place: Place | None) -> None:
    try:
        tolerance.tolerate(look, place, who)
    except Trouble as trouble:
        view.tell(trouble)
        return
    words = translate("Review", "This place is tolerated from the next part on.")
    view.say_done(words, "", lambda: tolerance.take_back(look, who))
