"""Attribute agreement analysis after AIAG's MSA manual (4th edition, chapter III C): how far people and model agree.

* `ratings`: what was said, as one checked table of parts x appraisers x trials; any set of categories.
* `kappa`: Fleiss' and Cohen's kappa with bootstrap intervals over parts.
* `analysis`: all figures of one study.
* `csv_file`: the table from and to a CSV file.
"""

from labeling.agreement.analysis import Agreement, AppraiserFigures, PairFigures, analyse
from labeling.agreement.csv_file import read_ratings, write_ratings
from labeling.agreement.kappa import Kappa
from labeling.agreement.ratings import AgreementTrouble, Rating, RatingTable
from labeling.agreement.share import Share

__all__ = [
    "Agreement",
    "AgreementTrouble",
    "AppraiserFigures",
    "Kappa",
    "PairFigures",
    "Rating",
    "RatingTable",
    "Share",
    "analyse",
    "read_ratings",
    "write_ratings",
]
