"""What a command of the project's own builds on."""

import argparse
import sys

from _crumbtrail import host


class CommandError(Exception):
    """The command cannot go on; manage.py prints the message and ends with the return code."""

    def __init__(self, *args, returncode=1, **kwargs):
        self.returncode = returncode
        super().__init__(*args, **kwargs)


class SystemCheckError(CommandError):
    """The system checks found errors."""


class CommandParser(argparse.ArgumentParser):
    """An argument parser that raises CommandError when a program calls it, instead of ending the process."""

    def __init__(self, *, missing_args_message=None, called_from_command_line=None, **kwargs):
        self.missing_args_message = missing_args_message
        self.called_from_command_line = called_from_command_line
        super().__init__(**kwargs)

    def error(self, message):
        if self.called_from_command_line:
            super().error(message)
        raise CommandError(f"Error: {message}")


class OutputWrapper:
    """A stream whose lines end by themselves."""

    def __init__(self, out, ending="\n"):
        self._out = out
        self.ending = ending

    def __getattr__(self, name):
        return getattr(self._out, name)

    def write(self, msg="", style_func=None, ending=None):
        ending = self.ending if ending is None else ending
        if ending and not msg.endswith(ending):
            msg += ending
        self._out.write(style_func(msg) if style_func else msg)


class _NoStyle:
    """Colours are off: the output is no terminal."""

    def __getattr__(self, name):
        return lambda text: text


def no_style():
    return _NoStyle()


class BaseCommand:
    """A command: `handle` does the work."""

    help = ""
    requires_migrations_checks = False
    requires_system_checks = "__all__"

    def __init__(self, stdout=None, stderr=None, no_color=False, force_color=False):
        self.stdout = OutputWrapper(stdout or sys.stdout)
        self.stderr = OutputWrapper(stderr or sys.stderr)
        self.style = no_style()

    def get_version(self):
        return ".".join(str(part) for part in host("version.release"))

    def create_parser(self, prog_name, subcommand, **kwargs):
        parser = CommandParser(prog=f"{prog_name} {subcommand}", description=self.help or None, **kwargs)
        parser.add_argument("--version", action="version", version=self.get_version())
        parser.add_argument("-v", "--verbosity", default=1, type=int, choices=[0, 1, 2, 3])
        parser.add_argument("--settings")
        parser.add_argument("--pythonpath")
        parser.add_argument("--traceback", action="store_true")
        parser.add_argument("--no-color", action="store_true")
        parser.add_argument("--force-color", action="store_true")
        parser.add_argument("--skip-checks", action="store_true")
        self.add_arguments(parser)
        return parser

    def add_arguments(self, parser):
        pass

    def execute(self, *args, **options):
        if options.get("stdout"):
            self.stdout = OutputWrapper(options["stdout"])
        if options.get("stderr"):
            self.stderr = OutputWrapper(options["stderr"])
        output = self.handle(*args, **options)
        if output:
            self.stdout.write(output)
        return output

    def handle(self, *args, **options):
        raise NotImplementedError("subclasses of BaseCommand must provide a handle() method")


class AppCommand(BaseCommand):
    missing_args_message = "Enter at least one application label."


class LabelCommand(BaseCommand):
    label = "label"
    missing_args_message = f"Enter at least one {label}."

    def add_arguments(self, parser):
        parser.add_argument("args", metavar=self.label, nargs="+")

    def handle(self, *labels, **options):
        return "\n".join(filter(None, (self.handle_label(label, **options) for label in labels)))

    def handle_label(self, label, **options):
        raise NotImplementedError("subclasses of LabelCommand must provide a handle_label() method")
