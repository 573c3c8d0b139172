"""The models that this station can be taught with."""

from pathlib import Path

from vision.detectors import MODELS, check_settings
from vision.teaching import TeachRequest


class StationModels:
    """Fulfils `app.recipe.ports.Models` with the table of model kinds and the station's weights."""

    def __init__(self, weights: Path) -> None:
        """`weights`: where imported backbones lie."""
        self._weights = weights

    def kinds(self) -> tuple[str, ...]:
        """Every model kind, the usual one first."""
        return tuple(sorted(MODELS, key=lambda kind: (kind != TeachRequest.kind, kind)))

    def backbones(self, kind: str | None) -> tuple[str, ...]:
        """Backbones that a kind can be taught with, the usual one first; empty where it takes none."""
        from vision.models.backbone.catalog import stored_backbones  # brings torch along

        usual = getattr(check_settings(kind or TeachRequest.kind, {}), "backbone", None)
        if usual is None:
            return ()
        return (usual, *(name for name in stored_backbones(self._weights) if name != usual))
