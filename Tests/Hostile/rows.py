# SPDX-License-Identifier: EUPL-1.2
"""The rows of the threat table: what each does, what must come of it, and how it is shown that it can fail."""
import dataclasses
import inspect
import pathlib

TOLERANT = "before the server stands one that takes anything"
DEAF = "before the server stands one that reads and never answers"


class Failed(Exception):
    """What the table promises does not hold."""


def expect(holds, text):
    if not holds:
        raise Failed(text)


def expect_equal(found, wanted, what):
    expect(found == wanted, f"{what}: {found!r}, not {wanted!r}")


@dataclasses.dataclass(frozen=True)
class Row:
    """`numbers` are those of the table. `control` is what is broken on purpose, so that the row must fail."""
    numbers: tuple
    theme: str
    name: str
    expected: str
    attack: object
    control: str
    # Waits for a limit of time; such rows of one theme run beside each other.
    waits: bool
    # What the row may leave of memory in the server, in MiB, where more than usual is in its nature.
    leaves: int
    # Left to the full form: it takes more than a second or two.
    long: bool

    @property
    def title(self):
        return f"{self.theme}/{self.name}"


ROWS = []
# Numbers of the table that cannot be executed here, or not all of them, and why.
LEFT_OUT = {}


def row(numbers, name, expected, control=TOLERANT, waits=False, leaves=0, long=False):
    """Takes a function of the world as a row; its module is the theme."""
    def register(function):
        theme = pathlib.Path(inspect.getfile(function)).stem
        numbered = numbers if isinstance(numbers, tuple) else (numbers,)
        ROWS.append(Row(numbered, theme, name, expected, function, control, waits, leaves, long))
        return function
    return register


def left_out(number, why):
    LEFT_OUT[number] = why
