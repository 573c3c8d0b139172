"""Tables of the defect catalogs, the datasets with their images and annotations, and what was frozen of them."""

from sqlite_utils import Database

from labeling.storage.schema.guards import forbid

_CLASSES = """
CREATE TABLE defect_classes (
    id TEXT PRIMARY KEY,
    product TEXT NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,  -- the name as it is compared: one spelling, upper and lower case alike
    colour TEXT NOT NULL,
    severity TEXT NOT NULL CHECK (severity IN ('minor', 'major', 'critical')),
    key INTEGER CHECK (key BETWEEN 1 AND 9),
    sentence TEXT NOT NULL DEFAULT '',
    example TEXT,  -- JSON: image and the rectangle that shows the defect
    merged_into TEXT REFERENCES defect_classes (id),
    position INTEGER NOT NULL
) STRICT
"""

_DATASETS = """
CREATE TABLE datasets (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL UNIQUE,
    product TEXT NOT NULL,
    folder TEXT NOT NULL,
    created TEXT NOT NULL,
    author TEXT NOT NULL
) STRICT
"""

_IMAGES = """
CREATE TABLE images (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    dataset INTEGER NOT NULL REFERENCES datasets (id),
    source TEXT NOT NULL CHECK (source IN ('folder', 'station')),
    path TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    byte_count INTEGER NOT NULL,
    modified_ns INTEGER NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    look TEXT NOT NULL,  -- perceptual hash, hexadecimal
    inspection_id TEXT,
    lot TEXT,
    score REAL,
    suspicion REAL,
    is_missing INTEGER NOT NULL DEFAULT 0,
    version INTEGER NOT NULL DEFAULT 0,  -- of the current annotation; what follows is read from it
    state TEXT NOT NULL DEFAULT 'open',
    author TEXT,
    changed TEXT,
    UNIQUE (dataset, source, path)
) STRICT
"""

_TAGS = """
CREATE TABLE image_tags (
    image INTEGER NOT NULL REFERENCES images (id),
    tag TEXT NOT NULL,
    PRIMARY KEY (image, tag)
) STRICT, WITHOUT ROWID
"""

_IMAGE_CLASSES = """
CREATE TABLE image_classes (
    image INTEGER NOT NULL REFERENCES images (id),
    class TEXT NOT NULL REFERENCES defect_classes (id),
    defects INTEGER NOT NULL,
    PRIMARY KEY (image, class)
) STRICT, WITHOUT ROWID
"""

_VERSIONS = """
CREATE TABLE annotation_versions (
    image INTEGER NOT NULL REFERENCES images (id),
    number INTEGER NOT NULL,
    time TEXT NOT NULL,
    author TEXT NOT NULL,
    tool TEXT NOT NULL,
    content TEXT NOT NULL,  -- JSON: sides, state, tags and the defects' masks as COCO run lengths
    PRIMARY KEY (image, number)
) STRICT, WITHOUT ROWID
"""

_FROZEN = """
CREATE TABLE frozen (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('snapshot', 'golden')),
    dataset INTEGER NOT NULL REFERENCES datasets (id),
    time TEXT NOT NULL,
    author TEXT NOT NULL,
    classes TEXT NOT NULL,  -- JSON: what each class id was called
    fingerprint TEXT NOT NULL
) STRICT
"""

_FROZEN_IMAGES = """
CREATE TABLE frozen_images (
    frozen INTEGER NOT NULL REFERENCES frozen (id),
    position INTEGER NOT NULL,
    image INTEGER NOT NULL REFERENCES images (id),
    path TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    version INTEGER NOT NULL,
    truth TEXT NOT NULL,  -- hash of the annotation's content
    PRIMARY KEY (frozen, position)
) STRICT, WITHOUT ROWID
"""

_INDEXES = (
    "CREATE UNIQUE INDEX classes_name ON defect_classes (product, name_key) WHERE merged_into IS NULL",
    "CREATE UNIQUE INDEX classes_key ON defect_classes (product, key) WHERE merged_into IS NULL AND key IS NOT NULL",
    "CREATE INDEX images_path ON images (dataset, path)",
    "CREATE INDEX images_score ON images (dataset, score)",
    "CREATE INDEX images_suspicion ON images (dataset, suspicion)",
    "CREATE INDEX images_changed ON images (dataset, changed)",
    "CREATE INDEX images_content ON images (dataset, sha256)",
    "CREATE INDEX tags_tag ON image_tags (tag, image)",
    "CREATE INDEX image_classes_class ON image_classes (class, image)",
)

_GUARDS = (
    forbid("defect_classes", "DELETE"),
    *(
        forbid(table, event)
        for table in ("annotation_versions", "frozen", "frozen_images")
        for event in ("UPDATE", "DELETE")
    ),
)


def first_tables(db: Database) -> None:
    """Catalogs, datasets, images, annotation versions, snapshots and golden sets."""
    tables = (_CLASSES, _DATASETS, _IMAGES, _TAGS, _IMAGE_CLASSES, _VERSIONS, _FROZEN, _FROZEN_IMAGES)
    for statement in (*tables, *_INDEXES, *_GUARDS):
        db.execute(statement)
