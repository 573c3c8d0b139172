"""The labeling tables, as one named migration set in the station's database. A subject has a file and a line here.

A migration that was released is never edited: the subject's file gets the next function, and this table its line. The
line's place counts where tables refer to each other. As in `vision.storage.schema`, times are text in UTC, JSON holds
no NaN, and tables that are evidence carry triggers that refuse what must never happen to them.
"""

from sqlite_utils import Migrations

from labeling.storage.schema import datasets, reviews, studies

LABELING = Migrations("labeling")

LABELING(name="m0001_datasets")(datasets.first_tables)
LABELING(name="m0001_reviews")(reviews.first_tables)
LABELING(name="m0001_studies")(studies.first_tables)
LABELING(name="m0002_open_reviews")(reviews.open_parts)
