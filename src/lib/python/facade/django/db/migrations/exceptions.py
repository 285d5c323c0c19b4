"""The exceptions of migrations."""

from django.db.utils import DatabaseError


class InconsistentMigrationHistory(Exception):
    """A migration is applied before one that it builds on."""


class MigrationSchemaMissing(DatabaseError):
    pass
