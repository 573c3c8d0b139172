"""More settings of step 1, without widgets: which view, where Loupe looks, in what time, with which model.

Nobody has to open it. What it gives stays as it is in a known recipe and as usual in a new one until a person changes it.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol

from app.i18n import translate
from app.recipe.choices import USUAL_BACKBONE, Choices, as_setup, in_words, view_named
from app.recipe.drawing import Drawing
from app.recipe.images import read_part
from app.recipe.ports import Background, Models, Permits, Releases, Setup
from app.recipe.regions import Drawn, FrameSize
from app.recipe.wording import model_words
from app.session import Permission, who_may
from vision.inspection import Frame, Trouble
from vision.recipe import Recipe, RecipeTrouble, View
from vision.recipe.versions import check_name


class SetupView(Protocol):
    """What the presenter needs of the page."""

    def show_image(self, frame: Frame | None, caption: str) -> None:
        """The good part to draw on; None while none is chosen."""

    def show_regions(self, drawn: Drawn, chosen: int | None, size: FrameSize | None, *, can_undo: bool) -> None:
        """All regions, and the one that is changed by numbers."""

    def show_views(self, names: Sequence[str], cameras: Sequence[str], choices: Choices) -> None:
        """The recipe's views and cameras; a new recipe has none to choose from."""

    def show_choices(self, choices: Choices) -> None:
        """Deadline, identity and model."""

    def show_kinds(self, kinds: Sequence[str]) -> None:
        """The model kinds to choose from."""

    def show_model(self, backbones: Sequence[str], details: Sequence[float]) -> None:
        """The backbones and the details to choose from; empty where the model takes none."""

    def show_permits(self, reason: str) -> None:
        """Disable every field with a reason; "" enables."""

    def show_trouble(self, trouble: Trouble) -> None:
        """Tell a known trouble."""


class SetupPresenter:
    """Collects a `Setup`. Lives on the window's thread."""

    def __init__(
        self, view: SetupView, background: Background, releases: Releases, models: Models, permits: Permits
    ) -> None:
        self._view = view
        self._background = background
        self._releases = releases
        self._models = models
        self._permits = permits
        self._name = ""
        self._recipe: Recipe | None = None
        self._choices = Choices()
        self._as_taught: Setup | None = None
        """What the recipe's view was taught with, as it was opened; None for a new recipe."""
        self._one_by_one: frozenset[str] = frozenset()
        """Views whose model learns part by part."""
        self.drawing = Drawing()
        self.drawing.on_changed = self._on_drawn
        self._images: Sequence[Path] = ()
        self._index = 0
        self._size: FrameSize | None = None
        self._look = 0
        """Counts the images that were asked for: an answer to an older question is late."""
        self.on_changed: Callable[[], None] = lambda: None
        """Told whenever something else would be taught."""
        self.on_camera: Callable[[str], None] = lambda _camera: None
        """Told the recipe's camera that good parts come from; "" is the first one."""

    # ---- what step 1 asks

    @property
    def view_name(self) -> str:
        """The view to teach; "" is the recipe's first one."""
        views = self._recipe.views if self._recipe else ()
        return "" if views and self._choices.view == views[0].name else self._choices.view

    def setup(self) -> Setup:
        """What shall be taught otherwise than as usual, or than the known recipe has it."""
        return as_setup(self._choices, self.drawing.drawn, self._recipe, self._models.kinds()[0])

    def missing(self) -> str:
        """Why this cannot be taught, "" when it can."""
        if not self._choices.is_new_view:
            return ""
        if view_named(self._recipe, self._choices.view) is not None:
            return translate("Teach", "There is a view of that name already.")
        try:
            check_name(self._choices.view)
            check_name(self._choices.camera)
        except RecipeTrouble:
            return translate("Teach", "The new view and its camera need names.")
        return ""

    def missing_to_take_out(self) -> str:
        """Why learned parts of this view cannot be taken out, "" when they can."""
        view = view_named(self._recipe, self._choices.view)
        if self._recipe is None or self._as_taught is None:
            return translate("Teach", "Choose a recipe that exists.")
        if view is None:
            return translate("Teach", "A new view has to be taught first.")
        if view.name not in self._one_by_one:
            kind = model_words(view.model.kind)
            return translate("Teach", "{model} learns all parts at once: teach it again.").format(model=kind)
        return ""

    def missing_to_add(self) -> str:
        """Why good parts cannot be added to this view as it stands, "" when they can."""
        if reason := self.missing_to_take_out():
            return reason
        if self.setup() != self._as_taught:
            return translate("Teach", "Other settings need teaching again, with all good parts.")
        return ""

    def summary(self) -> str:
        """What differs from the usual, for the folded card."""
        return in_words(self._choices, self.drawing.drawn, self.view_name)

    # ---- what step 1 tells

    def choose_recipe(self, name: str, *, exists: bool) -> None:
        """A known recipe brings its own settings, again when it got another version; a new name begins as usual."""
        self._name = name
        if exists:
            self._background.run(
                lambda: self._standing(name), lambda found: self._take_recipe(name, *found), self._told
            )
        elif self._recipe is not None:
            self._open(None)

    def offer_images(self, images: Sequence[Path]) -> None:
        """The good parts one can draw on."""
        if tuple(images) != tuple(self._images):
            self._images, self._index = tuple(images), 0

    def refresh(self) -> None:
        """The page is shown."""
        self._view.show_kinds(self._models.kinds())
        self._show_image()
        self._show()

    def person_changed(self) -> None:
        """Another person stands here."""
        may = self._permits.may(Permission.TEACH)
        who = translate("Teach", "{who} can teach: sign in first.").format(who=who_may(Permission.TEACH))
        self._view.show_permits("" if may else who)

    # ---- what the person does

    def step_image(self, step: int) -> None:
        """Draw on the next good part, or the one before."""
        if self._images:
            self._index = (self._index + step) % len(self._images)
            self._show_image()

    def add_region(self) -> None:
        """A new region in the middle of the image."""
        if self._size is not None:
            self.drawing.add(self._size)

    def choose_view(self, name: str) -> None:
        """Teach another view of the recipe: it comes with its own regions and model."""
        view = view_named(self._recipe, name)
        if view is not None:
            self._take_view(view)
            self._show()

    def new_view(self) -> None:
        """Add a view: a name and a camera that are free are proposed."""
        recipe = self._recipe
        if recipe is None:
            return
        taken = {view.name for view in recipe.views}
        name = next(name for n in range(1, len(taken) + 2) if (name := f"view-{n}") not in taken)
        camera = next(each for n in range(1, len(recipe.cameras) + 2) if (each := f"camera-{n}") not in recipe.cameras)
        self._choices = replace(self._choices, view=name, camera=camera, shot=1, is_new_view=True)
        self.drawing.begin(Drawn())
        self._tell_camera()
        self._show()

    def name_view(self, name: str, camera: str) -> None:
        """The new view's name and the recipe's name for its camera."""
        if self._choices.is_new_view:
            self._choices = replace(self._choices, view=name.strip(), camera=camera.strip())
            self._tell_camera()
            self.on_changed()

    def choose(self, **changes: Any) -> None:
        """Deadline, identity, model kind or backbone, by the field names of `Choices`."""
        self._choices = replace(self._choices, **changes)
        if "kind" in changes:
            self._choices = replace(self._choices, backbone=None, detail=0)
            self._show_model()
        self._view.show_choices(self._choices)
        self.on_changed()

    # ---- inside

    def _standing(self, name: str) -> tuple[Recipe | None, frozenset[str]]:
        """The recipe, and which of its views learn part by part; asking may load a whole library."""
        recipe = self._releases.standing(name)
        views = recipe.views if recipe else ()
        return recipe, frozenset(view.name for view in views if self._models.learns_one_by_one(view.model.kind))

    def _take_recipe(self, name: str, recipe: Recipe | None, one_by_one: frozenset[str]) -> None:
        if name == self._name and recipe != self._recipe:
            self._one_by_one = one_by_one
            self._open(recipe)

    def _open(self, recipe: Recipe | None) -> None:
        self._recipe = recipe
        self._choices = Choices()
        self.drawing.begin(Drawn())
        self._as_taught = None
        if recipe is None:
            self._tell_camera()
        else:
            self._choices = replace(self._choices, identity=recipe.identity, deadline_ms=recipe.takt_deadline_ms or 0)
            self._take_view(recipe.views[0])
        self._show()

    def _take_view(self, view: View) -> None:
        backbone = view.model.settings.get("backbone", USUAL_BACKBONE)
        self._choices = replace(
            self._choices,
            view=view.name,
            camera=view.camera,
            is_new_view=False,
            kind=None if view.model.kind == self._models.kinds()[0] else view.model.kind,
            backbone=None if backbone == USUAL_BACKBONE else backbone,
            detail=view.model.settings.get("detail", 0),
        )
        self.drawing.begin(Drawn(interest=view.region_of_interest, ignored=view.ignore_regions))
        self._as_taught = self.setup()
        self._tell_camera()

    def _tell_camera(self) -> None:
        first = next(iter(self._recipe.cameras), "") if self._recipe else ""
        self.on_camera("" if self._choices.camera == first else self._choices.camera)

    def _on_drawn(self) -> None:
        self._show_regions()
        self.on_changed()

    def _show(self) -> None:
        recipe = self._recipe
        views = [view.name for view in recipe.views] if recipe else []
        self._view.show_views(views, list(recipe.cameras) if recipe else [], self._choices)
        self._view.show_choices(self._choices)
        self._show_model()
        self._show_regions()
        self.on_changed()

    def _show_regions(self) -> None:
        drawing = self.drawing
        self._view.show_regions(drawing.drawn, drawing.chosen, self._size, can_undo=drawing.can_undo)

    def _show_model(self) -> None:
        kind, models = self._choices.kind, self._models

        def take(offered: tuple[Sequence[str], Sequence[float]]) -> None:
            if kind == self._choices.kind:
                self._view.show_model(*offered)
                self._view.show_choices(self._choices)

        self._background.run(lambda: (models.backbones(kind), models.details(kind)), take, self._told)

    def _show_image(self) -> None:
        self._look = look = self._look + 1
        if not self._images:
            self._size = None
            self._view.show_image(
                None, translate("Teach", "Choose good parts first: regions are drawn on one of them.")
            )
            return
        path = self._images[self._index]
        caption = translate("Teach", "{number} of {count}").format(number=self._index + 1, count=len(self._images))
        self._background.run(
            lambda: read_part(path),
            lambda frame: self._take_image(frame, caption) if look == self._look else None,
            self._told,
        )

    def _take_image(self, frame: Frame, caption: str) -> None:
        self._size = (frame.width, frame.height)
        self._view.show_image(frame, caption)
        self._show_regions()

    def _told(self, trouble: Exception) -> None:
        if not isinstance(trouble, Trouble):
            raise trouble
        self._view.show_trouble(trouble)
