"""Managers: where query sets begin."""

from django.db.models.query import QuerySet


class ManagerDescriptor:
    def __init__(self, manager):
        self.manager = manager

    def __get__(self, instance, cls=None):
        if instance is not None:
            raise AttributeError(f"Manager isn't accessible via {cls.__name__} instances")
        if cls._meta.abstract:
            raise AttributeError(f"Manager isn't available; {cls._meta.object_name} is abstract")
        return cls._meta.managers[self.manager.name]


class BaseManager:
    use_in_migrations = False
    auto_created = False

    def __init__(self):
        self.model = self.name = None
        self._db = None
        self._hints = {}

    @classmethod
    def from_queryset(cls, queryset_class, class_name=None):
        methods = {name: _passed_on(name) for name in dir(queryset_class) if _is_passed_on(cls, queryset_class, name)}
        name = class_name or f"{cls.__name__}From{queryset_class.__name__}"
        return type(name, (cls,), {"_queryset_class": queryset_class, **methods})

    def contribute_to_class(self, cls, name):
        self.name = self.name or name
        self.model = cls
        cls._meta.managers[name] = self
        setattr(cls, name, ManagerDescriptor(self))
        if cls.__dict__.get("_default_manager") is None:
            cls._default_manager = cls._base_manager = self

    def get_queryset(self):
        return self._queryset_class(model=self.model, using=self._db)

    def all(self):
        return self.get_queryset()

    def db_manager(self, using=None, hints=None):
        return self

    @property
    def db(self):
        return "default"

    def __str__(self):
        return f"{self.model._meta.label}.{self.name}"

    def __eq__(self, other):
        return isinstance(other, self.__class__) and self.__dict__ == other.__dict__

    def __hash__(self):
        return id(self)


def _is_passed_on(manager, queryset, name):
    method = getattr(queryset, name)
    return (
        not name.startswith("_") and callable(method) and not hasattr(manager, name)
        and not getattr(method, "queryset_only", False)
    )


def _passed_on(name):
    def method(self, *args, **kwargs):
        return getattr(self.get_queryset(), name)(*args, **kwargs)

    method.__name__ = name
    return method


class Manager(BaseManager.from_queryset(QuerySet)):
    def __getattr__(self, name):
        # What Django's query sets have beyond these: the same message as theirs.
        if not name.startswith("_"):
            QuerySet.refuse_if_outside(name)
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
