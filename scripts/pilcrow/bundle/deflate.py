"""DEFLATE (RFC 1951), the same bytes everywhere.

Python's zlib is whichever the machine has: zlib, zlib-ng and others compress the same words into
different bytes, so two offices that build the same bundle could not compare them. This is slower
and compresses as well; any unzip program reads it.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

_WINDOW = 32768
_SHORTEST, _LONGEST = 3, 258
_CHAIN = 128
_NICE = 258
_FAR = 1024
"""From so far back a match of three takes more bits than its letters, mostly."""
_STRIDE = 16
_BLOCK = 20_000
_MOST_BITS, _MOST_LENGTH_BITS = 15, 7
_END = 256
_ORDER = (16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15)


def _ranges(first: int, symbol: int, extras: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    for extra in extras:
        yield symbol, first, extra
        symbol, first = symbol + 1, first + (1 << extra)


# RFC 1951, 3.2.5: symbol, least value, extra bits.
_LENGTHS = (*_ranges(3, 257, [0] * 8 + [e for e in range(1, 6) for _ in range(4)]),)
_DISTANCES = (*_ranges(1, 0, [0] * 4 + [e for e in range(1, 14) for _ in range(2)]),)


def _by_value(ranges: Iterable[tuple[int, int, int]], most: int) -> list[tuple[int, int, int]]:
    table = [(0, 0, 0)] * (most + 1)
    for symbol, first, extra in ranges:
        for value in range(first, min(first + (1 << extra), most + 1)):
            table[value] = (symbol, value - first, extra)
    return table


_LENGTH_OF = _by_value(_LENGTHS, _LONGEST)
_LENGTH_OF[_LONGEST] = (285, 0, 0)
_DISTANCE_OF = _by_value(_DISTANCES, _WINDOW)

Token = tuple[int, int]
"""A byte and 0, or a length and how far back."""


def deflate(data: bytes) -> bytes:
    """The data as a raw DEFLATE stream."""
    out = _Bits()
    tokens = list(_tokens(data))
    starts = range(0, max(len(tokens), 1), _BLOCK)
    for start in starts:
        _write_block(out, tokens[start : start + _BLOCK], last=start == starts[-1])
    return out.bytes()


def _tokens(data: bytes) -> Iterator[Token]:
    """Literals and matches; a match waits for the next byte to offer a longer one."""
    size = len(data)
    heads: dict[bytes, int] = {}
    previous = [-1] * size
    held = 0
    held_distance = 0
    position = 0
    while position < size:
        length, distance = _match(data, position, heads, previous, held)
        if held >= _SHORTEST and length <= held:
            yield held, held_distance
            end = position - 1 + held
            for place in range(position, min(end, size - 2)):
                key = data[place : place + 3]
                previous[place] = heads.get(key, -1)
                heads[key] = place
            position, held = end, 0
            continue
        if held:
            yield data[position - 1], 0
        key = data[position : position + 3]
        previous[position] = heads.get(key, -1)
        heads[key] = position
        held, held_distance = (length, distance) if length >= _SHORTEST else (1, 0)
        position += 1
    if held >= _SHORTEST:
        yield held, held_distance
    elif held:
        yield data[-1], 0


def _match(
    data: bytes, position: int, heads: dict[bytes, int], previous: list[int], held: int
) -> tuple[int, int]:
    """The longest match that is longer than what is held, among the nearest candidates."""
    if held >= _NICE:
        return 0, 0
    limit = min(_LONGEST, len(data) - position)
    best, found = max(held, _SHORTEST - 1), 0
    candidate = heads.get(data[position : position + 3], -1) if limit >= _SHORTEST else -1
    oldest = position - _WINDOW
    wanted = data[position : position + best + 1]
    for _ in range(_CHAIN):
        if candidate < 0 or candidate < oldest or best >= limit:
            break
        if data.startswith(wanted, candidate):
            best, found = (
                _agreement(data, candidate, position, best + 1, limit),
                position - candidate,
            )
            if best >= _NICE:
                break
            wanted = data[position : position + best + 1]
        candidate = previous[candidate]
    if not found or (best == _SHORTEST and found > _FAR):
        return 0, 0
    return best, found


def _agreement(data: bytes, first: int, second: int, length: int, limit: int) -> int:
    """How many bytes are the same from two places on; `length` are known to be."""
    while length + _STRIDE <= limit and (
        data[first + length : first + length + _STRIDE]
        == data[second + length : second + length + _STRIDE]
    ):
        length += _STRIDE
    while length < limit and data[first + length] == data[second + length]:
        length += 1
    return length


class _Bits:
    """Bits, least first, as RFC 1951 packs them."""

    def __init__(self) -> None:
        self._done = bytearray()
        self._value = 0
        self._count = 0

    def put(self, value: int, count: int) -> None:
        self._value |= value << self._count
        self._count += count
        while self._count >= 8:  # noqa: PLR2004 - bits of a byte
            self._done.append(self._value & 255)
            self._value >>= 8
            self._count -= 8

    def bytes(self) -> bytes:
        rest = bytes([self._value & 255]) if self._count else b""
        return bytes(self._done) + rest


def _write_block(out: _Bits, tokens: Sequence[Token], *, last: bool) -> None:
    literals: Counter[int] = Counter([_END])
    distances: Counter[int] = Counter()
    for value, distance in tokens:
        literals[_LENGTH_OF[value][0] if distance else value] += 1
        if distance:
            distances[_DISTANCE_OF[distance][0]] += 1
    literal_bits = _code_lengths(literals, 286, _MOST_BITS)
    distance_bits = _code_lengths(distances, 30, _MOST_BITS)
    out.put(int(last), 1)
    out.put(2, 2)
    _write_trees(out, _trimmed(literal_bits, 257), _trimmed(distance_bits, 1))
    literal_codes, distance_codes = _codes(literal_bits), _codes(distance_bits)
    for value, distance in tokens:
        if not distance:
            out.put(*literal_codes[value])
            continue
        symbol, rest, extra = _LENGTH_OF[value]
        out.put(*literal_codes[symbol])
        out.put(rest, extra)
        symbol, rest, extra = _DISTANCE_OF[distance]
        out.put(*distance_codes[symbol])
        out.put(rest, extra)
    out.put(*literal_codes[_END])


def _write_trees(out: _Bits, literals: Sequence[int], distances: Sequence[int]) -> None:
    """Both codes' lengths, runs shortened (RFC 1951, 3.2.7)."""
    runs = list(_runs([*literals, *distances]))
    bits = _code_lengths(Counter(symbol for symbol, _, _ in runs), 19, _MOST_LENGTH_BITS)
    codes = _codes(bits)
    ordered = [bits[symbol] for symbol in _ORDER]
    count = max(4, *(i + 1 for i, length in enumerate(ordered) if length))
    out.put(len(literals) - 257, 5)
    out.put(len(distances) - 1, 5)
    out.put(count - 4, 4)
    for length in ordered[:count]:
        out.put(length, 3)
    for symbol, rest, extra in runs:
        out.put(*codes[symbol])
        out.put(rest, extra)


def _runs(lengths: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    index = 0
    while index < len(lengths):
        length = lengths[index]
        run = 1
        while index + run < len(lengths) and lengths[index + run] == length:
            run += 1
        index += run
        if length:
            yield length, 0, 0
            run -= 1
        while run >= _SHORTEST:
            if length:
                step = min(run, 6)
                yield 16, step - 3, 2
            elif run <= 10:  # noqa: PLR2004 - symbol 17 holds 3 to 10, symbol 18 11 to 138
                step = run
                yield 17, step - 3, 3
            else:
                step = min(run, 138)
                yield 18, step - 11, 7
            run -= step
        for _ in range(run):
            yield length, 0, 0


def _code_lengths(counts: Counter[int], size: int, most: int) -> list[int]:
    """Lengths of a Huffman code, none above `most`; a lone symbol gets one bit."""
    lengths = [0] * size
    used = sorted(counts)
    if len(used) <= 1:
        for symbol in used or [0]:
            lengths[symbol] = 1
        return lengths
    heap: list[tuple[int, int, tuple[int, ...]]] = [
        (counts[symbol], index, (symbol,)) for index, symbol in enumerate(used)
    ]
    heapq.heapify(heap)
    serial = len(heap)
    while len(heap) > 1:
        first, second = heapq.heappop(heap), heapq.heappop(heap)
        for symbol in (*first[2], *second[2]):
            lengths[symbol] += 1
        heapq.heappush(heap, (first[0] + second[0], serial, (*first[2], *second[2])))
        serial += 1
    if max(lengths) > most:
        # Flatter counts give a flatter code; halving them ends at a balanced one.
        flatter = Counter({symbol: (counts[symbol] >> 1) | 1 for symbol in used})
        return _code_lengths(flatter, size, most)
    return lengths


def _codes(lengths: Sequence[int]) -> list[tuple[int, int]]:
    """Canonical codes (RFC 1951, 3.2.2), bits turned round for writing, with their lengths."""
    codes = [(0, 0)] * len(lengths)
    code = 0
    for bits in range(1, max(lengths, default=0) + 1):
        for symbol, length in enumerate(lengths):
            if length == bits:
                codes[symbol] = (int(f"{code:0{bits}b}"[::-1], 2), bits)
                code += 1
        code <<= 1
    return codes


def _trimmed(lengths: Sequence[int], least: int) -> Sequence[int]:
    end = len(lengths)
    while end > least and not lengths[end - 1]:
        end -= 1
    return lengths[:end]
