"""Teach a view of a recipe from good parts: read, learn, score what was kept aside, set T1 and T2, save a version."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from vision.detectors import (
    Cancelled,
    FitStage,
    FittedModel,
    check_settings,
    check_size,
    counts_inside,
    fit_model,
    load_predictor,
    model_family,
)
from vision.recipe import View
from vision.teaching.evidence import Evidence, Saved, warnings_of
from vision.teaching.images import GoodImages, Survey, survey_images, without
from vision.teaching.meter import Meter
from vision.teaching.promise import Rates
from vision.teaching.request import HeldAside, Taught, TeachProgress, TeachRequest, TeachStage
from vision.teaching.smallest import too_small
from vision.teaching.split import Round, plan_rounds
from vision.teaching.thresholds import calibrate
from vision.teaching.version import (
    beside,
    blank_view,
    kept_ignore_regions,
    kept_kind,
    kept_rates,
    kept_region,
    kept_settings,
    model_files,
    next_version,
    passed_over,
    standing_recipe,
    taught_view,
    view_taught,
)

_STAGES = {
    FitStage.FEATURES: TeachStage.FEATURES,
    FitStage.MEMORY: TeachStage.MEMORY,
    FitStage.SCORING: TeachStage.SCORING,
}


def teach(request: TeachRequest, *, progress: Callable[[TeachProgress], None], cancelled: Callable[[], bool]) -> Taught:
    """Teach, and save a new recipe version. Blocks; call it from a worker.

    Args:
        progress: told about each step, from the calling thread.
        cancelled: asked between steps; once it says True nothing is left behind.

    Raises:
        TeachTrouble: too few images or unreadable ones.
        ModelTrouble: wrong model settings, a missing backbone, a region outside the images, or nothing that counts.
        RecipeTrouble: a name that cannot be one.
        Cancelled: as asked.
    """
    return _Teaching(request, Meter(progress), cancelled).run()


@dataclass(frozen=True, eq=False, kw_only=True)
class _Learned:
    """The stored model and the scores of images that models had not learned from."""

    model: FittedModel
    view: View
    evidence: Evidence


class _Teaching:
    def __init__(self, request: TeachRequest, meter: Meter, cancelled: Callable[[], bool]) -> None:
        self._request = request
        self._meter = meter
        self._cancelled = cancelled
        self._former = standing_recipe(request.recipes, request.recipe)
        self._passed_over = passed_over(request.recipes, request.recipe, self._former)
        self._former_view = view_taught(self._former, request.view)
        self._kind = kept_kind(request, self._former_view)
        self._settings = kept_settings(request, self._former_view)

    @property
    def _rates(self) -> Rates:
        return self._request.rates or kept_rates(self._former, self._former_view)

    def run(self) -> Taught:
        check_settings(self._kind, self._settings)
        images, left_out = without(self._request.images, self._request.leave_out)
        survey = survey_images(
            images,
            skip_bad=self._request.skip_bad,
            progress=self._on_read,
            cancelled=self._cancelled,
        )
        self._check_regions(GoodImages(survey.readable))
        learned = self._learn(survey, tuple(left_out))
        if self._cancelled():
            raise Cancelled
        return self._save(learned)

    def _learn(self, survey: Survey, left_out: tuple[str, ...]) -> _Learned:
        images = GoodImages(survey.readable)
        leaves_out = model_family(self._kind).leaves_out
        rounds = plan_rounds(len(images), self._request.seed, leaves_out=leaves_out)
        scores: dict[int, float] = {}
        for index, one in enumerate(rounds):
            self._meter.begin_round(index, len(rounds))
            model, view = self._fit(images, one, survey.sizes)
            scores |= self._score(images, one, model, view)
        held_aside = tuple(HeldAside(name=images.name(index), score=scores[index]) for index in sorted(scores))
        evidence = Evidence(
            n_images=len(images),
            n_learned=len(one.learn),
            held_aside=held_aside,
            lines=calibrate([image.score for image in held_aside], self._rates),
            leaves_out=leaves_out,
            skipped=tuple(survey.skipped),
            warnings=(*self._passed_over, *warnings_of(survey, len(images)), *self._too_small(survey)),
            left_out=left_out,
            blank=tuple(survey.blank.values()),
            prints=dict(zip(survey.prints, map(images.key, range(len(images))), strict=True)),
        )
        return _Learned(model=model, view=view, evidence=evidence)

    def _check_regions(self, images: GoodImages) -> None:
        """Before anything is learned, which takes minutes with some kinds."""
        region = kept_region(self._request, self._former_view)
        [seen] = images.pick([0], region)
        check_size(seen, counts_inside(seen, region, kept_ignore_regions(self._request, self._former_view)))

    def _too_small(self, survey: Survey) -> tuple[str, ...]:
        region = kept_region(self._request, self._former_view)
        return too_small(self._kind, self._settings, max((region.width, region.height) if region else survey.sizes[0]))

    def _fit(self, images: GoodImages, one: Round, sizes: list[tuple[int, int]]) -> tuple[FittedModel, View]:
        request = self._request
        former = self._former_view
        region = kept_region(request, former)
        ignored = kept_ignore_regions(request, former)
        model = fit_model(
            self._kind,
            self._settings,
            images.pick(one.learn, region),
            seed=request.seed,
            progress=lambda stage, done, total: self._meter.step(_STAGES[stage], done, total),
            cancelled=self._cancelled,
            weights_folder=request.weights_folder,
            counts=lambda seen: counts_inside(seen, region, ignored),
        )
        return model, blank_view(request, former, sizes, model)

    def _score(self, images: GoodImages, one: Round, model: FittedModel, view: View) -> dict[int, float]:
        """Scores through the same door as at the line: from a model file."""
        if not one.score:
            return {}
        if one.leaves_out:
            return dict(zip(one.score, model.good_scores, strict=True))
        scores = {}
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, model.file_name).write_bytes(model.content)
            predictor = load_predictor(view, Path(folder))
            for done, index in enumerate(one.score, 1):
                if self._cancelled():
                    raise Cancelled
                scores[index] = predictor.predict(images[index]).score
                self._meter.step(TeachStage.SCORING, done, len(one.score))
        return scores

    def _save(self, learned: _Learned) -> Taught:
        """All but this view is taken as it is now: others may have changed it while this one was learned."""
        request, content, evidence = self._request, learned.model.content, learned.evidence
        basis = request.recipes.basis(request.recipe)
        now = standing_recipe(request.recipes, request.recipe)
        view = taught_view(beside(learned.view, now), content, evidence.lines.thresholds)
        notes = evidence.notes() | {"seed": request.seed, "seconds": round(self._meter.seconds, 1)}
        recipe = next_version(request, now, view, notes)
        folder = request.recipes.save(recipe, model_files(request, now, view, content), basis)
        self._meter.step(TeachStage.SAVING, 1, 1)
        return evidence.told(Saved(recipe=recipe, basis=basis, folder=folder), view.name, self._meter.seconds)

    def _on_read(self, done: int, total: int) -> None:
        self._meter.step(TeachStage.READING, done, total)
