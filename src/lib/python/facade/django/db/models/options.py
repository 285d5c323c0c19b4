"""`_meta`: what a model knows about itself."""

import json

from _crumbtrail import host


class Options:
    def __init__(self, meta, app_label):
        self.meta = meta
        self.app_label = app_label
        self.local_fields = []
        self.pk = None
        self.abstract = getattr(meta, "abstract", False)
        self.swappable = getattr(meta, "swappable", None)
        self.swapped = None
        self.ordering = list(getattr(meta, "ordering", ()))
        self.default_permissions = ("add", "change", "delete", "view")
        self.managed, self.proxy, self.auto_created = True, False, False
        self.permissions = []
        # Names of relations, and the tables whose rows go with a row: the host's ModelMeta.
        self.relations, self.dependents = [], []

    def contribute_to_class(self, cls, name):
        cls._meta = self
        self.model = cls
        self.object_name = cls.__name__
        self.model_name = cls.__name__.lower()
        self.verbose_name = getattr(self.meta, "verbose_name", self.model_name)
        self.verbose_name_plural = getattr(self.meta, "verbose_name_plural", f"{self.verbose_name}s")
        self.db_table = getattr(self.meta, "db_table", f"{self.app_label}_{self.model_name}")

    @property
    def label(self):
        return f"{self.app_label}.{self.object_name}"

    @property
    def label_lower(self):
        return f"{self.app_label}.{self.model_name}"

    @property
    def concrete_model(self):
        return self.model

    @property
    def fields(self):
        return tuple(self.local_fields)

    concrete_fields = local_concrete_fields = fields

    @property
    def many_to_many(self):
        return ()

    def add_field(self, field):
        self.local_fields.append(field)
        if field.primary_key:
            self.pk = field

    def get_fields(self, include_parents=True, include_hidden=False):
        return self.fields

    def get_field(self, field_name):
        for field in self.local_fields:
            if field.name == field_name:
                return field
        from django.core.exceptions import FieldDoesNotExist

        raise FieldDoesNotExist(f"{self.object_name} has no field named '{field_name}'")

    def tell(self):
        """Describe the model to the host, which writes its queries."""
        fields = [
            {"name": f.name, "column": f.column, "kind": f.get_internal_type(), "nullable": f.null} for f in self.fields
        ]
        described = {
            "label": self.label, "name": self.object_name, "table": self.db_table, "primaryKey": self.pk.name,
            "fields": fields, "relations": self.relations, "dependents": self.dependents,
        }
        host("models.define", json.dumps(described))

    def __str__(self):
        return self.label_lower

    def __repr__(self):
        return f"<Options for {self.object_name}>"
