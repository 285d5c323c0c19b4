"""Users in the table auth_user."""

from _crumbtrail import host
from django.apps import apps
from django.contrib import auth
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.hashers import make_password
from django.contrib.auth.signals import _update_last_login as update_last_login  # noqa: F401
from django.contrib.contenttypes.models import ContentType  # noqa: F401
from django.core.exceptions import PermissionDenied
from django.db import models
from django.utils import timezone

_BETWEEN = [
    {"table": "auth_user_groups", "column": "user_id", "label": "auth.User_groups"},
    {"table": "auth_user_user_permissions", "column": "user_id", "label": "auth.User_user_permissions"},
]
_LOG = {"table": "django_admin_log", "column": "user_id", "label": "admin.LogEntry"}


class Permission(models.Model):
    """One row of auth_permission; the content type is its id alone."""

    name = models.CharField("name", max_length=255)
    content_type_id = models.IntegerField("content type")
    codename = models.CharField("codename", max_length=100)

    class Meta:
        db_table = "auth_permission"
        relations = ["content_type", "group", "user"]
        dependents = [
            {"table": "auth_group_permissions", "column": "permission_id", "label": "auth.Group_permissions"},
            {"table": "auth_user_user_permissions", "column": "permission_id", "label": "auth.User_user_permissions"},
        ]


class Group(models.Model):
    """One row of auth_group."""

    name = models.CharField("name", max_length=150, unique=True)

    class Meta:
        db_table = "auth_group"
        relations = ["permissions", "user"]
        dependents = [
            {"table": "auth_user_groups", "column": "group_id", "label": "auth.User_groups"},
            {"table": "auth_group_permissions", "column": "group_id", "label": "auth.Group_permissions"},
        ]

    def __str__(self):
        return self.name


class UserManager(BaseUserManager):
    use_in_migrations = True

    def _create(self, username, email, password, extra_fields):
        if not username:
            raise ValueError("The given username must be set")
        username = self.model.normalize_username(username)
        user = self.model(username=username, email=self.normalize_email(email), **extra_fields)
        user.password = make_password(password)
        user.save(using=self._db)
        return user

    def create_user(self, username, email=None, password=None, **extra_fields):
        return self._create(username, email, password, {"is_staff": False, "is_superuser": False, **extra_fields})

    def create_superuser(self, username, email=None, password=None, **extra_fields):
        extra_fields = {"is_staff": True, "is_superuser": True, **extra_fields}
        for name in ("is_staff", "is_superuser"):
            if extra_fields[name] is not True:
                raise ValueError(f"Superuser must have {name}=True.")
        return self._create(username, email, password, extra_fields)

    async def acreate_user(self, username, email=None, password=None, **extra_fields):
        return self.create_user(username, email, password, **extra_fields)

    async def acreate_superuser(self, username, email=None, password=None, **extra_fields):
        return self.create_superuser(username, email, password, **extra_fields)

    async def aget_by_natural_key(self, username):
        return self.get_by_natural_key(username)


def _permissions(user, obj, of):
    found = set()
    for backend in auth.get_backends():
        if hasattr(backend, f"get_{of}_permissions"):
            found.update(getattr(backend, f"get_{of}_permissions")(user, obj))
    return found


def _any_backend(user, method, *args):
    for backend in auth.get_backends():
        if not hasattr(backend, method):
            continue
        try:
            if getattr(backend, method)(user, *args):
                return True
        except PermissionDenied:
            return False
    return False


class PermissionsMixin:
    """What a user may do, as the backends say."""

    def get_user_permissions(self, obj=None):
        return _permissions(self, obj, "user")

    def get_group_permissions(self, obj=None):
        return _permissions(self, obj, "group")

    def get_all_permissions(self, obj=None):
        return _permissions(self, obj, "all")

    def has_perm(self, perm, obj=None):
        if self.is_active and self.is_superuser:
            return True
        return _any_backend(self, "has_perm", perm, obj)

    def has_perms(self, perm_list, obj=None):
        if isinstance(perm_list, str) and not host("version.has", "assertsQueries"):
            raise ValueError("perm_list must be an iterable of permissions.")
        return all(self.has_perm(perm, obj) for perm in perm_list)

    def has_module_perms(self, app_label):
        if self.is_active and self.is_superuser:
            return True
        return _any_backend(self, "has_module_perms", app_label)


class AbstractUser(PermissionsMixin, AbstractBaseUser):
    is_superuser = models.BooleanField("superuser status", default=False)
    username = models.CharField("username", max_length=150, unique=True)
    first_name = models.CharField("first name", max_length=150, blank=True)
    last_name = models.CharField("last name", max_length=150, blank=True)
    email = models.EmailField("email address", blank=True)
    is_staff = models.BooleanField("staff status", default=False)
    is_active = models.BooleanField("active", default=True)
    date_joined = models.DateTimeField("date joined", default=timezone.now)

    objects = UserManager()

    EMAIL_FIELD = "email"
    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["email"]

    class Meta:
        verbose_name = "user"
        verbose_name_plural = "users"
        abstract = True

    def clean(self):
        self.username = self.normalize_username(self.username)
        self.email = self.__class__.objects.normalize_email(self.email)

    def get_full_name(self):
        return f"{self.first_name} {self.last_name}".strip()

    def get_short_name(self):
        return self.first_name

    def email_user(self, subject, message, from_email=None, **kwargs):
        _outside("sending mail")

    @property
    def groups(self):
        _outside("groups of users")

    @property
    def user_permissions(self):
        _outside("permissions of users")


def _outside(what):
    host("models.outside", what)


class User(AbstractUser):
    """One user in the table auth_user."""

    class Meta(AbstractUser.Meta):
        abstract = False
        swappable = "AUTH_USER_MODEL"
        relations = ["groups", "user_permissions", *(["logentry"] if apps.is_installed("django.contrib.admin") else [])]
        dependents = [*([_LOG] if apps.is_installed("django.contrib.admin") else []), *_BETWEEN]


class AnonymousUser:
    """Whoever is not logged in."""

    id = pk = None
    username = ""
    is_staff = is_active = is_superuser = False
    is_anonymous = True
    is_authenticated = False

    def __str__(self):
        return "AnonymousUser"

    def __eq__(self, other):
        return isinstance(other, self.__class__)

    def __hash__(self):
        return 1

    def __int__(self):
        raise TypeError("Cannot cast AnonymousUser to int. Are you trying to use it in place of User?")

    def _refuse(self):
        raise NotImplementedError("Django doesn't provide a DB representation for AnonymousUser.")

    def save(self):
        self._refuse()

    def delete(self):
        self._refuse()

    def set_password(self, raw_password):
        self._refuse()

    def check_password(self, raw_password):
        self._refuse()

    @property
    def groups(self):
        from django.contrib.auth.models import User

        return User.objects.none()

    @property
    def user_permissions(self):
        return self.groups

    def get_username(self):
        return self.username

    def get_user_permissions(self, obj=None):
        return _permissions(self, obj, "user")

    def get_group_permissions(self, obj=None):
        return set()

    def get_all_permissions(self, obj=None):
        return _permissions(self, obj, "all")

    def has_perm(self, perm, obj=None):
        return _any_backend(self, "has_perm", perm, obj)

    def has_perms(self, perm_list, obj=None):
        if isinstance(perm_list, str) and not host("version.has", "assertsQueries"):
            raise ValueError("perm_list must be an iterable of permissions.")
        return all(self.has_perm(perm, obj) for perm in perm_list)

    def has_module_perms(self, module):
        return _any_backend(self, "has_module_perms", module)
