# SPDX-License-Identifier: EUPL-1.2
"""Which rows a submission writes, learnt from two states of a server's store with submissions between them.

Nothing here knows the schema: what other programs write beside the server follows it by itself. A column that is in no
index keeps one typical value, for there only its size counts; one that is in an index gets fresh values in the order
in which the server's come.

Usage: row_shapes.py STORE_BEFORE STORE_AFTER CASES_BETWEEN     prints the plan for Floor/rows.c
"""
import dataclasses
import itertools
import os.path
import sqlite3
import sys

# Rows that come once in more cases than this are left out: with how few cases one learns, their rate is not known.
SELDOM_CASES = 50


@dataclasses.dataclass
class Column:
    name: str
    kind: str                 # constant, sequence, random_integer, random_bytes, ordered_bytes, numbered_text
    value: object = None      # of a constant; a text's beginning
    first: int = 0            # a sequence's place within its step; the least random integer
    last: int = 0             # the greatest random integer
    step: float = 1
    size: int = 0             # bytes, or digits
    in_key: bool = False


@dataclasses.dataclass
class Rows:
    """Rows of one sort, of which each case writes so many."""
    table: str
    per_case: float
    columns: list


@dataclasses.dataclass
class Change:
    """A row that is there already and is changed: once a transaction at least."""
    table: str
    key: dict
    columns: list


class Table:
    def __init__(self, store, name):
        self.name = name
        told = store.execute(f"PRAGMA table_info({name})").fetchall()
        self.columns = [row[1] for row in told]
        self.key = [row[1] for row in sorted(told, key=lambda row: row[5]) if row[5]]
        self.indexed = set(self.key)
        for index in store.execute(f"PRAGMA index_list({name})").fetchall():
            self.indexed.update(row[2] for row in store.execute(f"PRAGMA index_info({index[1]})"))

    def rows(self, store):
        places = [self.columns.index(name) for name in self.key]
        return {tuple(row[place] for place in places): row for row in store.execute(f"SELECT * FROM {self.name}")}


def learn(before_path, after_path, cases):
    """The rows of each sort that a case writes, and those that it changes."""
    before, after = (sqlite3.connect(f"file:{path}?mode=ro", uri=True) for path in (before_path, after_path))
    rows, changes = [], []
    for (name,) in after.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rootpage").fetchall():
        table = Table(after, name)
        if not table.key:
            continue
        old, new = table.rows(before), table.rows(after)
        rows += sorts(table, [new[key] for key in sorted(new) if key not in old], cases)
        for key in new:
            if key in old and old[key] != new[key]:
                changed = [column for column, was, now in zip(table.columns, old[key], new[key])
                           if was != now and isinstance(now, int)]
                changes.append(Change(name, dict(zip(table.key, key)), changed))
    before.close()
    after.close()
    return rows, changes


def sorts(table, rows, cases):
    """Rows whose key begins alike are of one sort; of those that come several a case, each place is one of its own."""
    places = [table.columns.index(name) for name in table.key[:-1]]

    def beginning(row):
        return tuple(row[place] for place in places if isinstance(row[place], int))

    for _, alike in itertools.groupby(rows, beginning):
        alike = list(alike)
        if len(alike) * SELDOM_CASES < cases:
            continue
        many = len(alike) // cases if len(alike) % cases == 0 and len(alike) > cases else 1
        for place in range(many):
            own = alike[place::many]
            yield Rows(table.name, len(own) / cases, [
                column(table, name, [row[at] for row in own]) for at, name in enumerate(table.columns)])


def column(table, name, values):
    in_key = name in table.key
    if name not in table.indexed or len(set(values)) == 1:
        typical = sorted(values, key=size)[len(values) // 2]
        return Column(name, "constant", value=typical, in_key=in_key)
    if isinstance(values[0], int):
        steps = [b - a for a, b in zip(values, values[1:])]
        if min(steps) >= 0:
            step = steps[0] if len(set(steps)) == 1 else sum(steps) / len(steps)
            whole = step > 1 and step == int(step)
            return Column(name, "sequence", first=values[0] % step if whole else 0, step=step, in_key=in_key)
        return Column(name, "random_integer", first=min(values), last=max(values), in_key=in_key)
    if isinstance(values[0], str):
        start = os.path.commonprefix(values)[:max(0, len(values[0]) - 8)]
        return Column(name, "numbered_text", value=start, size=len(values[0]) - len(start), in_key=in_key)
    ordered = len({value[:3] for value in values}) == 1 and len(values[0]) >= 16
    return Column(name, "ordered_bytes" if ordered else "random_bytes", size=len(values[0]), in_key=in_key)


def size(value):
    if value is None:
        return 0
    return abs(value).bit_length() // 8 if isinstance(value, int) else len(value)


def plan(rows, changes):
    """The text that Floor/rows.c reads."""
    lines = []
    for sort in rows:
        lines.append(f"insert {sort.table} {sort.per_case:.9g} {len(sort.columns)}")
        for one in sort.columns:
            lines.append(("*" if one.in_key else "") + f"{one.name} {one.kind} {kind_arguments(one)}".rstrip())
    for change in changes:
        sets = ", ".join(f"{name} = {name} + ?1" for name in change.columns)
        where = " AND ".join(f"{name} = {literal(value)}" for name, value in change.key.items())
        lines.append(f"update UPDATE {change.table} SET {sets} WHERE {where}")
    return "\n".join(lines) + "\n"


def kind_arguments(one):
    if one.kind == "constant":
        if one.value is None:
            return "n"
        if isinstance(one.value, int):
            return f"i {one.value}"
        return f"t {one.value.encode().hex()}" if isinstance(one.value, str) else f"b {one.value.hex()}"
    if one.kind == "sequence":
        return f"{one.first} {one.step:.9g}"
    if one.kind == "random_integer":
        return f"{one.first} {one.last}"
    if one.kind == "numbered_text":
        return f"{one.size} {one.value.encode().hex()}"
    return str(one.size)


def literal(value):
    if isinstance(value, bytes):
        return f"x'{value.hex()}'"
    return str(value) if isinstance(value, int) else "'" + value.replace("'", "''") + "'"


if __name__ == "__main__":
    sys.stdout.write(plan(*learn(sys.argv[1], sys.argv[2], int(sys.argv[3]))))
