"""Models at the line without torch: onnxruntime, OpenCV and numpy only."""
