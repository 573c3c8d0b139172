"""The new recipe version: what was taught now, and all else as it was."""

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from vision.detectors import FittedModel, ModelTrouble, check_models
from vision.inspection import Thresholds, say
from vision.recipe import CameraSettings, ModelReference, Recipe, RecipeLibrary, RecipeTrouble, Region, View
from vision.teaching.promise import Rates, noted_rates
from vision.teaching.request import DEFAULT_VIEW, USUAL_KIND, TeachRequest, TeachTrouble


def standing_recipe(library: RecipeLibrary, name: str) -> Recipe | None:
    """The version that teaching goes on from; None for a new name.

    It is the active one: after a roll-back that is the one people trust, not the newest. A broken one is no reason not to
    teach the recipe anew, nor are damaged releases: then it is the newest that can be read.
    """
    active = library.active_if_known(name)
    for version in (*([] if active is None else [active]), *reversed(library.versions(name))):
        try:
            recipe = library.load(name, version)
            check_models(recipe.views)
        except (RecipeTrouble, ModelTrouble):
            continue
        return recipe
    return None


def passed_over(library: RecipeLibrary, name: str, standing: Recipe | None) -> tuple[str, ...]:
    """What a person should know when the active version is broken, or not known, and teaching goes on from another."""
    if not library.versions(name):
        return ()
    active = library.active_if_known(name)
    if active is None:
        return (_unknown_active(standing),)
    if standing is None:
        return (
            say("Version {active} cannot be used any more: everything begins with its usual settings.", active=active),
        )
    if standing.version == active:
        return ()
    return (
        say(
            "Version {active} cannot be used any more: what is not asked for anew stays as in version {standing}.",
            active=active,
            standing=standing.version,
        ),
    )


def _unknown_active(standing: Recipe | None) -> str:
    if standing is None:
        return say("Which version was released last is not known any more: everything begins with its usual settings.")
    return say(
        "Which version was released last is not known any more: what is not asked for anew stays as in version {standing}.",
        standing=standing.version,
    )


def view_taught(recipe: Recipe | None, name: str | None) -> View | None:
    """The view that is taught again, the first one for no name; None when it is new."""
    views = recipe.views if recipe else ()
    if name is None:
        return views[0] if views else None
    return next((view for view in views if view.name == name), None)


def named_view(recipe: Recipe, name: str) -> View:
    """One of a recipe's views. Raises `TeachTrouble` for a name that none of them has."""
    found = next((view for view in recipe.views if view.name == name), None)
    if found is None:
        raise TeachTrouble(
            say("Recipe {recipe} has no view {view}.", recipe=recipe.name, view=name),
            "Nothing is changed.",
            say("Choose one of {known}.", known=", ".join(view.name for view in recipe.views)),
        )
    return found


def blank_view(request: TeachRequest, former: View | None, sizes: list[tuple[int, int]], model: FittedModel) -> View:
    """The view without its thresholds and file hash: enough to load the model that was just fitted."""
    (width, height), mixed = sizes[0], len(set(sizes)) > 1
    name = former.name if former else request.view or DEFAULT_VIEW
    region = kept_region(request, former)
    ignored = kept_ignore_regions(request, former)
    return View(
        name=name,
        camera=request.camera or (former.camera if former else "camera-1"),
        shot=request.shot or (former.shot if former else 1),
        image_width=width,
        image_height=height,
        any_size=mixed,
        region_of_interest=region,
        ignore_regions=ignored,
        model=ModelReference(kind=model.kind, settings=model.settings, file=model.file_name, hash="0" * 64),
        t1=0.0,
        t2=0.0,
    )


def beside(view: View, recipe: Recipe | None) -> View:
    """The view with a model file of its own name in a recipe of several views."""
    taken = {other.model.file for other in (recipe.views if recipe else ()) if other.name != view.name}
    file = view.model.file
    if file in taken:
        stem, _, suffix = file.rpartition(".")
        file = next(new for n in range(2, len(taken) + 3) if (new := f"{stem}-{n}.{suffix}") not in taken)
    return view.model_copy(update={"model": view.model.model_copy(update={"file": file})})


def taught_view(view: View, content: bytes, thresholds: Thresholds) -> View:
    """The view with what it was taught: the hash of its model file, and T1 and T2."""
    model = view.model.model_copy(update={"hash": hashlib.sha256(content).hexdigest()})
    return view.model_copy(update={"model": model, "t1": thresholds.t1, "t2": thresholds.t2})


def kept_region(request: TeachRequest, former: View | None) -> Region | None:
    """The region of interest asked for, else that of the former version; None for the whole frame."""
    if request.region_of_interest is not None or request.whole_frame:
        return request.region_of_interest
    return former.region_of_interest if former else None


def kept_ignore_regions(request: TeachRequest, former: View | None) -> tuple[Region, ...]:
    """Those asked for, else those of the former version."""
    if request.ignore_regions is not None:
        return request.ignore_regions
    return former.ignore_regions if former else ()


def kept_kind(request: TeachRequest, former: View | None) -> str:
    """The kind of model asked for, else that of the former version."""
    return request.kind or (former.model.kind if former else USUAL_KIND)


def kept_settings(request: TeachRequest, former: View | None) -> dict[str, Any]:
    """The model settings asked for; all others as in the former version, where that is of the same kind."""
    is_same_kind = former is not None and former.model.kind == kept_kind(request, former)
    return {**(former.model.settings if former and is_same_kind else {}), **request.model_settings}


def kept_rates(former: Recipe | None, view: View | None) -> Rates:
    """What the former version was asked for; the usual rates for a new view."""
    return noted_rates(former.teaching.get(view.name, {})) if former and view else Rates()


def next_version(request: TeachRequest, former: Recipe | None, view: View, notes: Mapping[str, Any]) -> Recipe:
    """The recipe with the taught view in its place."""
    cameras = request.cameras or (former.cameras if former else {view.camera: CameraSettings()})
    others = {name: note for name, note in (former.teaching if former else {}).items() if name != view.name}
    changes: dict[str, Any] = {
        "name": request.recipe,
        "version": request.recipes.next_version(request.recipe),
        "created": datetime.now(UTC),
        "created_by": request.created_by,
        "note": request.note,
        "cameras": dict(cameras),
        "views": _placed(former, view),
        "teaching": others | {view.name: dict(notes)},
    }
    if request.identity is not None:
        changes["identity"] = request.identity
    if request.takt_deadline_ms is not None:
        changes["takt_deadline_ms"] = request.takt_deadline_ms or None
    kept = dict(former) if former else {}
    return Recipe.model_validate(kept | changes)


def model_files(request: TeachRequest, former: Recipe | None, view: View, content: bytes) -> dict[str, Path | bytes]:
    """Files of the new version: the fitted model, and copies of what the other views use."""
    files: dict[str, Path | bytes] = {}
    if former is not None:
        folder = request.recipes.version_folder(former.name, former.version)
        files |= {other.model.file: folder / other.model.file for other in former.views if other.name != view.name}
    files[view.model.file] = content
    return files


def _placed(former: Recipe | None, view: View) -> tuple[View, ...]:
    views = former.views if former else ()
    if view.name not in {other.name for other in views}:
        return (*views, view)
    return tuple(view if other.name == view.name else other for other in views)
