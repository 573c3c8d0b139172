"""What is kept of datasets, reviews and studies, as plain frozen values. One module per subject."""
