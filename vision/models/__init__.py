"""Models on torch and anomalib: these libraries live here and nowhere else. `vision.detectors` has the anatomy of a folder."""
