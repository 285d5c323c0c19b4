"""The database that a run of tests has to itself."""

import sys

from _crumbtrail import host
from django.core.management import call_command
from django.db import connection


def create_test_database(verbosity=1, keepdb=False, log=None):
    """An empty database in memory, with the tables of all apps."""
    if verbosity >= 1:
        (log or sys.stderr.write)("Creating test database for alias 'default'...\n")
    host("sql.test_database", True)
    connection.is_test_database = True
    call_command("migrate", verbosity=max(verbosity - 1, 0), interactive=False, run_syncdb=True)
    return [(connection, connection.settings_dict.get("NAME"), True)]


def destroy_test_database(old_config=None, verbosity=1, keepdb=False):
    if verbosity >= 1:
        sys.stderr.write("Destroying test database for alias 'default'...\n")
    connection.is_test_database = False
    host("sql.test_database", False)


def flush():
    """Empty every table but that of the migrations."""
    with connection.cursor() as cursor:
        for name in connection.introspection.table_names(cursor):
            if name != "django_migrations":
                cursor.execute(f'DELETE FROM "{name}"')
