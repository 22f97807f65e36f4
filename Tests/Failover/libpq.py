# SPDX-License-Identifier: EUPL-1.2
"""As much of libpq as the rig needs: a connection, statements as text, and what the server warned of."""
import contextlib
import ctypes

_libpq = ctypes.CDLL("libpq.so.5")
_pointer, _text, _number = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int
NOTICE = ctypes.CFUNCTYPE(None, _pointer, _text)
for _name, _gives, _takes in (
        ("PQconnectdb", _pointer, [_text]), ("PQstatus", _number, [_pointer]), ("PQfinish", None, [_pointer]),
        ("PQerrorMessage", _text, [_pointer]), ("PQexec", _pointer, [_pointer, _text]),
        ("PQresultStatus", _number, [_pointer]), ("PQclear", None, [_pointer]), ("PQntuples", _number, [_pointer]),
        ("PQnfields", _number, [_pointer]), ("PQgetvalue", _text, [_pointer, _number, _number]),
        ("PQsetNoticeProcessor", _pointer, [_pointer, NOTICE, _pointer])):
    _function = getattr(_libpq, _name)
    _function.restype, _function.argtypes = _gives, _takes
COMMAND_OK, TUPLES_OK = 1, 2


class DatabaseError(Exception):
    """The server's words, or libpq's; nothing is said about whether a commit happened."""


class Connection:
    def __init__(self, conninfo):
        self.warnings = []
        self.handle = _libpq.PQconnectdb(conninfo.encode())
        if _libpq.PQstatus(self.handle) != 0:
            error = self._error()
            self.close()
            raise DatabaseError(error)
        # Kept, or it would be collected while C still knows it.
        self.notice = NOTICE(lambda _, text: self.warnings.append(text.decode(errors="replace").strip()))
        _libpq.PQsetNoticeProcessor(self.handle, self.notice, None)

    def _error(self):
        return _libpq.PQerrorMessage(self.handle).decode(errors="replace").strip()

    def execute(self, statement):
        """The rows, each a tuple of texts."""
        result = _libpq.PQexec(self.handle, statement.encode())
        try:
            if _libpq.PQresultStatus(result) not in (COMMAND_OK, TUPLES_OK):
                raise DatabaseError(self._error())
            return [tuple(_libpq.PQgetvalue(result, row, column).decode()
                          for column in range(_libpq.PQnfields(result)))
                    for row in range(_libpq.PQntuples(result))]
        finally:
            _libpq.PQclear(result)

    def close(self):
        _libpq.PQfinish(self.handle)
        self.handle = None


def query(conninfo, statement):
    """On a connection of its own."""
    with contextlib.closing(Connection(conninfo)) as connection:
        return connection.execute(statement)
