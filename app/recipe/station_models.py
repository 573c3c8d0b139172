"""The models that this station can be taught with."""

from pathlib import Path

from vision.detectors import MODELS, check_settings, model_family
from vision.teaching import USUAL_KIND


class StationModels:
    """Fulfils `app.recipe.ports.Models` with the table of model kinds and the station's weights."""

    def __init__(self, weights: Path) -> None:
        """`weights`: where imported backbones lie."""
        self._weights = weights

    def kinds(self) -> tuple[str, ...]:
        """Every model kind, the usual one first."""
        return tuple(sorted(MODELS, key=lambda kind: (kind != USUAL_KIND, kind)))

    def backbones(self, kind: str | None) -> tuple[str, ...]:
        """Backbones that a kind can be taught with, the usual one first; empty where it takes none."""
        from vision.models.backbone.catalog import stored_backbones  # brings torch along

        usual = getattr(check_settings(kind or USUAL_KIND, {}), "backbone", None)
        if usual is None:
            return ()
        return (usual, *(name for name in stored_backbones(self._weights) if name != usual))

    def details(self, kind: str | None) -> tuple[float, ...]:
        """Off, half and full resolution where a kind has tiles; empty where it has none."""
        settings = check_settings(kind or USUAL_KIND, {})
        return (0.0, 0.5, 1.0) if hasattr(settings, "detail") else ()

    def learns_one_by_one(self, kind: str) -> bool:
        """Whether good parts can be added to a model of that kind and taken out again."""
        return kind in MODELS and model_family(kind).open is not None
