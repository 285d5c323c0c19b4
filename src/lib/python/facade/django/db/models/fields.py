"""The fields that Session, User and their kin have."""

import datetime
import warnings

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone


class NOT_PROVIDED:
    pass


class Field:
    """A column: how values go into it and come out again."""

    empty_strings_allowed = True

    def __init__(self, verbose_name=None, name=None, primary_key=False, max_length=None, unique=False, blank=False,
                 null=False, db_index=False, default=NOT_PROVIDED, editable=True, help_text="", db_column=None,
                 choices=None, validators=(), error_messages=None, auto_created=False, serialize=True, **options):
        self.verbose_name, self.name, self.primary_key = verbose_name, name, primary_key
        self.max_length, self._unique, self.blank, self.null = max_length, unique, blank, null
        self.db_index, self.default, self.editable, self.help_text = db_index, default, editable, help_text
        self.db_column, self.choices, self.auto_created = db_column, choices, auto_created

    def contribute_to_class(self, cls, name):
        self.name = self.attname = name
        self.column = self.db_column or name
        self.model = cls
        if self.verbose_name is None:
            self.verbose_name = name.replace("_", " ")
        cls._meta.add_field(self)

    @property
    def unique(self):
        return self._unique or self.primary_key

    def get_internal_type(self):
        return type(self).__name__

    def has_default(self):
        return self.default is not NOT_PROVIDED

    def get_default(self):
        if self.has_default():
            return self.default() if callable(self.default) else self.default
        return "" if self.empty_strings_allowed and not self.null else None

    def value_from_object(self, obj):
        return getattr(obj, self.attname)

    def pre_save(self, instance, add):
        return getattr(instance, self.attname)

    def to_python(self, value):
        return value

    def stored(self, value):
        """The value as SQLite stores it."""
        return value

    def loaded(self, value):
        """What SQLite stored, as the value of an object."""
        return value

    def clean(self, value, model_instance):
        return self.to_python(value)

    def __str__(self):
        return f"{self.model._meta.label}.{self.name}"

    def __repr__(self):
        cls = type(self)
        path = f"{cls.__module__}.{cls.__qualname__}".replace("django.db.models.fields.", "django.db.models.fields.")
        return f"<{path}: {self.name}>" if self.name else f"<{path}>"


class CharField(Field):
    def to_python(self, value):
        return value if value is None or isinstance(value, str) else str(value)

    def stored(self, value):
        return self.to_python(value)


class EmailField(CharField):
    def __init__(self, *args, **kwargs):
        kwargs.setdefault("max_length", 254)
        super().__init__(*args, **kwargs)


class TextField(CharField):
    pass


class IntegerField(Field):
    empty_strings_allowed = False

    def to_python(self, value):
        if value is None:
            return value
        try:
            return int(value)
        except (TypeError, ValueError):
            raise ValidationError(f"“{value}” value must be an integer.", code="invalid") from None

    def stored(self, value):
        if value is None:
            return None
        try:
            return int(value)
        except (TypeError, ValueError) as error:
            raise type(error)(f"Field '{self.name}' expected a number but got {value!r}.") from error


class PositiveSmallIntegerField(IntegerField):
    pass


class PositiveIntegerField(IntegerField):
    pass


class BigIntegerField(IntegerField):
    pass


class AutoField(IntegerField):
    pass


class BigAutoField(AutoField):
    pass


class BooleanField(Field):
    empty_strings_allowed = False

    def to_python(self, value):
        if self.null and value in (None, ""):
            return None
        if value in (True, False):
            return bool(value)
        if value in ("t", "True", "1"):
            return True
        if value in ("f", "False", "0"):
            return False
        wanted = "must be either True, False, or None" if self.null else "must be either True or False"
        raise ValidationError(f"“{value}” value {wanted}.", code="invalid")

    def stored(self, value):
        return None if value is None else int(self.to_python(value))

    def loaded(self, value):
        return None if value is None else bool(value)


class DateTimeField(Field):
    empty_strings_allowed = False

    def __init__(self, *args, auto_now=False, auto_now_add=False, **kwargs):
        self.auto_now, self.auto_now_add = auto_now, auto_now_add
        super().__init__(*args, **kwargs)

    def pre_save(self, instance, add):
        if self.auto_now or (self.auto_now_add and add):
            setattr(instance, self.attname, timezone.now())
        return super().pre_save(instance, add)

    def to_python(self, value):
        from django.utils.dateparse import parse_date, parse_datetime

        if value is None or isinstance(value, datetime.datetime):
            return value
        if isinstance(value, datetime.date):
            return self._at_midnight(value)
        for read in (parse_datetime, parse_date):
            try:
                parsed = read(value)
            except ValueError:
                what = "date/time" if read is parse_datetime else "date"
                form = "YYYY-MM-DD HH:MM[:ss[.uuuuuu]][TZ]" if read is parse_datetime else "YYYY-MM-DD"
                raise ValidationError(
                    f"“{value}” value has the correct format ({form}) but it is an invalid {what}.", code="invalid"
                ) from None
            if parsed is not None:
                return parsed if read is parse_datetime else self._at_midnight(parsed)
        raise ValidationError(
            f"“{value}” value has an invalid format. It must be in YYYY-MM-DD HH:MM[:ss[.uuuuuu]][TZ] format.",
            code="invalid",
        )

    def _at_midnight(self, value):
        value = datetime.datetime(value.year, value.month, value.day)
        if settings.USE_TZ and hasattr(self, "model"):
            self._warn(value)
            return timezone.make_aware(value, timezone.get_default_timezone())
        return value

    def stored(self, value):
        value = self.to_python(value)
        if value is None:
            return None
        if timezone.is_aware(value):
            if not settings.USE_TZ:
                raise ValueError("SQLite backend does not support timezone-aware datetimes when USE_TZ is False.")
        elif settings.USE_TZ:
            self._warn(value)
            value = timezone.make_aware(value, timezone.get_default_timezone())
        else:
            return str(value)
        return str(value.astimezone(datetime.timezone.utc).replace(tzinfo=None))

    def _warn(self, value):
        name = f"{self.model.__name__}.{self.name}"
        warnings.warn(
            f"DateTimeField {name} received a naive datetime ({value}) while time zone support is active.",
            RuntimeWarning,
            stacklevel=2,
        )

    def loaded(self, value):
        from django.utils.dateparse import parse_datetime

        if value is None:
            return None
        value = parse_datetime(str(value))
        if value is not None and settings.USE_TZ and timezone.is_naive(value):
            value = value.replace(tzinfo=getattr(timezone, "utc", datetime.timezone.utc))
        return value
