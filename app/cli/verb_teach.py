"""`loupe teach IMAGES_DIR --recipe NAME`: a new recipe, or a new version of it, from good parts alone.

A recipe that exists keeps its regions, its kind of model with the settings, and its rates, unless asked otherwise.
With `--add IMAGES_DIR` or `--remove IMAGE` the active version learns more parts or forgets some; all else stays.
"""

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from app.cli.output import Output
from app.cli.verb import STOPPED, Call, Verb, at_least, words
from app.compose import home_at, recipes_of
from vision.detectors import MODELS, model_family
from vision.images import ImageTrouble, find_images
from vision.inspection import SystemClock, join, say
from vision.recipe import RecipeLibrary, Region, View
from vision.storage.trouble import beside_the_line
from vision.teaching import (
    LEAST_RATE,
    MOST_RATE,
    NOTHING_RELEASED,
    NOTHING_TAUGHT,
    USUAL_KIND,
    AddRequest,
    Cancelled,
    Rates,
    RemoveRequest,
    Taught,
    TeachProgress,
    TeachRequest,
    TeachTrouble,
    UnreadableTrouble,
    add_parts,
    kept_rates,
    remove_parts,
    standing_recipe,
    teach,
    view_taught,
)

WITH_BACKBONE = "patchcore"
"""The kind that takes any backbone; Loupe's own carries the embedded one."""
BY = "command line"
"""Who made and released the version."""
_FUSED = "fused"
_FOLLOWED = {
    "add": ("add", "recipe", "view", "skip_bad", "even_if_ng"),
    "remove": ("remove", "recipe", "view"),
}
"""The options that a change of the active version follows."""


def _add_arguments(parser: ArgumentParser) -> None:
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("images", type=Path, nargs="?", metavar="IMAGES_DIR", help="folder of images of good parts")
    what.add_argument("--add", type=Path, metavar="IMAGES_DIR", help="add good parts to the recipe; all else stays")
    what.add_argument(
        "--remove", type=words, nargs="+", metavar="IMAGE", help="take learned images or tolerated places out, by name"
    )
    parser.add_argument("--recipe", required=True, type=words, metavar="NAME")
    parser.add_argument(
        "--seed",
        type=at_least(0),
        metavar="N",
        help="start of the random choice of patches and of images kept aside; the same seed teaches the same (0)",
    )
    usual = Rates()
    parser.add_argument(
        "--overkill",
        type=share,
        metavar="SHARE",
        help=f"share of good parts that may be judged NG ({usual.overkill}, or as before)",
    )
    parser.add_argument(
        "--review",
        type=share,
        metavar="SHARE",
        help=f"share of good parts that may be sent to REVIEW ({usual.review}, or as before)",
    )
    parser.add_argument(
        "--leave-out",
        type=words,
        nargs="+",
        default=(),
        metavar="IMAGE",
        help="go without these images, such as parts that teaching named as odd and that are not good",
    )
    parser.add_argument("--skip-bad", action="store_true", help="leave unreadable images out instead of stopping")
    parser.add_argument(
        "--even-if-ng", action="store_true", help="with --add: learn also from parts that the running version judges NG"
    )
    _add_view_arguments(parser)


def _add_view_arguments(parser: ArgumentParser) -> None:
    """What the view looks at, and with which model."""
    parser.add_argument("--view", type=words, metavar="NAME", help="the view to teach; a new name adds a view")
    parser.add_argument("--whole-frame", action="store_true", help="take the recipe's former region of interest away")
    parser.add_argument("--roi", type=region, metavar="X,Y,W,H", help="judge only this part of the frame")
    parser.add_argument(
        "--ignore", type=region, action="append", metavar="X,Y,W,H", help="anomalies here do not count; may be repeated"
    )
    parser.add_argument(
        "--model", choices=sorted(MODELS), help=f"({USUAL_KIND}, or as before; with --backbone {WITH_BACKBONE})"
    )
    parser.add_argument(
        "--second",
        choices=sorted(MODELS),
        metavar="KIND",
        help="a second opinion, such as template: the rarer finding counts",
    )
    parser.add_argument("--backbone", type=words, metavar="NAME", help="embedded, or one listed by loupe weights list")
    parser.add_argument(
        "--detail",
        type=detail,
        metavar="SHARE",
        help="for small defects: see the frame in tiles besides, at this share of its resolution (0 is none, 1 every pixel)",
    )
    parser.add_argument(
        "--deadline-ms",
        type=milliseconds,
        metavar="MS",
        help="a verdict later than this after its trigger does not count",
    )


def region(text: str) -> Region:
    """Parse `X,Y,W,H` in frame pixels."""
    try:
        x, y, width, height = (int(word) for word in text.split(","))
        return Region(x=x, y=y, width=width, height=height)
    except ValueError as error:
        raise ArgumentTypeError(f"'{text}' is no region: four whole numbers X,Y,WIDTH,HEIGHT in pixels") from error


def milliseconds(text: str) -> float:
    """A time above 0."""
    return _number(text, lambda value: 0 < value < 1e9, "no time: a number of milliseconds above 0")


def share(text: str) -> float:
    """A share of parts that can be asked for; see `Rates`."""
    is_not = f"no share of parts: a number from {LEAST_RATE} (1 in {round(1 / LEAST_RATE)}) to {MOST_RATE}"
    return _number(text, lambda value: LEAST_RATE <= value <= MOST_RATE, is_not)


def detail(text: str) -> float:
    """A share of a frame's resolution, 0 for none."""
    return _number(text, lambda value: 0 <= value <= 1, "no share of the resolution: a number from 0 to 1")


def _number(text: str, is_allowed: Callable[[float], bool], is_not: str) -> float:
    """A number in its range; NaN is in none."""
    with suppress(ValueError):
        if is_allowed(value := float(text)):
            return value
    raise ArgumentTypeError(f"'{text}' is {is_not}")


def _rates(asked: Namespace, kept: Rates) -> Rates:
    """What was asked for; a rate that was not named stays."""
    return Rates(
        overkill=kept.overkill if asked.overkill is None else asked.overkill,
        review=kept.review if asked.review is None else asked.review,
    )


def _model(asked: Namespace, standing: View | None) -> tuple[str | None, dict[str, Any]]:
    """The kind asked for, None for no other, and its settings; with a second opinion both are one fused model."""
    kind = asked.model or (WITH_BACKBONE if asked.backbone else None)
    given = {"backbone": asked.backbone, "detail": asked.detail}
    settings = {name: value for name, value in given.items() if value is not None}
    if asked.second is None:
        _refuse_unknown(kind or (standing.model.kind if standing else USUAL_KIND), settings)
        return kind, settings
    first = _first_opinion(standing)
    if kind not in (None, first["kind"]):
        first = {"kind": kind, "settings": {}}
    _refuse_unknown(first["kind"], settings)
    if first["kind"] == asked.second:
        raise TeachTrouble(
            say("The second opinion would be the same model as the first: {kind}.", kind=asked.second),
            say("Nothing is taught."),
            say("Leave --second out, or name another model for one of the two."),
        )
    return _FUSED, {"first": first | {"settings": first["settings"] | settings}, "second": {"kind": asked.second}}


def _refuse_unknown(kind: str, settings: Iterable[str]) -> None:
    """Raises `TeachTrouble` for an option of other kinds of model."""
    for name in settings:
        if name in model_family(kind).settings.model_fields:
            continue
        others = [other for other in sorted(MODELS) if name in model_family(other).settings.model_fields]
        raise TeachTrouble(
            say("--{option} cannot be chosen for the model {kind}.", option=name, kind=kind),
            say("Nothing is taught."),
            say("Leave it out, or choose it for one of these with --model: {others}.", others=", ".join(others)),
        )


def _first_opinion(standing: View | None) -> dict[str, Any]:
    """What the second one joins: the model that the view has, or the first of its two."""
    if standing is None:
        return {"kind": USUAL_KIND, "settings": {}}
    model = standing.model
    known: dict[str, Any] = model.settings["first"] if model.kind == _FUSED else model.model_dump()
    return {"kind": known["kind"], "settings": known["settings"]}


def _refuse_unused(asked: Namespace) -> None:
    """Raises `TeachTrouble` for an option that only another change follows: not following it must be told."""
    change = next((name for name in _FOLLOWED if getattr(asked, name)), None)
    if asked.even_if_ng and change is None:
        raise TeachTrouble(say("--even-if-ng goes with --add alone."), say("Nothing is taught."), say("Leave it out."))
    others = set(vars(asked)) - {"verb", "json", "home", *(_FOLLOWED[change] if change else vars(asked))}
    named = (name for name in others if getattr(asked, name) not in (None, ()) and getattr(asked, name) is not False)
    unused = sorted(f"--{name.replace('_', '-')}" for name in named)
    if unused:
        raise TeachTrouble(
            say("{options} cannot be combined with {change}.", options=", ".join(unused), change=f"--{change}"),
            say("Nothing is changed."),
            say("Leave it out, or teach the recipe again with all images of good parts."),
        )


def _run(call: Call) -> int:
    home = home_at(call.home)
    try:
        with beside_the_line(home.root, NOTHING_TAUGHT):
            library = recipes_of(home.prepare())
            taught = _taught(call, library)
    except Cancelled:
        return 1
    except KeyboardInterrupt:
        call.output.say(f"Stopped. {NOTHING_TAUGHT}")
        return STOPPED
    except UnreadableTrouble as trouble:
        remedy = "Mend or remove the files, or leave them out with --skip-bad."
        raise TeachTrouble(trouble.what, trouble.meaning, remedy, detail=trouble.detail) from trouble
    recipe = taught.recipe
    with beside_the_line(home.root, NOTHING_RELEASED):
        now = SystemClock().wall()
        library.release(recipe.name, recipe.version, by=BY, time=now, basis=taught.basis)
    for skipped in taught.skipped:
        call.output.say(f"left out: {skipped.name}: {skipped.reason}")
    for warning in taught.warnings:
        call.output.say(warning)
    if taught.odd:
        call.output.say(_odd(taught))
    text = (
        f"Recipe {recipe.name} version {recipe.version}: T1 {taught.t1:.4g}, T2 {taught.t2:.4g}, "
        f"{taught.seconds:.1f} s.\n{taught.statement}"
    )
    call.output.emit(_values(taught), text)
    return 0


def _odd(taught: Taught) -> str:
    """Which good parts stand apart, and how to go without them; that is for a person to decide."""
    named = ", ".join(f"{image.name} ({image.score:.4g})" for image in taught.odd)
    how = "taken out with --remove" if taught.added or taught.removed else "left out with --leave-out"
    return (
        f"Standing apart from the other good parts: {named}. Look at them: a part that is not good lifts T1 over defects. "
        f"Those that are not good are {how}; a good one stays, as the line will see its like again."
    )


def _taught(call: Call, library: RecipeLibrary) -> Taught:
    """Anew, or with parts added or taken out, as asked."""
    asked, ticker = call.arguments, Ticker(call.output)
    _refuse_unused(asked)
    recipe = {"recipes": library, "recipe": asked.recipe, "view": asked.view, "created_by": BY}
    if asked.remove:
        return remove_parts(RemoveRequest(**recipe, images=asked.remove))
    if asked.add:
        request = AddRequest(
            **recipe, images=_good_images(asked.add), skip_bad=asked.skip_bad, even_if_ng=asked.even_if_ng
        )
        return add_parts(request, progress=ticker, cancelled=lambda: False)
    return teach(_teach_request(call, **recipe), progress=ticker, cancelled=lambda: False)


def _teach_request(call: Call, **recipe: Any) -> TeachRequest:
    asked = call.arguments
    standing = standing_recipe(recipe["recipes"], asked.recipe)
    view = view_taught(standing, asked.view)
    kind, settings = _model(asked, view)
    return TeachRequest(
        **recipe,
        images=_good_images(asked.images),
        seed=asked.seed or 0,
        leave_out=asked.leave_out,
        rates=_rates(asked, kept_rates(standing, view)),
        skip_bad=asked.skip_bad,
        kind=kind,
        model_settings=settings,
        weights_folder=home_at(call.home).root / "weights",
        region_of_interest=asked.roi,
        whole_frame=asked.whole_frame,
        ignore_regions=tuple(asked.ignore) if asked.ignore else None,
        takt_deadline_ms=asked.deadline_ms,
    )


def _good_images(folder: Path) -> list[Path]:
    """Raises `TeachTrouble` for a folder without images."""
    try:
        return find_images(folder)
    except ImageTrouble as trouble:
        remedy = join(trouble.remedy, "Give a folder with images of good parts.")
        raise TeachTrouble(trouble.what, NOTHING_TAUGHT, remedy, detail=trouble.detail) from trouble


def _values(taught: Taught) -> dict[str, Any]:
    return {
        "recipe": taught.recipe.name,
        "recipe_version": taught.recipe.version,
        "view": taught.view,
        "images": taught.n_images,
        "added": [{"name": image.name, "score": image.score} for image in taught.added],
        "removed": list(taught.removed),
        "odd": [{"name": image.name, "score": image.score} for image in taught.odd],
        "left_out": list(taught.left_out),
        "learned": taught.n_learned,
        "aside": taught.n_aside,
        "skipped": [skipped.name for skipped in taught.skipped],
        "t1": taught.t1,
        "t2": taught.t2,
        "supported_false_reject_rate": taught.supported_rate,
        "promises": taught.promises.as_json(),
        "statement": taught.statement,
        "warnings": list(taught.warnings),
        "seconds": taught.seconds,
    }


class Ticker:
    """Progress on a terminal: one line renewed in place; elsewhere a line for each tenth."""

    def __init__(self, output: Output) -> None:
        self._output = output
        self._shown = -1
        self._is_terminal = sys.stderr.isatty()

    def __call__(self, progress: TeachProgress) -> None:
        left = "" if progress.seconds_left is None else f", about {progress.seconds_left:.0f} s left"
        line = f"{progress.stage.value:<9} {progress.done} of {progress.total}, {progress.fraction:4.0%}{left}"
        if self._is_terminal:
            end = "\n" if progress.fraction >= 1 else ""
            sys.stderr.write(f"\r{line:<70}{end}")
            sys.stderr.flush()
        elif (tenth := int(progress.fraction * 10)) > self._shown:
            self._shown = tenth
            self._output.say(line)


VERB = Verb(name="teach", help="Teach a recipe from images of good parts.", run=_run, add_arguments=_add_arguments)
