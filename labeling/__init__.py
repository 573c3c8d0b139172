"""What people say about images; no Qt.

* `annotation`: what a person marked on one image, and each saved version of it.
* `painting`: brush, polygon, box, wand, GrabCut, map to mask: numpy in, pixel mask out.
* `editing`: one image under the hand: undo without limit, a journal that survives a power cut.
* `catalog`: the defect classes of a product.
* `datasets`: working collections, snapshots, golden sets; search, near-duplicates, suspect labels.
* `exchange`: labels in and out in other tools' formats.
* `review`: flagged parts, what people decided on them, the blind audit.
* `records`: what is kept of datasets, reviews and studies, as plain values.
* `agreement`: the statistics of attribute agreement; `study`: planning and running a study.
* `cells`: cells of CSV tables that no spreadsheet runs.
* `storage`: the SQL of all of these, as one migration set of its own in the station's database.
"""
