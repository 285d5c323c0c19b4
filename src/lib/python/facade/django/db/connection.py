"""The connection and its cursors."""

import json

from _crumbtrail import host
from django.conf import settings


class Cursor:
    def __init__(self):
        self._rows, self.description, self.rowcount = [], None, -1

    def execute(self, sql, params=None):
        columns, rows, changed = json.loads(host("sql.query", sql, json.dumps(_plain(params))))
        self._rows = [tuple(row) for row in rows]
        self.description = [(name, *[None] * 6) for name in columns] or None
        self.rowcount = -1 if self.description else changed
        return self

    def executemany(self, sql, param_list):
        for params in param_list:
            self.execute(sql, params)

    def fetchone(self):
        return self._rows.pop(0) if self._rows else None

    def fetchmany(self, size=1):
        part, self._rows = self._rows[:size], self._rows[size:]
        return part

    def fetchall(self):
        rows, self._rows = self._rows, []
        return rows

    def __iter__(self):
        while self._rows:
            yield self._rows.pop(0)

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()


def _plain(params):
    from django.contrib.sessions.backends._objects import sql_datetime

    if params is None:
        return None
    if isinstance(params, dict):
        host("models.outside", "cursor parameters by name")
    return [sql_datetime(value) if hasattr(value, "tzinfo") else value for value in params]


class Introspection:
    def table_names(self, cursor=None, include_views=False):
        with connection.cursor() as cursor:
            cursor.execute(
                "\n            SELECT name, type FROM sqlite_master"
                "\n            WHERE type in ('table', 'view') AND NOT name='sqlite_sequence'"
                "\n            ORDER BY name"
            )
            return [name for name, kind in cursor.fetchall() if include_views or kind == "table"]


class Features:
    has_zoneinfo_database = True
    supports_transactions = True
    can_return_columns_from_insert = True


_TEST_NAME = "file:memorydb_default?mode=memory&cache=shared"


class Connection:
    vendor, display_name, alias = "sqlite", "SQLite", "default"
    introspection = Introspection()
    features = Features()
    is_test_database = False
    force_debug_cursor = False

    @property
    def settings_dict(self):
        own = settings.DATABASES.get("default", {})
        return {**own, "NAME": _TEST_NAME} if self.is_test_database else own

    # The statements that ran.

    @property
    def queries(self):
        return self.queries_log_from(0) if settings.DEBUG or self.force_debug_cursor else []

    queries_log = queries

    def logged(self):
        """How many statements have run."""
        return host("sql.logged")

    def queries_log_from(self, start, end=None):
        return [{"sql": sql, "time": "0.000"} for sql in json.loads(host("sql.log", start, end))]

    def start_log(self):
        self.force_debug_cursor = True

    def stop_log(self):
        self.force_debug_cursor = False

    @property
    def in_atomic_block(self):
        from django.db import transaction

        return bool(transaction._blocks)

    def cursor(self):
        return Cursor()

    def ensure_connection(self):
        pass

    def close(self):
        pass

    def get_autocommit(self):
        return not self.in_atomic_block


connection = Connection()


class Connections:
    def __getitem__(self, alias):
        if alias == "default":
            return connection
        from django.utils.connection import ConnectionDoesNotExist

        raise ConnectionDoesNotExist(f"The connection '{alias}' doesn't exist.")

    def __iter__(self):
        return iter(["default"])

    def all(self, initialized_only=False):
        return [connection]

    def close_all(self):
        pass


connections = Connections()
