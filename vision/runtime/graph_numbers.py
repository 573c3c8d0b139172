"""The numbers in an ONNX file: which of its float weights is none. ONNX Runtime says nothing of NaN, and codes of 8 bits hide it.

Reads the file's protobuf fields itself, since the format's own library has no place at a station: it takes as long to
load as ONNX Runtime, for these few lines. Field numbers are those of onnx.proto, version 1.
"""

from collections.abc import Iterator

import numpy as np

_GRAPH, _INITIALIZER = 7, 5
"""Of ModelProto and of GraphProto."""
_TYPE, _FLOATS, _NAME, _RAW = 2, 4, 8, 9
"""Of TensorProto."""
_FLOAT = 1
"""TensorProto.DataType of 32-bit floats."""
_WIDTHS = {1: 8, 5: 4}
"""Bytes of a field of fixed length, by its wire type."""

_Value = int | memoryview


def no_numbers(graph: bytes) -> list[str]:
    """Names of a graph's 32-bit float weights that hold NaN or infinity. The graph is one that ONNX Runtime accepts."""
    found = []
    for part in _parts(memoryview(graph), _GRAPH):
        for tensor in _parts(part, _INITIALIZER):
            fields = dict(_fields(tensor))
            if fields.get(_TYPE) == _FLOAT and not np.isfinite(_floats(tensor)).all():
                found.append(bytes(fields.get(_NAME, b"")).decode())
    return found


def _floats(tensor: memoryview) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    """(N,) whichever of its two ways the tensor is written in."""
    return np.frombuffer(b"".join([*_parts(tensor, _FLOATS), *_parts(tensor, _RAW)]), "<f4")


def _parts(message: memoryview, number: int) -> Iterator[memoryview]:
    """A message's fields of that number which have a length."""
    for field, value in _fields(message):
        if field == number and isinstance(value, memoryview):
            yield value


def _fields(message: memoryview) -> Iterator[tuple[int, _Value]]:
    """Numbers and values of a message's fields, in the order of the file."""
    place = 0
    while place < len(message):
        key, place = _varint(message, place)
        wire = key & 7
        if wire == 0:
            value, place = _varint(message, place)
            yield key >> 3, value
            continue
        length, place = (_WIDTHS[wire], place) if wire in _WIDTHS else _varint(message, place)
        yield key >> 3, message[place : place + length]
        place += length


def _varint(message: memoryview, place: int) -> tuple[int, int]:
    """(value, place behind it) of a number written in groups of seven bits, lowest first."""
    value = shift = 0
    while True:
        byte = message[place]
        place += 1
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            return value, place
