"""Working collections of images, and what is made of them: snapshots, golden sets, near-duplicates, suspect labels."""

from labeling.datasets.duplicates import near_duplicates
from labeling.datasets.eye import FeatureEye
from labeling.datasets.golden import Comparison, compare_files, evaluation_items
from labeling.datasets.scan import Fault, Scan, scan
from labeling.datasets.second_look import Doubt, Eye, Reason, ReasonKind, SecondLook, Sight, model_reason, second_look
from labeling.datasets.service import Datasets
from labeling.datasets.suspects import mask_gap, suspicions
from labeling.datasets.thumbnails import Thumbnails

__all__ = [
    "Comparison",
    "Datasets",
    "Doubt",
    "Eye",
    "Fault",
    "FeatureEye",
    "Reason",
    "ReasonKind",
    "Scan",
    "SecondLook",
    "Sight",
    "Thumbnails",
    "compare_files",
    "evaluation_items",
    "mask_gap",
    "model_reason",
    "near_duplicates",
    "scan",
    "second_look",
    "suspicions",
]
