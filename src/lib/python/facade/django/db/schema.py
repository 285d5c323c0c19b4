"""The tables of apps without migrations: models that keep sessions in a table of their own."""

import hashlib
import json

_TYPES = {
    "AutoField": "integer", "BigAutoField": "integer", "BigIntegerField": "bigint", "BooleanField": "bool",
    "DateTimeField": "datetime", "IntegerField": "integer", "PositiveIntegerField": "integer unsigned",
    "PositiveSmallIntegerField": "smallint unsigned", "TextField": "text",
}


def unmigrated_tables():
    """What `migrate --run-syncdb` makes: name, CREATE TABLE and CREATE INDEX of each table."""
    from django.apps import apps

    own = [model for model in apps.get_models() if not model.__module__.startswith("django.")]
    return json.dumps([_table(model) for model in own])


def _table(model):
    table = model._meta.db_table
    columns = ", ".join(_column(field) for field in model._meta.fields)
    indexes = [_index(table, field.column) for field in model._meta.fields if field.db_index and not field.unique]
    return {"name": table, "create": f'CREATE TABLE "{table}" ({columns})', "indexes": indexes}


def _column(field):
    kind = field.get_internal_type()
    form = f"varchar({field.max_length})" if kind in ("CharField", "EmailField") else _TYPES[kind]
    form += " NULL" if field.null else " NOT NULL"
    if field.primary_key:
        form += " PRIMARY KEY"
    elif field.unique:
        form += " UNIQUE"
    if kind in ("AutoField", "BigAutoField"):
        form += " AUTOINCREMENT"
    if kind.startswith("Positive"):
        form += f' CHECK ("{field.column}" >= 0)'
    return f'"{field.column}" {form}'


def _index(table, column):
    digest = hashlib.md5(table.encode() + column.encode(), usedforsecurity=False).hexdigest()[:8]
    return f'CREATE INDEX "{table}_{column}_{digest}" ON "{table}" ("{column}")'
