"""Other settings for a while: `override_settings`, `modify_settings`."""

from contextlib import ContextDecorator  # noqa: F401
from functools import wraps
from inspect import iscoroutinefunction

from django.apps import apps
from django.conf import UserSettingsHolder, settings
from django.core.signals import setting_changed


class TestContextDecorator:
    """A context manager that also decorates functions and classes of tests."""

    def __init__(self, attr_name=None, kwarg_name=None):
        self.attr_name = attr_name
        self.kwarg_name = kwarg_name

    def enable(self):
        raise NotImplementedError

    def disable(self):
        raise NotImplementedError

    def __enter__(self):
        return self.enable()

    def __exit__(self, exc_type, exc_value, traceback):
        self.disable()

    def decorate_class(self, cls):
        from unittest import TestCase

        if not issubclass(cls, TestCase):
            raise TypeError("Can only decorate subclasses of unittest.TestCase")
        set_up, decorator = cls.setUp, self

        def setUp(inner):
            context = decorator.enable()
            inner.addCleanup(decorator.disable)
            if decorator.attr_name:
                setattr(inner, decorator.attr_name, context)
            set_up(inner)

        cls.setUp = setUp
        return cls

    def decorate_callable(self, func):
        def given(context, kwargs):
            return {**kwargs, self.kwarg_name: context} if self.kwarg_name else kwargs

        if iscoroutinefunction(func):

            @wraps(func)
            async def inner(*args, **kwargs):
                with self as context:
                    return await func(*args, **given(context, kwargs))

            return inner

        @wraps(func)
        def inner(*args, **kwargs):
            with self as context:
                return func(*args, **given(context, kwargs))

        return inner

    def __call__(self, decorated):
        if isinstance(decorated, type):
            return self.decorate_class(decorated)
        if callable(decorated):
            return self.decorate_callable(decorated)
        raise TypeError(f"Cannot decorate object of type {type(decorated)}")


class override_settings(TestContextDecorator):
    """Settings with other values; what listens to `setting_changed` is told before and after."""

    enable_exception = None

    def __init__(self, **kwargs):
        self.options = kwargs
        super().__init__()

    def enable(self):
        if "INSTALLED_APPS" in self.options:
            try:
                apps.set_installed_apps(self.options["INSTALLED_APPS"])
            except Exception:
                apps.unset_installed_apps()
                raise
        settings.DEBUG
        override = UserSettingsHolder(settings._wrapped)
        for name, value in self.options.items():
            setattr(override, name, value)
        self.wrapped = settings._wrapped
        settings._wrapped = override
        for name, value in self.options.items():
            try:
                setting_changed.send(sender=settings._wrapped.__class__, setting=name, value=value, enter=True)
            except Exception as error:
                self.enable_exception = error
                self.disable()

    def disable(self):
        if "INSTALLED_APPS" in self.options:
            apps.unset_installed_apps()
        settings._wrapped = self.wrapped
        del self.wrapped
        answers = []
        for name in self.options:
            value = getattr(settings, name, None)
            answers += setting_changed.send_robust(
                sender=settings._wrapped.__class__, setting=name, value=value, enter=False
            )
        if self.enable_exception is not None:
            error, self.enable_exception = self.enable_exception, None
            raise error
        for _, answer in answers:
            if isinstance(answer, Exception):
                raise answer

    def save_options(self, test_func):
        earlier = test_func._overridden_settings
        test_func._overridden_settings = {**(earlier or {}), **self.options}

    def decorate_class(self, cls):
        from django.test import SimpleTestCase

        if not issubclass(cls, SimpleTestCase):
            raise ValueError("Only subclasses of Django SimpleTestCase can be decorated with override_settings")
        self.save_options(cls)
        return cls


class modify_settings(override_settings):
    """Lists among the settings with something prepended, appended or removed."""

    def __init__(self, *args, **kwargs):
        if args:
            assert not kwargs
            self.operations = args[0]
        else:
            assert not kwargs.get("args")
            self.operations = list(kwargs.items())
        super(override_settings, self).__init__()

    def save_options(self, test_func):
        earlier = test_func._modified_settings
        test_func._modified_settings = [*(earlier or []), *self.operations]

    def enable(self):
        self.options = {}
        for name, operations in self.operations:
            value = list(self.options.get(name, getattr(settings, name, [])))
            for action, items in operations.items():
                self.options[name] = value = _changed(value, action, [items] if isinstance(items, str) else items)
        super().enable()


def _changed(value, action, items):
    if action == "append":
        return value + [item for item in items if item not in value]
    if action == "prepend":
        return [item for item in items if item not in value] + value
    if action == "remove":
        return [item for item in value if item not in items]
    raise ValueError(f"Unsupported action: {action}")


class override_system_checks(TestContextDecorator):
    """The system checks are the host's: nothing is replaced."""

    def __init__(self, new_checks, deployment_checks=None):
        super().__init__()

    def enable(self):
        pass

    def disable(self):
        pass
