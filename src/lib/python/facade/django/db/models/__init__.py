"""Models: Session, User and their kin. Models of a project's own are outside the simulation."""

from django.core.exceptions import ObjectDoesNotExist  # noqa: F401
from django.db.models.base import Model  # noqa: F401
from django.db.models.fields import (  # noqa: F401
    NOT_PROVIDED,
    AutoField,
    BigAutoField,
    BigIntegerField,
    BooleanField,
    CharField,
    DateTimeField,
    EmailField,
    Field,
    IntegerField,
    PositiveIntegerField,
    PositiveSmallIntegerField,
    TextField,
)
from django.db.models.manager import Manager  # noqa: F401
from django.db.models.query import QuerySet  # noqa: F401
from django.db.models.query_utils import Q  # noqa: F401


def CASCADE(collector, field, sub_objs, using):
    """Objects go with what they point at."""


def _outside(name):
    class Outside:
        def __init__(self, *args, **kwargs):
            from _crumbtrail import host

            host("models.outside", f"models.{name}")

    Outside.__name__ = Outside.__qualname__ = name
    return Outside


for _name in (
    "ForeignKey OneToOneField ManyToManyField DateField TimeField DecimalField FloatField JSONField URLField SlugField "
    "UUIDField BinaryField DurationField FileField ImageField GenericIPAddressField SmallIntegerField "
    "Count Sum Avg Max Min F Value Case When Exists OuterRef Subquery Prefetch Index UniqueConstraint CheckConstraint"
).split():
    globals()[_name] = _outside(_name)
PROTECT = SET_NULL = SET_DEFAULT = DO_NOTHING = RESTRICT = CASCADE
