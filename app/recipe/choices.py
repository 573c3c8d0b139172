"""More settings of step 1 as a value: what was chosen, what of it differs from the usual, and how that reads."""

from dataclasses import dataclass, field
from typing import Any

from app.i18n import numeral, translate
from app.recipe.ports import Setup
from app.recipe.regions import Drawn
from app.recipe.wording import detail_words, model_words
from vision.recipe import IdentityRule, Recipe, View

USUAL_BACKBONE = "embedded"
"""The one that Loupe brings along."""


@dataclass(frozen=True, kw_only=True)
class Choices:
    """Everything that was chosen, as the page shows it."""

    view: str = ""
    """Name of the view to teach; "" is the first view of a new recipe."""
    camera: str = ""
    """The recipe's name for its camera; "" is the first one."""
    shot: int = 1
    """Which of that camera's shots after a trigger a new view judges."""
    is_new_view: bool = False
    deadline_ms: float = 0
    """0 is none."""
    identity: IdentityRule = field(default_factory=IdentityRule)
    kind: str | None = None
    """None is the usual one."""
    backbone: str | None = None
    detail: float = 0
    """0 is off."""


def view_named(recipe: Recipe | None, name: str) -> View | None:
    """A recipe's view; None when there is none of that name."""
    return next((view for view in (recipe.views if recipe else ()) if view.name == name), None)


def as_setup(chosen: Choices, drawn: Drawn, recipe: Recipe | None, usual_kind: str) -> Setup:
    """What shall be taught otherwise than as usual, or than `recipe` has it."""
    former = None if chosen.is_new_view else view_named(recipe, chosen.view)
    former_ms = (recipe.takt_deadline_ms if recipe else None) or 0
    return Setup(
        view=chosen.view or None,
        camera=chosen.camera or None,
        shot=chosen.shot if chosen.is_new_view else None,
        region_of_interest=drawn.interest,
        whole_frame=drawn.interest is None and former is not None and former.region_of_interest is not None,
        ignore_regions=drawn.ignored if drawn.ignored or former else None,
        takt_deadline_ms=chosen.deadline_ms if chosen.deadline_ms != former_ms else None,
        identity=chosen.identity if chosen.identity != (recipe.identity if recipe else IdentityRule()) else None,
        **_model(chosen, former, usual_kind),
    )


def _model(chosen: Choices, former: View | None, usual_kind: str) -> dict[str, Any]:
    """What was unusual in a known view and is as usual now has to be said: unsaid, it would stay."""
    kind, was = chosen.kind or usual_kind, former.model if former else None
    if was is None or was.kind != kind:
        return {"kind": kind if was else chosen.kind, "backbone": chosen.backbone, "detail": chosen.detail or None}
    known = was.settings
    return {
        "kind": chosen.kind,
        "backbone": chosen.backbone or (USUAL_BACKBONE if "backbone" in known else None),
        "detail": chosen.detail if "detail" in known else chosen.detail or None,
    }


def in_words(chosen: Choices, drawn: Drawn, other_view: str) -> str:
    """What differs from the usual; `other_view` is the view to teach when it is not the recipe's first one."""
    said = [other_view]
    said.append(translate("Teach", "Region of interest") if drawn.interest else "")
    said.append(translate("Teach", "{count} ignored").format(count=len(drawn.ignored)) if drawn.ignored else "")
    said.append(_in_ms(chosen.deadline_ms) if chosen.deadline_ms else "")
    said.append(model_words(chosen.kind) if chosen.kind else "")
    said.append(chosen.backbone or "")
    said.append(detail_words(chosen.detail) if chosen.detail else "")
    return ", ".join(filter(None, said)) or translate("Teach", "Whole frame, usual model, no deadline")


def _in_ms(duration_ms: float) -> str:
    """ "80 ms", or "80.5 ms" with the decimal sign of the language."""
    return f"{numeral(duration_ms, 0 if duration_ms == round(duration_ms) else None)} ms"
