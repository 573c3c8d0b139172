"""Evaluation: a predictor and two thresholds against images whose truth is known. Loads no model by itself."""

from vision.evaluation.dataset import EvaluationItem, EvaluationTrouble, read_mask, read_mvtec
from vision.evaluation.evaluate import DefectFigures, Evaluation, NotInspected, evaluate

__all__ = [
    "DefectFigures",
    "Evaluation",
    "EvaluationItem",
    "EvaluationTrouble",
    "NotInspected",
    "evaluate",
    "read_mask",
    "read_mvtec",
]
