"""The Datasets pages: the images of a dataset as a gallery, its near-duplicates, and what was frozen of it.

Who does what: `DatasetsPresenter` has the dataset in hand and its gallery; `DuplicatesPresenter`, `SuspectsPresenter`,
`AddingPresenter` and `FrozenPresenter` have one task each; `Jobs` is the one long work at a time, with its progress. The
grid knows images by their ids and asks for those in sight only. The pages have no place in the rail: Annotate opens them,
and they hand images back to it.
"""
