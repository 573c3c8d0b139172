"""The Live screen's words for parts, times and verdicts."""

from datetime import datetime

from app.actions import Place, commands_of
from app.i18n import told, translate
from app.live.gallery import Look
from app.widgets.symbol import verdict_word
from app.widgets.text import thousands
from app.widgets.verdict_panel import VerdictShown
from vision.inspection import Verdict


def clock_time(moment: datetime) -> str:
    """A time of day as the station's people read it: local, with seconds."""
    return moment.astimezone().strftime("%H:%M:%S")


def part_words(look: Look) -> str:
    """ "Part 1 285"."""
    return translate("Live", "Part {number}").format(number=thousands(look.record.sequence))


def view_words(look: Look) -> str:
    """ "Part 1 285", and among several views which: "Part 1 285, side"."""
    return f"{part_words(look)}, {look.name}" if len(look.views) > 1 else part_words(look)


def verdict_shown(look: Look) -> VerdictShown:
    """What the panel says of a part: a reason "1 region above T2, upper right" is split at its comma."""
    reason, place = told(look.record.reason), ""
    if look.record.verdict is Verdict.NOT_INSPECTED:
        reason = translate("Live", "Reason: {reason}").format(reason=reason)
    elif ", " in reason:
        reason, place = reason.rsplit(", ", 1)
    return VerdictShown(
        verdict=look.record.verdict,
        part=part_words(look),
        time=clock_time(look.record.time),
        reason=reason,
        place=place,
    )


def waiting_words(camera: str) -> str:
    """ "Waiting for Camera 1 to answer."; a camera without a name is "the camera"."""
    name = told(camera) or translate("Live", "the camera")
    return translate("Live", "Waiting for {camera} to answer.").format(camera=name)


def nothing_yet_words(*, running: bool, has_recipe: bool) -> str:
    """That there was no part yet and, while stopped, what to do: "No part was looked at yet. Start with F9."."""
    nothing = translate("ImageView", "No part was looked at yet.")
    if running:
        return nothing
    if not has_recipe:
        return f"{nothing} {choose_first_words()}"
    (start,) = (command for command in commands_of(Place.LIVE) if command.key == "start")
    return nothing + " " + translate("Live", "Start with {key}.").format(key=start.shortcuts[0])


def choose_first_words() -> str:
    """Why nothing can start."""
    return translate("Live", "Teach or choose a recipe first.")


def no_frame_words(look: Look) -> str:
    """Why the view looked at closely has no frame, as its record says."""
    return told((look.close.view.reason if look.close else "") or look.record.reason)


def last_caption(look: Look | None) -> str:
    """ "Last frame, 14:32:08" and the part below it; empty when there was none."""
    if look is None:
        return ""
    return translate("Live", "Last frame, {time}\npart {number}").format(
        time=clock_time(look.record.time), number=thousands(look.record.sequence)
    )


def looking_note(look: Look) -> str:
    """ "Looking at part 1 281: REVIEW", and among several views "Looking at part 1 281, side: REVIEW"."""
    word = verdict_word(look.verdict)
    if len(look.views) > 1:
        return translate("Live", "Looking at part {number}, {view}: {verdict}").format(
            number=thousands(look.record.sequence), view=look.name, verdict=word
        )
    return translate("Live", "Looking at part {number}: {verdict}").format(
        number=thousands(look.record.sequence), verdict=word
    )
