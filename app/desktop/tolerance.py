"""Tolerated false alarms: a recipe version of its own each, released at once, so that the next part is judged by it."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from threading import Lock

from app.compose import Premises
from app.desktop.known_defects import KnownDefects
from app.review.ports import Look, Replays
from labeling.review.place import Place
from vision.inspection import ViewRecord, say
from vision.recipe import Basis, Recipe, Region
from vision.storage import AuditLog
from vision.storage.trouble import beside_the_line
from vision.teaching import NotTolerated, ToleranceRequest, take_back, tolerate_place, tolerated_places


class TaughtTolerance:
    """Fulfils `app.review.ports.Tolerance`. Called from background threads."""

    def __init__(self, premises: Premises, replays: Replays, use: Callable[[str, int], None]) -> None:
        """`use` makes a recipe version the one in use, if the recipe is; called from a background thread."""
        self._premises = premises
        self._replays = replays
        self._use = use
        self._audit = AuditLog(premises.store.database)
        self._known = KnownDefects(premises, replays)
        self._turn = Lock()
        """One after the other: what is taken back while it is still being checked is taken back afterwards."""

    def tolerate(self, look: Look, place: Place, by: str) -> None:
        """See `Tolerance`."""
        view = _view_of(look)
        region = Region(x=place.x, y=place.y, width=place.width, height=place.height)
        with self._turn:
            known = self._known.of(look.record.recipe, view.view)
            frame = self._replays.frame(view)
            basis = self._premises.recipes.basis(look.record.recipe)
            with self._unchanged():
                recipe = tolerate_place(self._request(look, view, by), frame, region, known)
                self._release(recipe, basis, by)
            self._tell(recipe, look, by, "place tolerated")

    def take_back(self, look: Look, by: str) -> bool:
        """See `Tolerance`."""
        requests = [self._request(look, view, by) for view in look.record.views]
        with self._turn:
            known = [one for one in requests if one.name in tolerated_places(one.recipes, one.recipe, one.view)]
            for request in known:
                basis = request.recipes.basis(request.recipe)
                with self._unchanged():
                    recipe = take_back(request)
                    self._release(recipe, basis, by)
                self._tell(recipe, look, by, "tolerated place taken back")
        return bool(known)

    def _request(self, look: Look, view: ViewRecord, by: str) -> ToleranceRequest:
        record = look.record
        return ToleranceRequest(
            recipes=self._premises.recipes,
            recipe=record.recipe,
            view=view.view,
            name=str(say("Part {number}", number=record.sequence)),
            created_by=by,
        )

    def _unchanged(self) -> AbstractContextManager[None]:
        """A full disk leaves the recipe alone."""
        return beside_the_line(self._premises.recipes.folder, say("The recipe stays as it is."))

    def _release(self, recipe: Recipe, basis: Basis, by: str) -> None:
        self._premises.recipes.release(recipe.name, recipe.version, by=by, time=datetime.now(UTC), basis=basis)

    def _tell(self, recipe: Recipe, look: Look, by: str, action: str) -> None:
        self._audit.add(by, action, f"{recipe.name} v{recipe.version}, {look.record.inspection_id}")
        self._use(recipe.name, recipe.version)


def _view_of(look: Look) -> ViewRecord:
    if look.view is None:
        raise NotTolerated("The part has no image.", "The recipe stays as it is.", "Choose a part that has one.")
    return look.view
