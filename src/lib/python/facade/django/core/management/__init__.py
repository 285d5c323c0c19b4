"""Management commands. Django's own are run by the host; those of the project are Python."""

import importlib
import json
import sys

from _crumbtrail import host
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser  # noqa: F401

# Commands of Django's whose work is Python's.
_IN_PYTHON = ("shell", "test")
# Where the command that runs now writes: (stdout, stderr).
_streams = []


def run_line(line):
    """Run a line as it is typed; with "manage.py" or "django-admin" before it, as a terminal shows it."""
    import shlex

    words = shlex.split(line)
    terminal, words = _without_program(words)
    if terminal is None:
        call_command(*words, stderr=_Nowhere())
    else:
        ManagementUtility([terminal, *words]).execute()


class _Nowhere:
    def write(self, text):
        return len(text)


def _without_program(words):
    if words[:1] in (["python"], ["python3"], ["py"]):
        words = words[2:] if words[1:2] == ["-m"] and words[2:3] == ["django"] else words[1:]
        words = ["manage.py", *words[1:]] if words[:1] else words
    name = words[0].rpartition("/")[2] if words else ""
    return (name, words[1:]) if name in ("manage.py", "django-admin") else (None, words)


def call_command(command_name, *args, **options):
    """Run a command from a program."""
    import django

    django.setup()
    if isinstance(command_name, BaseCommand):
        return _call_own(command_name, command_name.__class__.__module__.rpartition(".")[2], args, options)
    own = load_own_command(command_name)
    if own is not None:
        return _call_own(own, command_name, args, options)
    if not host("command.known", command_name):
        raise CommandError(f"Unknown command: {command_name!r}")
    stdout, stderr = options.pop("stdout", None), options.pop("stderr", None)
    return run_hosted(command_name, [*map(str, _flat(args)), *_words(options)], stdout, stderr)


def run_hosted(name, words, stdout=None, stderr=None):
    _streams.append((stdout or sys.stdout, stderr or sys.stderr))
    try:
        host("command.run", name, words)
    finally:
        _streams.pop()


def _flat(args):
    for arg in args:
        if isinstance(arg, (list, tuple)):
            yield from arg
        else:
            yield arg


def _words(options):
    """Keyword arguments as the words that a command line would have."""
    words, positional = [], []
    for name, value in options.items():
        if value is None or value is False or name in ("skip_checks", "no_color", "force_color"):
            continue
        if name in ("app_label", "migration_name", "command_name"):
            positional.append(str(value))
            continue
        flag = {"interactive": "--no-input", "check_unapplied": "--check"}.get(name, "--" + name.replace("_", "-"))
        if name == "interactive" or value is True:
            if name != "interactive":
                words.append(flag)
            continue
        words += [flag, str(value)]
    return positional + words


def _call_own(command, name, args, options):
    parser = command.create_parser("", name)
    known = {action.dest for action in parser._actions}
    parse_args = [str(arg) for arg in _flat(args)]
    defaults = vars(parser.parse_args(args=parse_args))
    extra = {"stdout", "stderr", *getattr(command, "stealth_options", ()), "skip_checks", "force_color", "no_color"}
    unknown = sorted(set(options) - known - extra)
    if unknown:
        valid = ", ".join(sorted(known | extra))
        raise TypeError(f"Unknown option(s) for {name} command: {', '.join(unknown)}. Valid options are: {valid}.")
    values = {**defaults, **options}
    return command.execute(*values.pop("args", ()), **values)


def load_own_command(name):
    """A command from `management/commands` of an app of the project, the last app first; None without one."""
    if name in _IN_PYTHON:
        return importlib.import_module(f"django.core.management.commands.{name}").Command()
    from django.apps import apps

    if not name.isidentifier():
        return None
    for config in reversed(list(apps.get_app_configs())):
        if config.name.startswith("django."):
            continue
        path = f"{config.name}.management.commands.{name}"
        try:
            module = importlib.import_module(path)
        except ModuleNotFoundError as error:
            if error.name and path.startswith(error.name):
                continue
            raise
        return module.Command()
    return None


class ManagementUtility:
    """manage.py and django-admin: a command line, and what a terminal shows of it."""

    def __init__(self, argv=None):
        import os

        self.argv = list(argv or sys.argv)
        self.prog_name = os.path.basename(self.argv[0]) if self.argv else "manage.py"

    def execute(self):
        from _crumbtrail import describe

        import django

        django.setup()
        name, words = (self.argv[1] if len(self.argv) > 1 else "help"), self.argv[2:]
        own = load_own_command(name)
        try:
            if own is not None:
                parser = own.create_parser(self.prog_name, name)
                values = vars(parser.parse_args(words))
                own.execute(*values.pop("args", ()), **values)
            else:
                _streams.append((sys.stdout, sys.stderr))
                try:
                    host("command.terminal", self.prog_name, name, words)
                finally:
                    _streams.pop()
        except CommandError as error:
            # The checks say their own name.
            own_name = f"{error.__class__.__name__}: "
            text = str(error)
            sys.stderr.write((text if text.startswith(own_name) else own_name + text) + "\n")
        except SystemExit:
            pass
        except Exception as error:
            sys.stderr.write(describe(error)["traceback"] + "\n")


def execute_from_command_line(argv=None):
    ManagementUtility(argv).execute()


# --- What the host asks while a command runs ----------------------------------------------------


def write(text):
    _streams[-1][0].write(text)


def write_error(text):
    _streams[-1][1].write(text)


def told_apps():
    from django.apps import apps

    return json.dumps([{"label": config.label, "module": config.name} for config in apps.get_app_configs()])


def clear_expired():
    """Have the engine forget what is over. Returns False when it cannot."""
    engine = importlib.import_module(settings.SESSION_ENGINE)
    try:
        engine.SessionStore.clear_expired()
    except NotImplementedError:
        return False
    return True
