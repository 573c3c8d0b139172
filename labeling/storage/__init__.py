"""The SQL of labeling: what people say about images, kept in the station's database.

One module per subject, each with a small book that takes the open `StationDatabase` (as `vision.storage.Operators`
does) and speaks in frozen values of `labeling.records`, `labeling.catalog` and `labeling.annotation`. Its tables are in
`labeling.storage.schema`. Call `prepare` once after opening the database.
"""

from labeling.storage.annotations import AnnotationBook
from labeling.storage.catalog import CatalogBook
from labeling.storage.datasets import DatasetBook
from labeling.storage.frozen import FrozenBook
from labeling.storage.opening import has_labels, prepare

__all__ = ["AnnotationBook", "CatalogBook", "DatasetBook", "FrozenBook", "has_labels", "prepare"]
