"""Export: networks as ONNX files for `vision.runtime`, where torch is not needed.

The graphs are put together node by node from the stored weights rather than traced, so that each operator, and with it
what ONNX Runtime can fuse and quantise, is written down here and needs no torch.
"""
