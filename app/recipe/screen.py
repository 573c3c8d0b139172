"""Puts the Teach screen together: view, presenters and the wires between them."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.recipe.capture_presenter import CapturePresenter
from app.recipe.gather_presenter import GatherPresenter
from app.recipe.lines_presenter import LinesPresenter
from app.recipe.pick_presenter import PickPresenter
from app.recipe.ports import Background, Models, PartCamera, Permits, Releases, StoredParts, Teacher
from app.recipe.presenter import TeachPresenter, TeachSteps
from app.recipe.release_presenter import ReleasePresenter
from app.recipe.setup_presenter import SetupPresenter
from app.recipe.view import TeachView


@dataclass(frozen=True, kw_only=True)
class TeachNeeds:
    """What `app.compose` gives to the screen."""

    background: Background
    teacher: Teacher
    releases: Releases
    models: Models
    permits: Permits
    camera: PartCamera
    stored: StoredParts
    captures: Callable[[str], Path]
    """The folder that keeps the captured parts of a recipe, by the recipe's name."""
    upper_bound: Callable[[int, int], float]
    """Upper 95 % bound on a rate of k in n."""
    on_released: Callable[[str, int], None]
    """Told recipe and version whenever another version became the active one."""
    want_camera: Callable[[str], None] = lambda _camera: None
    """Told a camera that a new view asks for, so that a device can be chosen for it."""


@dataclass(frozen=True, eq=False, kw_only=True)
class TeachScreen:
    """The screen and its presenter."""

    view: TeachView
    presenter: TeachPresenter


def make_teach(needs: TeachNeeds) -> TeachScreen:
    """Build the screen; it reads the recipes when it is shown."""
    view = TeachView()
    capture = CapturePresenter(view.gather.capture, needs.background, needs.camera, needs.captures)
    setup = SetupPresenter(view.gather.setup, needs.background, needs.releases, needs.models, needs.permits)
    steps = TeachSteps(
        gather=GatherPresenter(view.gather, needs.background, needs.releases, needs.permits, capture, setup),
        lines=LinesPresenter(view.lines, needs.background, needs.permits, needs.upper_bound),
        release=ReleasePresenter(view.release, needs.background, needs.releases, needs.permits),
        pick=PickPresenter(view, needs.background),
    )
    presenter = TeachPresenter(
        view,
        steps,
        background=needs.background,
        teacher=needs.teacher,
        releases=needs.releases,
        stored=needs.stored,
    )
    view.kept = (presenter, capture, setup)
    _wire_setup(view, setup)
    setup.on_camera = lambda camera: _look_through(camera, capture, needs)
    _wire_gather(view, steps.gather, capture, presenter)
    _wire_lines(view, steps.lines, presenter)
    _wire_release(view, steps.release, presenter, needs.on_released)
    view.shown.connect(presenter.refresh)
    view.hidden.connect(presenter.leave)
    view.cancel_asked.connect(presenter.cancel)
    view.picked.connect(steps.pick.pick)
    view.pick_closed.connect(steps.pick.close)
    return TeachScreen(view=view, presenter=presenter)


def _look_through(camera: str, capture: CapturePresenter, needs: TeachNeeds) -> None:
    if camera:
        needs.want_camera(camera)
    capture.look_through(camera)


def _wire_setup(view: TeachView, setup: SetupPresenter) -> None:
    page, drawing = view.gather.setup, setup.drawing
    view.gather.setup_asked.connect(setup.refresh)
    page.image_stepped.connect(setup.step_image)
    page.tool_chosen.connect(drawing.choose_tool)
    page.add_asked.connect(setup.add_region)
    page.undo_asked.connect(drawing.undo)
    page.editor.drawn.connect(drawing.draw)
    page.editor.changed.connect(drawing.change)
    page.editor.chosen.connect(drawing.choose)
    page.editor.removed.connect(drawing.remove)
    page.region.changed.connect(drawing.change)
    page.region.removed.connect(drawing.remove)
    page.view.view_chosen.connect(setup.choose_view)
    page.view.new_asked.connect(setup.new_view)
    page.view.named.connect(setup.name_view)
    page.view.shot_chosen.connect(lambda shot: setup.choose(shot=shot))
    page.chosen.connect(lambda field, value: setup.choose(**{field: value}))
    page.trouble.connect(view.trouble)


def _wire_gather(view: TeachView, gather: GatherPresenter, capture: CapturePresenter, teach: TeachPresenter) -> None:
    page = view.gather
    page.source_chosen.connect(gather.choose_source)
    page.folder_chosen.connect(gather.choose_folder)
    page.defects_chosen.connect(gather.choose_defects)
    page.name_changed.connect(gather.choose_name)
    page.teach_asked.connect(teach.teach)
    page.add_asked.connect(teach.add)
    page.learned_asked.connect(teach.open_learned)
    page.stored_asked.connect(teach.open_stored)
    page.lines_asked.connect(teach.reopen_lines)
    page.versions_asked.connect(teach.open_versions)
    page.trouble.connect(view.trouble)
    page.capture.capture_asked.connect(capture.capture)
    page.capture.undo_asked.connect(capture.undo)
    page.capture.clear_asked.connect(capture.clear)
    page.capture.by_trigger_chosen.connect(capture.capture_by_trigger)
    page.capture.trouble.connect(view.trouble)


def _wire_lines(view: TeachView, lines: LinesPresenter, teach: TeachPresenter) -> None:
    page = view.lines
    page.view_chosen.connect(lines.choose_view)
    page.lines_moved.connect(lines.draw)
    page.suggest_asked.connect(lines.suggest)
    page.odd_asked.connect(teach.look_at_odd)
    page.part_asked.connect(lines.look_at)
    page.use_asked.connect(teach.use_lines)
    page.trouble.connect(view.trouble)
    page.back_asked.connect(teach.go_back)


def _wire_release(
    view: TeachView, release: ReleasePresenter, teach: TeachPresenter, on_released: Callable[[str, int], None]
) -> None:
    def released(recipe: str, version: int) -> None:
        teach.released()
        on_released(recipe, version)

    release.on_released = released
    page = view.release
    page.release_asked.connect(release.release)
    page.activate_asked.connect(release.activate)
    page.back_asked.connect(teach.go_back)
    page.trouble.connect(view.trouble)
