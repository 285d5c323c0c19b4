"""The database."""

from django.db.utils import (  # noqa: F401
    DEFAULT_DB_ALIAS,
    DatabaseError,
    DataError,
    Error,
    IntegrityError,
    InterfaceError,
    InternalError,
    NotSupportedError,
    OperationalError,
    ProgrammingError,
)
from django.db.connection import connection, connections  # noqa: E402, F401


def close_old_connections(**kwargs):
    pass


def reset_queries(**kwargs):
    from _crumbtrail import host

    host("sql.forget_log")
