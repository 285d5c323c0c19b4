"""Finds the tests of a project and runs them."""

import importlib
import logging
import os
import unittest

from django import VERSION
from django.test.utils import iter_test_cases, setup_databases, setup_test_environment, teardown_databases
from django.test.utils import teardown_test_environment

__all__ = ("DiscoverRunner",)


class _Loader(unittest.TestLoader):
    pass


class DiscoverRunner:
    test_suite = unittest.TestSuite
    test_runner = unittest.TextTestRunner
    test_loader = _Loader()

    def __init__(self, pattern=None, top_level=None, verbosity=1, interactive=True, failfast=False, keepdb=False,
                 reverse=False, debug_mode=False, debug_sql=False, parallel=0, tags=None, exclude_tags=None,
                 test_name_patterns=None, pdb=False, buffer=False, enable_faulthandler=True, timing=False,
                 shuffle=False, logger=None, durations=None, **kwargs):
        self.pattern = pattern or "test*.py"
        self.top_level, self.verbosity, self.interactive = top_level, verbosity, interactive
        self.failfast, self.keepdb, self.reverse, self.debug_mode = failfast, keepdb, reverse, debug_mode
        self.tags, self.exclude_tags = set(tags or []), set(exclude_tags or [])
        self.patterns = [name if "*" in name else f"*{name}*" for name in test_name_patterns or []] or None
        self.buffer, self.logger = buffer, logger

    def log(self, msg, level=None):
        if self.logger is not None:
            self.logger.log(logging.INFO if level is None else level, msg)
        elif self.verbosity >= 1:
            print(msg)

    def setup_test_environment(self, **kwargs):
        setup_test_environment(debug=self.debug_mode)

    def teardown_test_environment(self, **kwargs):
        teardown_test_environment()

    def load_tests_for_label(self, label, options):
        label = label.removesuffix(os.sep)
        if os.path.isdir(label):
            return self.test_loader.discover(label, pattern=self.pattern, top_level_dir=os.getcwd())
        module, found = _as_module(label)
        if module is not None and found and hasattr(module, "__path__"):
            folder = list(module.__path__)[0]
            return self.test_loader.discover(folder, pattern=self.pattern, top_level_dir=os.getcwd())
        return self.test_loader.loadTestsFromName(label)

    def build_suite(self, test_labels=None, extra_tests=None, **kwargs):
        self.test_loader.testNamePatterns = self.patterns
        found = []
        for label in test_labels or ["."]:
            found += iter_test_cases(self.load_tests_for_label(label, {}))
        found = [test for test in found if self._tagged(test)]
        if VERSION >= (4, 0):
            self.log(f"Found {len(found)} test(s).")
        suite = self.test_suite(_ordered(found))
        return self.test_suite(reversed(list(suite))) if self.reverse else suite

    def _tagged(self, test):
        own = set(getattr(test, "tags", set())) | set(
            getattr(getattr(test, getattr(test, "_testMethodName", ""), None), "tags", set())
        )
        return (not self.tags or bool(own & self.tags)) and not own & self.exclude_tags

    def setup_databases(self, **kwargs):
        return setup_databases(self.verbosity, self.interactive, **kwargs)

    def teardown_databases(self, old_config, **kwargs):
        teardown_databases(old_config, verbosity=self.verbosity)

    def get_resultclass(self):
        return None

    def get_test_runner_kwargs(self):
        return {"failfast": self.failfast, "resultclass": self.get_resultclass(), "verbosity": self.verbosity,
                "buffer": self.buffer}

    def run_checks(self, databases=None):
        from django.core.management import call_command

        call_command("check", verbosity=self.verbosity)

    def run_suite(self, suite, **kwargs):
        return self.test_runner(**self.get_test_runner_kwargs()).run(suite)

    def suite_result(self, suite, result, **kwargs):
        return len(result.failures) + len(result.errors) + len(result.unexpectedSuccesses)

    def run_tests(self, test_labels, extra_tests=None, **kwargs):
        """Run the tests of the labels, or all. Returns how many did not pass."""
        self.setup_test_environment()
        suite = self.build_suite(test_labels, extra_tests)
        needs_database = any(getattr(test, "databases", None) for test in suite)
        old_config = self.setup_databases() if needs_database else []
        result = None
        try:
            self.run_checks()
            result = self.run_suite(suite)
        finally:
            if needs_database:
                self.teardown_databases(old_config)
            self.teardown_test_environment()
        return self.suite_result(suite, result)


def _as_module(label):
    """The module of a dotted name, and whether the whole name is one."""
    try:
        return importlib.import_module(label), True
    except ImportError as error:
        if error.name is None or not (label == error.name or label.startswith(error.name + ".")):
            raise
        return None, False


def _ordered(tests):
    """TestCases first, then other tests of Django, then all others."""
    from django.test import SimpleTestCase, TestCase

    ranks = (TestCase, SimpleTestCase)

    def rank(test):
        return next((at for at, kind in enumerate(ranks) if isinstance(test, kind)), len(ranks))

    return sorted(tests, key=rank)


