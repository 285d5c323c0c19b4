"""manage.py shell, for the code that its line brings."""

from django.core.management.base import BaseCommand, CommandError


class Command(BaseCommand):
    help = "Runs a Python interactive interpreter. Tries to use IPython or bpython, if one of them is available."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--no-startup", action="store_true")
        parser.add_argument("-i", "--interface")
        parser.add_argument("-c", "--command")

    def handle(self, **options):
        if options["command"] is None:
            raise CommandError("A prompt cannot be opened from here. Give it code: shell -c \"print(1)\".")
        exec(options["command"], {"__name__": "__main__"})
