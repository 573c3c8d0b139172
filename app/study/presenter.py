"""The studies of the station: who has to rate, and what came of them. No widget here."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from pathlib import Path
from typing import Protocol

from app.i18n import translate
from app.study.plan_presenter import PlanPresenter
from app.study.ports import ModelInUse, StudyNeeds
from app.study.rating_presenter import RatingPresenter
from app.study.wording import left_out_line
from app.workers.thumbnails import Thumbnail, shrink
from labeling.agreement import write_ratings
from labeling.records.studies import Appraiser, Study
from labeling.study.conduct import Turn
from labeling.study.outcome import Outcome
from vision.durable import write_durably
from vision.inspection import Frame, Trouble, say


class Page(IntEnum):
    """What fills the screen."""

    LIST = 0
    PLAN = 1
    RATING = 2
    OUTCOME = 3


@dataclass(frozen=True, kw_only=True)
class AppraiserRow:
    """How far one appraiser is, and why they cannot rate now."""

    appraiser: Appraiser
    answered: int
    total: int
    not_before: datetime | None
    reason: str
    """Why not now; "" when they can."""

    @property
    def is_done(self) -> bool:
        return self.answered == self.total


@dataclass(frozen=True, kw_only=True)
class StudyRow:
    """One study of the list."""

    study: Study
    answered: int
    total: int

    @property
    def is_complete(self) -> bool:
        return self.answered == self.total


class StudyView(Protocol):
    """Setters of the screen."""

    def show_page(self, page: Page) -> None: ...
    def show_studies(self, rows: Sequence[StudyRow], chosen: int) -> None: ...
    def show_appraisers(self, study: Study, rows: Sequence[AppraiserRow]) -> None: ...
    def allow_planning(self, reason: str) -> None: ...
    def show_outcome(self, outcome: Outcome) -> None: ...
    def show_pictures(self, pictures: dict[int, Thumbnail]) -> None: ...
    def show_model_progress(self, done: int, total: int) -> None: ...
    def show_told(self, text: str) -> None: ...
    def show_trouble(self, trouble: Trouble) -> None: ...


class StudyPresenter:
    """List, details, figures; planning and rating have presenters of their own."""

    def __init__(self, view: StudyView, needs: StudyNeeds, plan: PlanPresenter, rating: RatingPresenter) -> None:
        self._view = view
        self._needs = needs
        self._plan, self._rating = plan, rating
        self._rows: list[StudyRow] = []
        self._chosen = 0
        self._outcome: Outcome | None = None
        self._is_closing = False
        self._model_rates = 0
        """Id of the study that the model rates now; 0 while it rates none."""
        plan.on_started, plan.on_trouble = self._on_started, self._on_trouble
        rating.on_left, rating.on_trouble = self._on_left, self._on_trouble

    @property
    def goes_on(self) -> bool:
        """True while images are copied or the model rates."""
        return self._plan.is_starting or bool(self._model_rates)

    def refresh(self) -> None:
        """Show the studies as they are now."""
        studies = self._needs.studies
        self._rows = []
        for study in studies.all():
            progress = studies.progress(study)
            self._rows.append(
                StudyRow(
                    study=study,
                    answered=sum(one.answered for one in progress),
                    total=sum(one.total for one in progress),
                )
            )
        known = [row.study.id for row in self._rows]
        if self._chosen not in known:
            self._chosen = known[0] if known else 0
        self._view.show_studies(self._rows, self._chosen)
        may = self._needs.may_plan()
        self._view.allow_planning(
            "" if may else translate("Studies", "A quality engineer or line lead can start a study.")
        )
        self._show_details()

    def person_changed(self) -> None:
        """Somebody signed in or out."""
        self._rating.person_changed()
        self.refresh()

    def choose(self, study_id: int) -> None:
        """Show one study's appraisers."""
        self._chosen = study_id
        self._show_details()

    def plan(self) -> None:
        """Begin planning a study."""
        self._plan.open()
        self._view.show_page(Page.PLAN)

    def back(self) -> None:
        """To the list."""
        self._rating.leave()
        self._view.show_page(Page.LIST)
        self.refresh()

    def rate(self, appraiser: str) -> None:
        """An appraiser goes on rating, or the model does."""
        row = next((row for row in self._appraisers() if row.appraiser.name == appraiser), None)
        study = self._study()
        if row is None or study is None or row.reason:
            return
        if row.appraiser.is_model:
            self._let_model_rate(study)
        else:
            self._rating.open(study, appraiser)
            self._view.show_page(Page.RATING)

    def stop(self) -> None:
        """The window closes: the model stops after the part it is at; its answers are kept."""
        self._is_closing = True

    def show_outcome(self) -> None:
        """The figures of the chosen study; nothing while answers are missing, so that everybody stays blind."""
        study = self._study()
        if study is None:
            return
        self._needs.background.run(lambda: self._needs.studies.outcome(study), self._on_outcome, self._on_trouble)

    def write_csv(self, path: Path) -> None:
        """Every rating, as `loupe agreement` reads it."""
        if self._outcome is None:
            return
        text = write_ratings(self._outcome.everybody.table.rows())
        self._write(path, lambda: write_durably(path, text.encode("utf-8-sig")))

    def write_pdf(self, path: Path) -> None:
        """The report with pictures."""
        outcome = self._outcome
        if outcome is not None:
            self._write(path, lambda: self._needs.write_pdf(outcome, self._image_in(outcome.study), path))

    # ---- inside

    def _write(self, path: Path, work: Callable[[], None]) -> None:
        def checked() -> None:
            try:
                work()
            except OSError as error:
                raise Trouble(
                    say("{path} cannot be written.", path=path),
                    "The study itself is safe.",
                    "Choose a folder with write access and free space.",
                    detail=str(error),
                ) from error

        text = translate("Studies", "Saved as {name}.").format(name=path.name)
        self._needs.background.run(checked, lambda _: self._view.show_told(text), self._on_trouble)

    def _image_in(self, study: Study) -> Callable[[int], Frame | None]:
        """The image of a part by its number; None when it is gone, so that a report does not fail on one file."""
        parts = {part.number: part for part in study.parts}

        def image(number: int) -> Frame | None:
            try:
                return self._needs.studies.image(parts[number])
            except Trouble:
                return None

        return image

    def _study(self) -> Study | None:
        return next((row.study for row in self._rows if row.study.id == self._chosen), None)

    def _show_details(self) -> None:
        study = self._study()
        if study is not None:
            self._view.show_appraisers(study, self._appraisers())

    def _appraisers(self) -> list[AppraiserRow]:
        study = self._study()
        if study is None:
            return []
        return [self._appraiser_row(study, appraiser) for appraiser in study.appraisers]

    def _appraiser_row(self, study: Study, appraiser: Appraiser) -> AppraiserRow:
        turn = self._needs.studies.turn(study, appraiser.name)
        return AppraiserRow(
            appraiser=appraiser,
            answered=turn.answered,
            total=turn.total,
            not_before=None if appraiser.is_model else turn.not_before,
            reason=self._why_not(study, appraiser, turn),
        )

    def _why_not(self, study: Study, appraiser: Appraiser, turn: Turn) -> str:
        if appraiser.is_model:
            if self._model_rates:
                return translate("Studies", "The model is rating.")
            may = self._needs.may_plan()
            return "" if may else translate("Studies", "A quality engineer or line lead lets the model rate.")
        if turn.is_done:
            return translate("Studies", "Everything is rated.")
        if turn.not_before is not None:
            return translate("Studies", "The next trial begins later, so that nobody remembers a part.")
        if not self._needs.may_rate_as(appraiser.name):
            if appraiser.name not in self._needs.people():
                return translate("Studies", "{name} is no longer an active operator.").format(name=appraiser.name)
            return translate("Studies", "{name} has to sign in.").format(name=appraiser.name)
        return ""

    def _let_model_rate(self, study: Study) -> None:
        self._model_rates = study.id
        self._show_details()

        model = ModelInUse(recipe=study.recipe, version=study.recipe_version)

        def work() -> None:
            self._needs.studies.rate(
                study,
                self._needs.judge(model),
                progress=lambda done, total: self._needs.background.post(
                    lambda: self._view.show_model_progress(done, total)
                ),
                cancelled=lambda: self._is_closing,
            )

        self._needs.background.run(work, lambda _: self._on_model_done(), self._on_model_trouble)

    def _on_model_done(self) -> None:
        self._model_rates = 0
        self.refresh()

    def _on_model_trouble(self, trouble: Exception) -> None:
        self._on_model_done()
        self._on_trouble(trouble)

    def _on_started(self, study: Study, missing: Sequence[Trouble]) -> None:
        self._chosen = study.id
        self._view.show_page(Page.LIST)
        self.refresh()
        if missing:
            self._view.show_told(left_out_line(len(missing), str(missing[0].what)))
        if any(appraiser.is_model for appraiser in study.appraisers):
            self._let_model_rate(study)

    def _on_left(self, turn: Turn) -> None:
        self._view.show_page(Page.LIST)
        self.refresh()

    def _on_outcome(self, outcome: Outcome | None) -> None:
        if outcome is None:
            return
        self._outcome = outcome
        self._view.show_outcome(outcome)
        self._view.show_page(Page.OUTCOME)
        image, numbers = self._image_in(outcome.study), [int(part) for part in outcome.everybody.disagreed]
        self._needs.background.run(
            lambda: {number: shrink(frame) for number in numbers if (frame := image(number)) is not None},
            self._view.show_pictures,
            self._on_trouble,
        )

    def _on_trouble(self, trouble: Exception) -> None:
        if not isinstance(trouble, Trouble):
            raise trouble
        self._view.show_trouble(trouble)
