"""Query sets: what is asked for, described; the host writes the SQL and runs it."""

import copy
import json

from _crumbtrail import host
from django.db.models.query_utils import Q

REPR_OUTPUT_SIZE = 20
MAX_GET_RESULTS = 21
GET_ITERATOR_CHUNK_SIZE = 100

# What Django's query sets have beyond these.
_OUTSIDE = frozenset(
    "aggregate alias annotate bulk_update complex_filter contains dates datetimes defer difference distinct "
    "earliest explain extra fetch_mode intersection latest only prefetch_related raw select_for_update "
    "select_related totally_ordered union".split()
)

_keywords = {}


def _outside(what):
    host("models.outside", what)


class QuerySet:
    def __init__(self, model=None, query=None, using=None, hints=None):
        self.model = model
        self._where = {"join": "AND", "negated": False, "children": []}
        self._order = list(model._meta.ordering)
        self._reversed = False
        self._low, self._high = 0, None
        self._values, self._flat, self._shape = None, False, "object"
        self._none = False
        self._result_cache = None
        self._db = using

    @classmethod
    def refuse_if_outside(cls, name):
        if name in _OUTSIDE:
            _outside(f"{name}() of query sets")

    def __getattr__(self, name):
        self.refuse_if_outside(name)
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

    # Describing.

    def _clone(self):
        clone = copy.copy(self)
        clone._result_cache = None
        return clone

    _chain = _clone

    def __deepcopy__(self, memo):
        return self._clone()

    def _spec(self, **changes):
        return json.dumps({**self._described(), **changes})

    def _described(self):
        order = [_turned(term) for term in self._order] if self._reversed else self._order
        where = self._where
        if self._none:
            where = {**where, "children": [["pk", "in", []]]}
        return {"where": where, "order": order, "low": self._low, "high": self._high, "values": self._values}

    def _condition(self, keyword, value):
        model = self.model
        known = _keywords.get((model, keyword))
        if known is None:
            known = _keywords[model, keyword] = host("models.keyword", model._meta.label, keyword).split(" ")
        name, lookup = known
        field = model._meta.get_field(name)
        return [name, lookup, _prepared(field, lookup, value)]

    def _node(self, q):
        children = []
        for child in q.children:
            if isinstance(child, Q):
                children.append(self._node(child))
            else:
                keyword, value = child
                children.append(self._condition(keyword, value))
        if q.connector == "XOR":
            _outside("Q objects joined with ^")
        return {"join": q.connector, "negated": q.negated, "children": children}

    def _add(self, q):
        clone = self._clone()
        node = self._node(q)
        if node["children"]:
            clone._where = {**self._where, "children": [*self._where["children"], node]}
        return clone

    def _filtered(self, *args, **kwargs):
        return self._add(Q(*args, **kwargs))

    def filter(self, *args, **kwargs):
        self._refuse_slice(args or kwargs, "filter")
        return self._add(Q(*args, **kwargs))

    def exclude(self, *args, **kwargs):
        self._refuse_slice(args or kwargs, "filter")
        return self._add(~Q(*args, **kwargs)) if args or kwargs else self._clone()

    def _refuse_slice(self, asked, what):
        if asked and (self._low or self._high is not None):
            asserts = what != "reverse" and host("version.has", "assertsQueries")
            error = AssertionError if asserts else TypeError
            raise error(f"Cannot {what} a query once a slice has been taken.")

    def all(self):
        return self._clone()

    def none(self):
        clone = self._clone()
        clone._none = True
        return clone

    def using(self, alias):
        return self._clone()

    def order_by(self, *field_names):
        self._refuse_slice(True, "reorder")
        clone = self._clone()
        for name in field_names:
            if name == "?" or not isinstance(name, str):
                _outside("order_by() with '?' or expressions")
            host("models.field", self.model._meta.label, name.lstrip("-"))
        clone._order, clone._reversed = list(field_names), False
        return clone

    def reverse(self):
        self._refuse_slice(True, "reverse")
        clone = self._clone()
        clone._reversed = not self._reversed
        return clone

    def values(self, *fields, **expressions):
        return self._with_values(fields, expressions, "dict")

    def values_list(self, *fields, flat=False, named=False):
        if flat and named:
            raise TypeError("'flat' and 'named' can't be used together.")
        if flat and len(fields) > 1:
            raise TypeError("'flat' is not valid when values_list is called with more than one field.")
        return self._with_values(fields, {}, "flat" if flat else "named" if named else "tuple")

    def _with_values(self, fields, expressions, shape):
        if expressions or not all(isinstance(name, str) for name in fields):
            _outside("values() with expressions")
        for name in fields:
            host("models.field", self.model._meta.label, name)
        clone = self._clone()
        clone._values = list(fields) or None
        clone._shape = shape
        return clone

    @property
    def ordered(self):
        return bool(self._order) or self._none

    @property
    def db(self):
        return self._db or "default"

    @property
    def query(self):
        return Query(self)

    # Reading.

    def _fetch(self, **changes):
        if self._none:
            return []
        rows = json.loads(host("models.select", self.model._meta.label, self._spec(**changes)))
        return [self._made(row) for row in rows] if rows else []

    def _made(self, row):
        meta = self.model._meta
        names = self._values or [field.name for field in meta.fields]
        fields = [meta.pk if name == "pk" else meta.get_field(name) for name in names] if self._values else meta.fields
        values = [field.loaded(value) for field, value in zip(fields, row)]
        if self._shape == "object":
            return self.model.from_db("default", names, values)
        if self._shape == "dict":
            return dict(zip(names, values))
        if self._shape == "flat":
            return values[0]
        if self._shape == "named":
            from collections import namedtuple

            return namedtuple("Row", names)(*values)
        return tuple(values)

    def _fetch_all(self):
        if self._result_cache is None:
            self._result_cache = self._fetch()
        return self._result_cache

    def __iter__(self):
        return iter(self._fetch_all())

    def __len__(self):
        return len(self._fetch_all())

    def __bool__(self):
        return bool(self._fetch_all())

    def __repr__(self):
        if self._result_cache is not None:
            data = self._result_cache[: REPR_OUTPUT_SIZE + 1]
        else:
            data = list(self[: REPR_OUTPUT_SIZE + 1])
        if len(data) > REPR_OUTPUT_SIZE:
            data = [*data[:-1], "...(remaining elements truncated)..."]
        return f"<{self.__class__.__name__} {data!r}>"

    def __getitem__(self, k):
        if not isinstance(k, (int, slice)):
            raise TypeError(f"QuerySet indices must be integers or slices, not {type(k).__name__}.")
        bounds = (k,) if isinstance(k, int) else (k.start, k.stop)
        if any(bound is not None and bound < 0 for bound in bounds):
            error = AssertionError if host("version.has", "assertsQueries") else ValueError
            raise error("Negative indexing is not supported.")
        if self._result_cache is not None:
            return self._result_cache[k]
        if isinstance(k, int):
            return list(self._sliced(k, k + 1))[0]
        part = self._sliced(k.start, k.stop)
        return list(part)[:: k.step] if k.step else part

    def _sliced(self, start, stop):
        clone = self._clone()
        low, high = self._low, self._high
        if stop is not None:
            clone._high = low + stop if high is None else min(high, low + stop)
        if start is not None:
            clone._low = low + start if clone._high is None else min(clone._high, low + start)
        return clone

    def __and__(self, other):
        return self._combined(other, "AND")

    def __or__(self, other):
        return self._combined(other, "OR")

    def _combined(self, other, join):
        if self._none or other._none:
            empty, rest = (self, other) if self._none else (other, self)
            return rest._clone() if join == "OR" else empty._clone()
        clone = self._clone()
        if join == "OR" and not (self._where["children"] and other._where["children"]):
            clone._where = {**self._where, "children": []}
            return clone
        clone._where = {"join": join, "negated": False, "children": [self._where, other._where]}
        return clone

    def iterator(self, chunk_size=None):
        return iter(self._fetch())

    def count(self):
        if self._result_cache is not None:
            return len(self._result_cache)
        return 0 if self._none else host("models.count", self.model._meta.label, self._spec())

    def exists(self):
        if self._result_cache is not None:
            return bool(self._result_cache)
        return not self._none and host("models.exists", self.model._meta.label, self._spec())

    def get(self, *args, **kwargs):
        clone = self.filter(*args, **kwargs)
        if clone._low == 0 and clone._high is None:
            clone = clone.order_by() if clone._order else clone
            clone._high = MAX_GET_RESULTS
        found = clone._fetch_all()
        if len(found) == 1:
            return found[0]
        name = self.model._meta.object_name
        if not found:
            raise self.model.DoesNotExist(f"{name} matching query does not exist.")
        number = len(found) if len(found) < MAX_GET_RESULTS else f"more than {MAX_GET_RESULTS - 1}"
        raise self.model.MultipleObjectsReturned(f"get() returned more than one {name} -- it returned {number}!")

    def first(self):
        query = self if self.ordered else self.order_by("pk")
        for one in query[:1]:
            return one
        return None

    def last(self):
        query = self.reverse() if self.ordered else self.order_by("-pk")
        for one in query[:1]:
            return one
        return None

    def in_bulk(self, id_list=None, *, field_name="pk"):
        if id_list is None:
            return {getattr(one, field_name): one for one in self}
        if not id_list:
            return {}
        return {getattr(one, field_name): one for one in self.filter(**{f"{field_name}__in": tuple(id_list)})}

    # Writing.

    def create(self, **kwargs):
        one = self.model(**kwargs)
        one.save(force_insert=True)
        return one

    def bulk_create(self, objs, batch_size=None, ignore_conflicts=False, **options):
        if ignore_conflicts or any(options.values()):
            _outside("bulk_create() with options")
        objs = list(objs)
        if not objs:
            return objs
        meta = self.model._meta
        keyed = objs[0].pk is not None
        fields = [field for field in meta.fields if keyed or not field.primary_key]
        rows = [[field.stored(field.pre_save(one, True)) for field in fields] for one in objs]
        names = json.dumps([field.name for field in fields])
        last = host("models.insert", meta.label, names, json.dumps(rows), True)
        for place, one in enumerate(objs):
            one._state.adding, one._state.db = False, "default"
            if not keyed and host("version.has", "insertSelects") is False:
                one.pk = last - len(objs) + 1 + place
        return objs

    def get_or_create(self, defaults=None, **kwargs):
        try:
            return self.get(**kwargs), False
        except self.model.DoesNotExist:
            return self.create(**kwargs, **_called(defaults)), True

    def update_or_create(self, defaults=None, create_defaults=None, **kwargs):
        defaults = _called(defaults)
        one, created = self.get_or_create(create_defaults or defaults, **kwargs)
        if created:
            return one, created
        for name, value in defaults.items():
            setattr(one, name, value)
        fields = {field.name for field in self.model._meta.fields if type(field).pre_save.__qualname__ != "Field.pre_save"}
        narrow = host("version.has", "updateOrCreateNarrow")
        one.save(update_fields={*defaults, *fields} if narrow else None)
        return one, False

    def update(self, **kwargs):
        if self._low or self._high is not None:
            error = AssertionError if host("version.has", "assertsQueries") else TypeError
            raise error("Cannot update a query once a slice has been taken.")
        meta = self.model._meta
        values = []
        for name, value in kwargs.items():
            field = meta.pk if name == "pk" else meta.get_field(name)
            values.append([field.name, field.stored(value)])
        self._result_cache = None
        return 0 if self._none else host("models.update", meta.label, self._spec(), json.dumps(values))

    update.alters_data = True

    def delete(self):
        if self._low or self._high is not None:
            if host("version.has", "assertsQueries"):
                raise AssertionError("Cannot use 'limit' or 'offset' with delete.")
            raise TypeError("Cannot use 'limit' or 'offset' with delete().")
        if self._values is not None or self._shape != "object":
            raise TypeError("Cannot call delete() after .values() or .values_list()")
        if self._none:
            return 0, {}
        label = self.model._meta.label
        if host("models.deletes_fast", label):
            counts = dict(json.loads(host("models.delete", label, self._spec())))
        else:
            found = self.order_by()._fetch() if self._order else self._fetch()
            return _delete_objects(self.model, found) if found else (0, {})
        self._result_cache = None
        return sum(counts.values()), counts

    delete.alters_data = True
    delete.queryset_only = True


def _delete_objects(model, found):
    from django.db.models.base import delete_objects

    return delete_objects(model, found)


class Query:
    """The SQL of a query set, as `print(queryset.query)` shows it: with bare values."""

    def __init__(self, queryset):
        self._queryset = queryset
        self.model = queryset.model

    def __str__(self):
        from django.core.exceptions import EmptyResultSet

        told = host("models.query", self.model._meta.label, self._queryset._spec())
        if told is None:
            raise EmptyResultSet
        sql, params = json.loads(told)
        values = iter(params)
        return "".join(str(next(values)) if char == "?" else char for char in sql)


def _called(defaults):
    return {name: value() if callable(value) else value for name, value in (defaults or {}).items()}


def _turned(term):
    return term[1:] if term.startswith("-") else "-" + term


def _prepared(field, lookup, value):
    """The value of a condition as SQLite compares it."""
    if lookup == "isnull":
        if not isinstance(value, bool):
            raise ValueError("The QuerySet value for an isnull lookup must be True or False.")
        return value
    if isinstance(value, QuerySet):
        value = list(value.values_list("pk", flat=True) if value._shape == "object" else value)
    if lookup == "in":
        return [field.stored(_own_key(item)) for item in value]
    if value is None:
        if lookup != "exact":
            raise ValueError("Cannot use None as a query value")
        return None
    return field.stored(_own_key(value))


def _own_key(value):
    return value.pk if hasattr(value, "_meta") else value


if host("version.has", "asyncModels"):
    from django.contrib.sessions.backends.base import add_async_twins

    add_async_twins(
        QuerySet,
        "get create bulk_create get_or_create update_or_create count exists first last in_bulk update delete".split(),
    )

    async def _aiterator(self, *args, **kwargs):
        for one in self._fetch_all():
            yield one

    QuerySet.aiterator = _aiterator
    QuerySet.__aiter__ = lambda self: _aiterator(self)
