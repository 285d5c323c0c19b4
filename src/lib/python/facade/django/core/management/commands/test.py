"""manage.py test."""

import sys

from django.conf import settings
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Discover and run tests in the specified modules or the current directory."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("args", metavar="test_label", nargs="*")
        parser.add_argument("--noinput", "--no-input", action="store_false", dest="interactive")
        parser.add_argument("--failfast", action="store_true")
        parser.add_argument("--testrunner")
        parser.add_argument("-t", "--top-level-directory", dest="top_level")
        parser.add_argument("-p", "--pattern", default="test*.py")
        parser.add_argument("--keepdb", action="store_true")
        parser.add_argument("-r", "--reverse", action="store_true")
        parser.add_argument("--debug-mode", action="store_true")
        parser.add_argument("--parallel", nargs="?", default=0)
        parser.add_argument("--tag", action="append", dest="tags")
        parser.add_argument("--exclude-tag", action="append", dest="exclude_tags")
        parser.add_argument("-b", "--buffer", action="store_true")
        parser.add_argument("-k", action="append", dest="test_name_patterns")

    def handle(self, *test_labels, **options):
        from django.test.utils import get_runner

        runner = get_runner(settings, options.pop("testrunner", None))(**options)
        if runner.run_tests(test_labels):
            sys.exit(1)
