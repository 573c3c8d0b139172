"""ONNX Runtime as Loupe uses it: graphs from memory, as many threads as the station gives, nothing written anywhere."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from vision.detectors.family import ModelTrouble
from vision.detectors.threads import usable_threads
from vision.runtime.graph_numbers import no_numbers


class Session:
    """One graph, ready to run."""

    def __init__(self, graph: bytes, *, threads: int | None = None) -> None:
        """Raises `ModelTrouble` for a graph that ONNX Runtime refuses, or whose weights are no numbers.

        Args:
            threads: how many share one run; None for all that the station gives. With 1, the caller's own does it all,
                and several callers may run at once.
        """
        import onnxruntime  # here, so that a command line that judges nothing need not load it

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads or usable_threads()
        options.log_severity_level = 3
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        try:
            self._session = onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
        except Exception as error:  # its exceptions share no base but Exception
            raise unusable(str(error)) from error
        if spoilt := no_numbers(graph):
            raise unusable(f"NaN or infinity in {', '.join(spoilt[:5])}")

    @property
    def inputs(self) -> Mapping[str, tuple[int | None, ...]]:
        """Name and shape of each input; None stands for a side of any length."""
        told = {value.name: value.shape for value in self._session.get_inputs()}
        return {name: tuple(side if isinstance(side, int) else None for side in shape) for name, shape in told.items()}

    @property
    def outputs(self) -> tuple[str, ...]:
        return tuple(value.name for value in self._session.get_outputs())

    def run_all(self, **inputs: NDArray[Any]) -> dict[str, NDArray[Any]]:
        """Every output, by name."""
        return dict(zip(self.outputs, self._session.run(None, inputs), strict=True))

    def run(self, **inputs: NDArray[Any]) -> NDArray[np.generic]:
        """The graph's only output."""
        found: NDArray[np.generic] = self._session.run(None, inputs)[0]
        return found


def unusable(detail: str) -> ModelTrouble:
    """What is told of a graph that is not what it should be."""
    return ModelTrouble(
        "The network of a model cannot be used.",
        "The recipe is not used.",
        "Teach the recipe again, or install Loupe again.",
        detail=detail,
    )
