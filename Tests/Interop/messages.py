# SPDX-License-Identifier: EUPL-1.2
"""Holds our message codec against Python's protobuf.

    python3 Tests/Interop/messages.py ECHO [--seed N] [--messages N]

ECHO is the built `messages-echo`. Random messages of every type, made and encoded by Python, must come
back from it equal; truncated and mutated bytes must be refused or decoded, never crash it, and what both
sides accept must mean the same to both. Needs the `protobuf` package; the classes are made at run time
from the committed descriptor set.
"""

import argparse
import pathlib
import random
import struct
import subprocess
import sys
import time

from google.protobuf import descriptor_pb2, descriptor_pool, message, message_factory
from google.protobuf.descriptor import FieldDescriptor as Field

SCHEMA = pathlib.Path(__file__).parent.parent / "RecoursMessagesTests" / "Schema" / "current.ds"
AGAIN, STRICTLY, THROUGH_JSON = 1, 2, 3
INT_BOUNDS = {
    Field.CPPTYPE_INT32: (-(2**31), 2**31 - 1),
    Field.CPPTYPE_INT64: (-(2**63), 2**63 - 1),
    Field.CPPTYPE_UINT32: (0, 2**32 - 1),
    Field.CPPTYPE_UINT64: (0, 2**64 - 1),
}
TEXTS = ["", "a", "Société Générale d’Horlogerie", "\0", "a\0b", "日本語", "👩‍👩‍👧", "e\u0301", "\ufeff", "x" * 300]


class Echo:
    """The other side, and how to ask it."""

    def __init__(self, path):
        self.process = subprocess.Popen([path], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def ask(self, name, operation, data):
        """The bytes it answers with, or None and its error's text."""
        body = bytes([len(name)]) + name.encode() + bytes([operation]) + data
        try:
            self.process.stdin.write(struct.pack(">I", len(body)) + body)
            self.process.stdin.flush()
            (length,) = struct.unpack(">I", self.process.stdout.read(4))
            answer = self.process.stdout.read(length)
        except (BrokenPipeError, struct.error):
            sys.exit(f"CRASHED ({self.process.wait()}) on {name}, operation {operation}: {data.hex()}")
        return (answer[1:], None) if answer[0] == 0 else (None, answer[1:].decode(errors="replace"))


def message_classes():
    files = descriptor_pb2.FileDescriptorSet.FromString(SCHEMA.read_bytes())
    pool = descriptor_pool.DescriptorPool()
    for file in files.file:
        pool.Add(file)
    names = [f"{file.package}.{m.name}" for file in files.file for m in file.message_type]
    return {n: message_factory.GetMessageClass(pool.FindMessageTypeByName(n)) for n in names}


def is_repeated(field):
    # protobuf 6 deprecates the label, 5 has nothing else.
    if hasattr(field, "is_repeated"):
        return field.is_repeated
    return field.label == Field.LABEL_REPEATED


def value(rng, field, depth):
    kind = field.cpp_type
    if kind in INT_BOUNDS:
        low, high = INT_BOUNDS[kind]
        return rng.choice([0, 1, low, high, rng.randint(low, high), rng.randint(0, 300)])
    if kind == Field.CPPTYPE_BOOL:
        return rng.random() < 0.5
    if kind == Field.CPPTYPE_ENUM:
        known = [v.number for v in field.enum_type.values]
        return rng.choice(known * 3 + [rng.randint(-(2**31), 2**31 - 1)])
    if field.type == Field.TYPE_BYTES:
        return rng.randbytes(rng.choice([0, 1, 16, 16, 32, 33, 300]))
    if kind == Field.CPPTYPE_STRING:
        return "".join(rng.choice(TEXTS) for _ in range(rng.randint(0, 3)))
    raise AssertionError(f"no random values for {field.full_name}")


def fill(rng, target, depth=0):
    """Sets a random half of the fields; deeper messages are filled more thinly."""
    for field in target.DESCRIPTOR.fields:
        if rng.random() < 0.3 + 0.15 * depth:
            continue
        is_message = field.cpp_type == Field.CPPTYPE_MESSAGE
        if is_repeated(field):
            items = getattr(target, field.name)
            for _ in range(rng.choice([0, 1, 2, 3, 20 if depth == 0 else 1])):
                if is_message:
                    fill(rng, items.add(), depth + 1)
                else:
                    items.append(value(rng, field, depth))
        elif is_message:
            part = getattr(target, field.name)
            part.SetInParent()
            fill(rng, part, depth + 1)
        else:
            setattr(target, field.name, value(rng, field, depth))
    return target


def mutated(rng, data):
    data = bytearray(data)
    for _ in range(rng.randint(1, 4)):
        kind = rng.randrange(5)
        at = rng.randrange(len(data) + 1)
        if kind == 0 and data:
            data[at % len(data)] ^= 1 << rng.randrange(8)
        elif kind == 1 and data:
            data[at % len(data)] = rng.choice([0, 1, 0x7F, 0x80, 0xFF])
        elif kind == 2:
            data[at:at] = rng.randbytes(rng.randint(1, 11))
        elif kind == 3:
            del data[at : at + rng.randint(1, 8)]
        else:
            data = data[:at]
    return bytes(data)


def without_bools(target):
    for field, found in target.ListFields():
        if field.cpp_type == Field.CPPTYPE_BOOL:
            target.ClearField(field.name)
        elif field.cpp_type == Field.CPPTYPE_MESSAGE:
            for part in found if is_repeated(field) else [found]:
                without_bools(part)
    return target


def check_equal(cls, sent, answer, what, seed):
    if cls.FromString(answer) != sent:
        sys.exit(f"DIFFERENT {what} of {sent.DESCRIPTOR.full_name}, seed {seed}:\n{sent}\n---\n"
                 f"{cls.FromString(answer)}")


def round_trips(echo, rng, classes, count, seed):
    for name, cls in classes.items():
        for _ in range(count):
            sent = fill(rng, cls())
            data = sent.SerializeToString()
            for operation in (AGAIN, STRICTLY, THROUGH_JSON):
                answer, error = echo.ask(name, operation, data)
                if error:
                    sys.exit(f"REFUSED {name}, operation {operation}, seed {seed}: {error}\n{sent}")
                check_equal(cls, sent, answer, f"operation {operation}", seed)


def damaged(echo, rng, classes, count, seed):
    """Returns how many were refused by both, by us alone, and decoded."""
    refused = stricter = decoded = 0
    for name, cls in classes.items():
        for _ in range(count):
            data = mutated(rng, fill(rng, cls()).SerializeToString())
            answer, error = echo.ask(name, AGAIN, data)
            try:
                theirs = cls.FromString(data)
            except message.DecodeError:
                theirs = None
            if error:
                # We also refuse a known field of another wire type, and groups.
                refused += theirs is None
                stricter += theirs is not None
                continue
            decoded += 1
            if theirs is None:
                continue
            theirs.DiscardUnknownFields()
            ours = cls.FromString(answer)
            if ours != theirs:
                # protobuf-c takes a bool of any wire type; to Python it is an unknown field.
                without_bools(theirs)
                check_equal(cls, theirs, without_bools(ours).SerializeToString(),
                            f"mutation {data.hex()}", seed)
    return refused, stricter, decoded


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("echo", help="the built messages-echo")
    parser.add_argument("--seed", type=int, default=time.time_ns() % 2**32)
    parser.add_argument("--messages", type=int, default=3000, help="about how many, over all types")
    options = parser.parse_args()
    print(f"messages.py: seed {options.seed}", flush=True)
    rng = random.Random(options.seed)
    classes = message_classes()
    echo = Echo(options.echo)
    started = time.monotonic()
    each = -(-options.messages // len(classes))
    round_trips(echo, rng, classes, each, options.seed)
    refused, stricter, decoded = damaged(echo, rng, classes, each, options.seed)
    print(f"messages.py: {len(classes)} types; {each * len(classes)} messages round trip (also "
          f"strictly and through JSON); of as many damaged ones {refused} refused by both sides, "
          f"{stricter} by ours alone, {decoded} decoded; {time.monotonic() - started:.1f} s")


if __name__ == "__main__":
    main()
