"""What is asked about good parts: whether odd ones are really good, and which learned ones to take out."""

from app.i18n import translate
from app.recipe.pick_presenter import PickQuestion
from app.recipe.ports import Draft, LearnedParts
from vision.inspection import Trouble


def odd_question(draft: Draft) -> PickQuestion:
    """About a taught draft: the person decides, and learns what leaving out means for the promise."""
    meaning = translate(
        "Teach",
        "Their scores stand apart, so the lines rest on them. Leave out what is not good. A good part stays: the line "
        "will see its like again, and what is promised only holds for parts like those that stay.",
    )
    return PickQuestion(
        title=translate("Teach", "Are these parts really good?"),
        meaning=meaning,
        parts=draft.odd,
        lines=draft.evidence[0].suggested,
        go_on=translate("Teach", "Leave {count} out and teach again"),
        go_on_with_none=translate("Teach", "Leave out and teach again"),
        stay=translate("Teach", "Keep all"),
    )


def stored_question(stored: LearnedParts) -> PickQuestion:
    """About inspected parts, newest first."""
    return PickQuestion(
        title=translate("Teach", "Which of these parts are good?"),
        meaning=translate("Teach", "They were judged NG or REVIEW. Those you choose join the captured good parts."),
        parts=stored.parts,
        lines=stored.lines,
        go_on=translate("Teach", "Take {count} over"),
        go_on_with_none=translate("Teach", "Take over"),
        stay=translate("Teach", "Take none"),
    )


def no_stored() -> Trouble:
    """When there is nothing to ask about."""
    return Trouble(
        translate("Teach", "No inspected part of this recipe is stored that was judged NG or REVIEW."),
        translate("Teach", "The good parts stay as they are."),
        translate("Teach", "Capture good parts, or choose a folder."),
    )


def take_out_question(learned: LearnedParts) -> PickQuestion:
    """About the active version: tolerated places first, then the highest scores."""
    meaning = translate(
        "Teach", "Those you choose are forgotten in a new version. The present one stays and can be made active again."
    )
    return PickQuestion(
        title=translate("Teach", "Which learned parts shall be taken out?"),
        meaning=meaning,
        parts=tuple(sorted(learned.parts, key=lambda part: (part.is_tolerated, part.score or 0.0), reverse=True)),
        lines=learned.lines,
        go_on=translate("Teach", "Take {count} out"),
        go_on_with_none=translate("Teach", "Take out"),
        stay=translate("Teach", "Keep all"),
    )
