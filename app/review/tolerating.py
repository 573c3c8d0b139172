"""After a false alarm: the place may be tolerated from the next part on, with one click to take it back."""

from app.i18n import translate
from app.review.ports import Look
from app.review.shown import ReviewView
from app.review.wiring import ReviewPorts
from app.session import Permission
from app.widgets.text import thousands
from labeling.review.place import Place
from labeling.review.queue import FLAGGED
from vision.inspection import Trouble


def offer_tolerance(view: ReviewView, ports: ReviewPorts, look: Look, place: Place | None) -> None:
    """Offer it in passing, for a part that the model flagged."""
    if ports.tolerance is None or place is None or look.record.verdict not in FLAGGED:
        return
    words = translate("Review", "Part {number}: false alarm.").format(number=_number(look))
    offer = translate("Review", "Tolerate this place")
    view.say_done(words, offer, lambda: _tolerate(view, ports, look, place))


def take_back_tolerance(view: ReviewView, ports: ReviewPorts, look: Look) -> None:
    """The false alarm is none after all: nor is its place tolerated any longer, if it was."""
    tolerance, who = ports.tolerance, ports.person.who
    if tolerance is None or not _allowed(view, ports):
        return
    words = translate("Review", "Part {number}: this place is no longer tolerated.").format(number=_number(look))

    def say(was_tolerated: bool) -> None:
        if was_tolerated:
            view.say_done(words, "", None)

    ports.teaching.run(lambda: tolerance.take_back(look, who), say, lambda error: _tell(view, error))


def _tolerate(view: ReviewView, ports: ReviewPorts, look: Look, place: Place) -> None:
    """Every known defect is judged again first, which takes some seconds: the review goes on meanwhile.

    It is said once and at once. A second toast would come over what is offered for the part in front by then.
    """
    tolerance, who = ports.tolerance, ports.person.who
    if tolerance is None or not _allowed(view, ports):
        return
    words = translate("Review", "Part {number}: tolerated here, once it is sure that no known defect would pass.")
    take_back = translate("Review", "Take back")
    view.say_done(words.format(number=_number(look)), take_back, lambda: take_back_tolerance(view, ports, look))
    ports.teaching.run(
        lambda: tolerance.tolerate(look, place, who), lambda _answer: None, lambda error: _tell(view, error)
    )


def _allowed(view: ReviewView, ports: ReviewPorts) -> bool:
    """Asked when it is done: somebody else may stand at the station by now."""
    try:
        ports.person.require(Permission.TOLERATE)
    except Trouble as trouble:
        view.tell(trouble)
        return False
    return True


def _tell(view: ReviewView, error: Exception) -> None:
    if not isinstance(error, Trouble):
        raise error
    view.tell(error)


def _number(look: Look) -> str:
    return thousands(look.record.sequence)
