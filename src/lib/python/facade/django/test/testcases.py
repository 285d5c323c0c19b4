"""The classes that tests inherit from."""

import sys
import unittest
from contextlib import contextmanager
from copy import deepcopy
from functools import wraps
from inspect import iscoroutinefunction

from asgiref.sync import async_to_sync
from django.db import DEFAULT_DB_ALIAS, connection, connections, transaction
from django.test.client import AsyncClient, Client
from django.test.html_assertions import HtmlAssertions
from django.test.response_assertions import ResponseAssertions
from django.test.settings_context import modify_settings, override_settings
from django.test.utils import CaptureQueriesContext


class _AssertNumQueriesContext(CaptureQueriesContext):
    def __init__(self, test_case, num, connection):
        self.test_case, self.num = test_case, num
        super().__init__(connection)

    def __exit__(self, exc_type, exc_value, traceback):
        super().__exit__(exc_type, exc_value, traceback)
        if exc_type is not None:
            return
        executed = len(self)
        listed = "\n".join(f"{i}. {query['sql']}" for i, query in enumerate(self.captured_queries, start=1))
        self.test_case.assertEqual(
            executed,
            self.num,
            f"{executed} queries executed, {self.num} expected\nCaptured queries were:\n{listed}",
        )


class DatabaseOperationForbidden(AssertionError):
    pass


class SimpleTestCase(ResponseAssertions, HtmlAssertions, unittest.TestCase):
    """A test that does not reach the database."""

    client_class = Client
    async_client_class = AsyncClient
    _overridden_settings = None
    _modified_settings = None
    databases = set()

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        if cls._overridden_settings:
            cls.enterClassContext(override_settings(**cls._overridden_settings))
        if cls._modified_settings:
            cls.enterClassContext(modify_settings(cls._modified_settings))

    def __call__(self, result=None):
        self._setup_and_call(result)

    def debug(self):
        self._setup_and_call(None, debug=True)

    def _setup_and_call(self, result, debug=False):
        method = getattr(self, self._testMethodName)
        skipped = getattr(self.__class__, "__unittest_skip__", False) or getattr(method, "__unittest_skip__", False)
        if iscoroutinefunction(method):
            setattr(self, self._testMethodName, async_to_sync(method))
        if not skipped:
            try:
                self._pre_setup()
            except Exception:
                if debug:
                    raise
                result.addError(self, sys.exc_info())
                return
        if debug:
            super().debug()
        else:
            super().__call__(result)
        if not skipped:
            try:
                self._post_teardown()
            except Exception:
                if debug:
                    raise
                result.addError(self, sys.exc_info())

    def _pre_setup(self):
        self.client = self.client_class()
        self.async_client = self.async_client_class()
        from django.core import mail

        mail.outbox = []

    def _post_teardown(self):
        pass

    def settings(self, **kwargs):
        return override_settings(**kwargs)

    def modify_settings(self, **kwargs):
        return modify_settings(**kwargs)

    @contextmanager
    def _assert_raises_or_warns_cm(self, func, cm_attr, expected, expected_message):
        with func(expected) as cm:
            yield cm
        self.assertIn(expected_message, str(getattr(cm, cm_attr)))

    def _assertFooMessage(self, func, cm_attr, expected, expected_message, *args, **kwargs):
        callable_obj = None
        if args:
            callable_obj, *args = args
        cm = self._assert_raises_or_warns_cm(func, cm_attr, expected, expected_message)
        if callable_obj is None:
            return cm
        with cm:
            callable_obj(*args, **kwargs)

    def assertRaisesMessage(self, expected_exception, expected_message, *args, **kwargs):
        return self._assertFooMessage(
            self.assertRaises, "exception", expected_exception, expected_message, *args, **kwargs
        )

    def assertWarnsMessage(self, expected_warning, expected_message, *args, **kwargs):
        return self._assertFooMessage(
            self.assertWarns, "warning", expected_warning, expected_message, *args, **kwargs
        )

    if not hasattr(unittest.TestCase, "assertNoLogs"):

        @contextmanager
        def assertNoLogs(self, logger, level=None):
            yield


class TransactionTestCase(SimpleTestCase):
    """A test that writes to the database; all tables are emptied after it."""

    reset_sequences = False
    available_apps = None
    fixtures = None
    databases = {DEFAULT_DB_ALIAS}
    serialized_rollback = False

    def _pre_setup(self):
        super()._pre_setup()
        self._fixture_setup()

    def _fixture_setup(self):
        pass

    def _post_teardown(self):
        self._fixture_teardown()
        super()._post_teardown()

    def _fixture_teardown(self):
        from django.test.databases import flush

        flush()

    @classmethod
    def _databases_names(cls, include_mirrors=True):
        return [alias for alias in connections if cls.databases == "__all__" or alias in cls.databases]

    def assertNumQueries(self, num, func=None, *args, using=DEFAULT_DB_ALIAS, **kwargs):
        context = _AssertNumQueriesContext(self, num, connections[using])
        if func is None:
            return context
        with context:
            func(*args, **kwargs)

    def assertQuerySetEqual(self, qs, values, transform=None, ordered=True, msg=None):
        values = list(values)
        items = qs if transform is None else map(transform, qs)
        if not ordered:
            return self.assertCountEqual(items, values, msg=msg)
        if len(values) > 1 and hasattr(qs, "ordered") and not qs.ordered:
            raise ValueError(
                "Trying to compare non-ordered queryset against more than one ordered value."
            )
        return self.assertEqual(list(items), values, msg=msg)

    assertQuerysetEqual = assertQuerySetEqual


class TestData:
    """Data of a class, copied for each test that looks at it."""

    memo_attr = "_testdata_memo"

    def __init__(self, name, data):
        self.name, self.data = name, data

    def get_memo(self, testcase):
        memo = getattr(testcase, self.memo_attr, None)
        if memo is None:
            memo = {}
            setattr(testcase, self.memo_attr, memo)
        return memo

    def __get__(self, instance, owner):
        if instance is None:
            return self.data
        data = deepcopy(self.data, self.get_memo(instance))
        setattr(instance, self.name, data)
        return data


class TestCase(TransactionTestCase):
    """A test inside a transaction that is rolled back."""

    @classmethod
    def _enter_atomics(cls):
        block = transaction.atomic()
        block._from_testcase = True
        block.__enter__()
        return block

    @classmethod
    def _rollback_atomics(cls, block):
        transaction.set_rollback(True)
        block.__exit__(None, None, None)

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.cls_atomics = cls._enter_atomics()
        before = dict(cls.__dict__)
        try:
            cls.setUpTestData()
        except Exception:
            cls._rollback_atomics(cls.cls_atomics)
            raise
        for name, value in dict(cls.__dict__).items():
            if value is not before.get(name):
                setattr(cls, name, TestData(name, value))

    @classmethod
    def tearDownClass(cls):
        cls._rollback_atomics(cls.cls_atomics)
        super().tearDownClass()

    @classmethod
    def setUpTestData(cls):
        """Load what all tests of the class begin with."""

    def _fixture_setup(self):
        self.atomics = self._enter_atomics()

    def _fixture_teardown(self):
        self._rollback_atomics(self.atomics)

    @classmethod
    @contextmanager
    def captureOnCommitCallbacks(cls, *, using=DEFAULT_DB_ALIAS, execute=False):
        callbacks = []
        start = len(transaction._after_commit)
        try:
            yield callbacks
        finally:
            while True:
                found = transaction._after_commit[start:]
                callbacks += found
                start = len(transaction._after_commit)
                if not execute or not found:
                    break
                for callback in found:
                    callback()


class LiveServerTestCase(TransactionTestCase):
    """There is no network in this simulation."""

    @classmethod
    def setUpClass(cls):
        raise unittest.SkipTest("A live server needs a network, which this simulation does not have.")


def _deferred_skip(condition, reason, name):
    def decorator(test_func):
        if isinstance(test_func, type):
            if condition():
                test_func.__unittest_skip__, test_func.__unittest_skip_why__ = True, reason
            return test_func

        @wraps(test_func)
        def skip_wrapper(*args, **kwargs):
            if condition():
                raise unittest.SkipTest(reason)
            return test_func(*args, **kwargs)

        return skip_wrapper

    return decorator


def skipIfDBFeature(*features):
    return _deferred_skip(
        lambda: any(getattr(connection.features, feature, False) for feature in features),
        f"Database has feature(s) {', '.join(features)}",
        "skipIfDBFeature",
    )


def skipUnlessDBFeature(*features):
    return _deferred_skip(
        lambda: not all(getattr(connection.features, feature, True) for feature in features),
        f"Database doesn't support feature(s): {', '.join(features)}",
        "skipUnlessDBFeature",
    )


def skipUnlessAnyDBFeature(*features):
    return _deferred_skip(
        lambda: not any(getattr(connection.features, feature, True) for feature in features),
        f"Database doesn't support any of the feature(s): {', '.join(features)}",
        "skipUnlessAnyDBFeature",
    )


