"""`django.conf.settings`: the project's module over the defaults of the version."""

import importlib
import os

from _crumbtrail import host

ENVIRONMENT_VARIABLE = "DJANGO_SETTINGS_MODULE"
empty = object()


class SettingsReference(str):
    def __new__(self, value, setting_name):
        return str.__new__(self, value)

    def __init__(self, value, setting_name):
        self.setting_name = setting_name


class _Defaults:
    """The default settings of this version, as the host tells them."""

    def __init__(self):
        for name, value in host("settings.defaults").items():
            setattr(self, name, value)


class _Holder:
    """Settings over other settings: what is not set here is looked up there."""

    SETTINGS_MODULE = None

    def __init__(self, below):
        self.__dict__["_below"] = below
        self.__dict__["_deleted"] = set()

    def __getattr__(self, name):
        if name.startswith("_") or name in self._deleted or not name.isupper():
            raise AttributeError(name)
        return getattr(self._below, name)

    def __setattr__(self, name, value):
        self._deleted.discard(name)
        self.__dict__[name] = value

    def __delattr__(self, name):
        self._deleted.add(name)
        self.__dict__.pop(name, None)

    def __dir__(self):
        return sorted({*self.__dict__, *dir(self._below)} - self._deleted)

    def is_overridden(self, name):
        own = name in self.__dict__ or name in self._deleted
        below = getattr(self._below, "is_overridden", lambda _: False)
        return own or below(name)


UserSettingsHolder = _Holder


class LazySettings:
    """Loads the module that DJANGO_SETTINGS_MODULE names at the first look."""

    def __init__(self):
        self.__dict__["_wrapped"] = empty

    @property
    def configured(self):
        return self._wrapped is not empty

    def configure(self, default_settings=None, **options):
        if self.configured:
            raise RuntimeError("Settings already configured.")
        holder = _Holder(default_settings or _Defaults())
        for name, value in options.items():
            if not name.isupper():
                raise TypeError(f"Setting {name!r} must be uppercase.")
            setattr(holder, name, value)
        self.__dict__["_wrapped"] = holder
        _tell()

    def _setup(self, name=None):
        module_name = os.environ.get(ENVIRONMENT_VARIABLE)
        if not module_name:
            from django.core.exceptions import ImproperlyConfigured

            what = f"setting {name}" if name else "settings"
            raise ImproperlyConfigured(
                f"Requested {what}, but settings are not configured. You must either define the environment "
                f"variable {ENVIRONMENT_VARIABLE} or call settings.configure() before accessing settings."
            )
        holder = _Holder(_Defaults())
        module = importlib.import_module(module_name)
        for setting in dir(module):
            if setting.isupper():
                setattr(holder, setting, _checked(setting, getattr(module, setting)))
        _check_time_zone(getattr(holder, "TIME_ZONE", None))
        holder.__dict__["SETTINGS_MODULE"] = module_name
        self.__dict__["_wrapped"] = holder
        _tell()

    def __getattr__(self, name):
        if self._wrapped is empty:
            self._setup(name)
        try:
            value = getattr(self._wrapped, name)
        except AttributeError:
            raise AttributeError(f"'Settings' object has no attribute '{name}'") from None
        if name in _PREFIXED and isinstance(value, str) and not value.startswith(("http://", "https://", "/")):
            value = "/" + value
        if name == "SECRET_KEY" and not value:
            from django.core.exceptions import ImproperlyConfigured

            raise ImproperlyConfigured("The SECRET_KEY setting must not be empty.")
        # As in Django, a setting that was read is kept until it is set here.
        self.__dict__[name] = value
        return value

    def __setattr__(self, name, value):
        if name == "_wrapped":
            self.__dict__.clear()
            self.__dict__["_wrapped"] = value
        else:
            if self._wrapped is empty:
                self._setup(name)
            self.__dict__.pop(name, None)
            setattr(self._wrapped, name, value)
        _tell()

    def __delattr__(self, name):
        if self._wrapped is empty:
            self._setup(name)
        delattr(self._wrapped, name)
        self.__dict__.pop(name, None)
        _tell()

    def __dir__(self):
        if self._wrapped is empty:
            self._setup()
        return dir(self._wrapped)

    def is_overridden(self, name):
        return self._wrapped is not empty and self._wrapped.is_overridden(name)

    def __repr__(self):
        if self._wrapped is empty:
            return "<LazySettings [Unevaluated]>"
        return f'<LazySettings "{self._wrapped.SETTINGS_MODULE}">'


_LISTS = ("INSTALLED_APPS", "TEMPLATE_DIRS", "LOCALE_PATHS")
if host("version.has", "checksListSettings"):
    _LISTS += ("ALLOWED_HOSTS", "SECRET_KEY_FALLBACKS")
_PREFIXED = ("STATIC_URL", "MEDIA_URL")


def _check_time_zone(name):
    """Django sets the process's time zone, and looks for it in the machine's own list."""
    if not name or name == "UTC":
        return
    import zoneinfo

    try:
        zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError):
        raise ValueError(f"Incorrect timezone setting: {name}") from None


def _checked(name, value):
    if name in _LISTS and not isinstance(value, (list, tuple)):
        from django.core.exceptions import ImproperlyConfigured

        raise ImproperlyConfigured(f"The {name} setting must be a list or a tuple.")
    return value


def _tell():
    """The host reads settings anew after a change."""
    host("settings.changed")


def told_settings():
    """All settings as plain values; what is no plain value as text."""
    return {name: _plain(getattr(settings, name)) for name in dir(settings) if name.isupper() and name != "SECRET_KEY"} | {
        "SECRET_KEY": _plain(getattr(settings._wrapped, "SECRET_KEY", ""))
    }


def _plain(value):
    if value is None or isinstance(value, (bool, int, float, str)):
        return value + "" if isinstance(value, str) else value
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [_plain(item) for item in value]
    return str(value)


settings = LazySettings()
