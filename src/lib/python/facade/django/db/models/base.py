"""Models and their objects."""

import json

from _crumbtrail import host
from django.core.exceptions import MultipleObjectsReturned, ObjectDoesNotExist
from django.db.models.manager import Manager
from django.db.models.options import Options
from django.db.utils import DatabaseError


class ModelState:
    """Where an object stands: whether it is new, and which database it came from."""

    def __init__(self):
        self.db = None
        self.adding = True
        self.fields_cache = {}


class ModelBase(type):
    def __new__(mcs, name, bases, attrs, **kwargs):
        parents = [base for base in bases if isinstance(base, ModelBase)]
        if not parents:
            return super().__new__(mcs, name, bases, attrs)
        plain = {key: value for key, value in attrs.items() if not hasattr(value, "contribute_to_class")}
        meta = plain.pop("Meta", None) or next((p._meta.meta for p in parents if hasattr(p, "_meta")), None)
        abstract = "Meta" in attrs and getattr(attrs["Meta"], "abstract", False)
        cls = super().__new__(mcs, name, bases, plain, **kwargs)
        app_label = None if abstract else _app_label(cls, attrs.get("Meta"))
        Options(meta, app_label).contribute_to_class(cls, "_meta")
        cls._meta.abstract = abstract
        if abstract:
            # For the Meta of those who inherit from it.
            attrs["Meta"].abstract = False
            cls.Meta = attrs["Meta"]
        cls._meta.managers = {}
        cls._default_manager = None
        if not abstract:
            cls._add_exceptions()
        cls._take_fields(parents, attrs)
        if not abstract:
            _refuse_own_models(cls)
            cls._finish(parents)
        return cls

    def _add_exceptions(cls):
        from django.core import exceptions

        kinds = [("DoesNotExist", (ObjectDoesNotExist,)), ("MultipleObjectsReturned", (MultipleObjectsReturned,))]
        if host("version.has", "notUpdatedError"):
            kinds.append(("NotUpdated", (exceptions.ObjectNotUpdated, DatabaseError)))
        for kind, bases in kinds:
            body = {"__module__": cls.__module__, "__qualname__": f"{cls.__qualname__}.{kind}"}
            setattr(cls, kind, type(kind, bases, body))

    def _take_fields(cls, parents, attrs):
        import copy

        own = {key: value for key, value in attrs.items() if hasattr(value, "contribute_to_class")}
        for parent in reversed(parents):
            for field in getattr(getattr(parent, "_meta", None), "local_fields", ()):
                if field.name not in own:
                    copy.copy(field).contribute_to_class(cls, field.name)
            for name, manager in getattr(getattr(parent, "_meta", None), "managers", {}).items():
                if name not in own:
                    copy.copy(manager).contribute_to_class(cls, name)
        for name, value in own.items():
            value.contribute_to_class(cls, name)

    def _finish(cls, parents):
        from django.db.models.fields import AutoField

        if cls._meta.pk is None:
            key = AutoField(verbose_name="ID", primary_key=True, auto_created=True)
            key.contribute_to_class(cls, "id")
            cls._meta.local_fields.insert(0, cls._meta.local_fields.pop())
        if not cls._meta.managers:
            Manager().contribute_to_class(cls, "objects")
        for name in ("relations", "dependents"):
            setattr(cls._meta, name, getattr(cls._meta.meta, name, []))
        for place, field in enumerate(cls._meta.fields):
            field.place = place
        cls._meta.tell()
        from django.apps import apps

        apps.register_model(cls)


def _app_label(cls, meta):
    """The installed app that the model belongs to."""
    from django.apps import apps

    explicit = getattr(meta, "app_label", None)
    for config in apps.get_app_configs():
        if cls.__module__ == config.name or cls.__module__.startswith(config.name + "."):
            return explicit or config.label
    if explicit is None:
        raise RuntimeError(
            f"Model class {cls.__module__}.{cls.__name__} doesn't declare an explicit app_label and isn't in an "
            "application in INSTALLED_APPS."
        )
    return explicit


class Model(metaclass=ModelBase):
    """One row as an object."""

    def __init__(self, *args, **kwargs):
        self._state = ModelState()
        fields = self._meta.fields
        if len(args) > len(fields):
            raise IndexError("Number of args exceeds number of fields")
        for field, value in zip(fields, args):
            if field.name in kwargs:
                raise TypeError(f"{type(self).__qualname__}() got both positional and keyword arguments for field '{field.name}'.")
            setattr(self, field.attname, value)
        for field in fields[len(args) :]:
            setattr(self, field.attname, kwargs.pop(field.name) if field.name in kwargs else field.get_default())
        if "pk" in kwargs:
            self.pk = kwargs.pop("pk")
        self._take_properties(kwargs)
        super().__init__()

    def _take_properties(self, kwargs):
        unknown = []
        for name in list(kwargs):
            if isinstance(getattr(type(self), name, None), property):
                setattr(self, name, kwargs.pop(name))
            else:
                unknown.append(name)
        if not unknown:
            return
        if host("version.has", "tellsAllKeywords"):
            names = ", ".join(f"'{name}'" for name in unknown)
            raise TypeError(f"{type(self).__name__}() got unexpected keyword arguments: {names}")
        raise TypeError(f"{type(self).__name__}() got an unexpected keyword argument '{unknown[0]}'")

    @classmethod
    def from_db(cls, db, field_names, values):
        new = cls(*values)
        new._state.adding = False
        new._state.db = db
        return new

    @property
    def pk(self):
        return getattr(self, self._meta.pk.attname)

    @pk.setter
    def pk(self, value):
        setattr(self, self._meta.pk.attname, value)

    def __repr__(self):
        return f"<{self.__class__.__name__}: {self}>"

    def __str__(self):
        return f"{self.__class__.__name__} object ({self.pk})"

    def __eq__(self, other):
        if not isinstance(other, Model):
            return NotImplemented
        if self._meta.concrete_model != other._meta.concrete_model:
            return False
        return self is other if self.pk is None else self.pk == other.pk

    def __hash__(self):
        if self.pk is None:
            raise TypeError("Model instances without primary key value are unhashable")
        return hash(self.pk)

    def get_deferred_fields(self):
        return set()

    def serializable_value(self, field_name):
        return getattr(self, self._meta.get_field(field_name).attname)

    def clean(self):
        pass

    def full_clean(self, exclude=None, validate_unique=True, validate_constraints=True):
        pass

    def refresh_from_db(self, using=None, fields=None, from_queryset=None):
        fresh = self.__class__._base_manager.get_queryset().get(pk=self.pk)
        for field in self._meta.fields:
            if fields is None or field.name in fields:
                setattr(self, field.attname, getattr(fresh, field.attname))

    def save(self, force_insert=False, force_update=False, using=None, update_fields=None):
        if force_insert and (force_update or update_fields):
            raise ValueError("Cannot force both insert and updating in model saving.")
        if update_fields is not None:
            update_fields = frozenset(update_fields)
            if not update_fields:
                return
            self._check_update_fields(update_fields)
        self.save_base(False, force_insert, force_update, using, update_fields)

    save.alters_data = True

    def _check_update_fields(self, update_fields):
        strict = host("version.has", "updateFieldsWithoutKey")
        names = {field.name for field in self._meta.fields if not field.primary_key}
        unknown = update_fields - names
        if unknown:
            keys = "primary keys, " if strict else ""
            raise ValueError(
                "The following fields do not exist in this model, are m2m fields, "
                f"{keys}or are non-concrete fields: {', '.join(sorted(unknown))}"
            )

    def save_base(self, raw=False, force_insert=False, force_update=False, using=None, update_fields=None):
        from django.db import transaction
        from django.db.models.signals import post_save, pre_save

        cls = self.__class__
        pre_save.send(sender=cls, instance=self, raw=raw, using="default", update_fields=update_fields)
        with transaction.mark_for_rollback_on_error():
            updated = self._save_table(force_insert, force_update, update_fields)
        self._state.db = "default"
        self._state.adding = False
        post_save.send(
            sender=cls, instance=self, created=not updated, update_fields=update_fields, raw=raw, using="default"
        )

    def _save_table(self, force_insert, force_update, update_fields):
        meta, key = self._meta, self._meta.pk
        others = [f for f in meta.fields if not f.primary_key and (update_fields is None or f.name in update_fields)]
        if self.pk is None:
            self.pk = key.get_default()
        pk_set = self.pk is not None
        if not pk_set and (force_update or update_fields):
            raise ValueError("Cannot force an update in save() with no primary key.")
        if pk_set and not force_insert:
            values = [(f.name, f.stored(f.pre_save(self, False))) for f in others]
            if self._update(values):
                return True
            if force_update or update_fields:
                error = getattr(self, "NotUpdated", DatabaseError)
                what = "Forced update" if force_update else "Save with update_fields"
                raise error(f"{what} did not affect any rows.")
        fields = [f for f in meta.fields if pk_set or not f.primary_key]
        row = [f.stored(f.pre_save(self, True)) for f in fields]
        number = host("models.insert", meta.label, json.dumps([f.name for f in fields]), json.dumps([row]), False)
        if not pk_set:
            self.pk = number
        return False

    def _update(self, values):
        query = self.__class__._base_manager.get_queryset()._filtered(pk=self.pk)
        return host("models.update", self._meta.label, query._spec(), json.dumps(values)) > 0

    def delete(self, using=None, keep_parents=False):
        if self.pk is None:
            error = AssertionError if host("version.has", "assertsQueries") else ValueError
            raise error(
                f"{self._meta.object_name} object can't be deleted because its {self._meta.pk.attname} attribute is set to None."
            )
        return delete_objects(self.__class__, [self])

    delete.alters_data = True


def delete_objects(model, objects):
    """Delete rows and what depends on them. Returns the number of all, and the numbers by model."""
    from django.db import transaction
    from django.db.models.signals import post_delete, pre_delete

    for one in objects:
        pre_delete.send(sender=model, instance=one, using="default", origin=one)
    keys = [model._meta.pk.stored(one.pk) for one in objects]
    with transaction.mark_for_rollback_on_error():
        counts = dict(json.loads(host("models.delete_keys", model._meta.label, json.dumps(keys))))
    for one in objects:
        post_delete.send(sender=model, instance=one, using="default", origin=one)
        one.pk = None
    return sum(counts.values()), counts


def _refuse_own_models(cls):
    """A model in a file of the project is outside, unless it keeps sessions."""
    if cls.__module__.startswith("django."):
        return
    from django.contrib.sessions.base_session import AbstractBaseSession

    if not issubclass(cls, AbstractBaseSession):
        host("models.outside", f"the model {cls.__name__} of a project's own")


if host("version.has", "asyncModels"):
    from django.contrib.sessions.backends.base import add_async_twins

    add_async_twins(Model, ["save", "delete", "refresh_from_db"])
