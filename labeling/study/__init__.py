"""Attribute agreement studies: choosing parts blind, asking appraisers in random order, and what to do with the figures.

* `planning`: which parts, balanced over what they are.
* `sources`: where parts come from: inspections of the station, or a dataset.
* `images`: the study's own copies of the images.
* `conduct`: whose turn it is with which part; answers, undo, progress.
* `outcome`: the figures of a finished study, and what they call for.
"""
