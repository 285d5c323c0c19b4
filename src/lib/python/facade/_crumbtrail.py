"""The bridge between Python and the TypeScript around it, and the simulated processes ("spaces")."""

import builtins
import importlib
import os
import sys
import time
import traceback

import _crumbtrail_js as _js
import _crumbtrail_spaces
from pyodide.ffi import to_js
from js import Object

_PREFIX = _crumbtrail_spaces.PROJECT + "/"
_PLAIN = (str, int, float, bool, type(None))


# --- Python to TypeScript -----------------------------------------------------------------------


def host(name, *args):
    """Call the TypeScript function `name` of the current space; plain values in, a plain value out."""
    for arg in args:
        if not isinstance(arg, _PLAIN):
            args = [_to_plain_js(arg) for arg in args]
            break
    answer = _js.call(name, *args)
    if type(answer) in _PLAIN:
        return answer
    kind = getattr(answer, "crumbtrail", None)
    if kind is None:
        return _from_js(answer)
    if kind == "raised":
        raise _errors.pop(answer.id)
    raise _exception(answer.type, answer.message, answer.args)


def _to_plain_js(value):
    if isinstance(value, _PLAIN):
        return value
    return to_js(value, dict_converter=Object.fromEntries)


def _exception(type_name, message, args):
    module, _, name = type_name.rpartition(".")
    found = getattr(importlib.import_module(module) if module else builtins, name)
    return found(*args.to_py()) if args is not None else found(message)


# --- TypeScript to Python -----------------------------------------------------------------------

# Exceptions on their way through TypeScript, by id.
_errors = {}
_next_error = 0
# What `call` has resolved in the current space.
_targets = {}


def call(target, *args):
    """Call "module:function" with plain arguments. On an exception tell TypeScript and answer None."""
    try:
        return (_targets.get(target) or _resolve(target))(*args)
    except BaseException as error:
        _tell(error)


def call_js(target, *args):
    """As `call`, for arguments that need converting."""
    return call(target, *[_from_js(arg) for arg in args])


def _from_js(value):
    if isinstance(value, _PLAIN):
        return value
    value = value.to_py()
    return value.tobytes() if type(value) is memoryview else value


def plain(value):
    """A list, tuple or dict as plain JavaScript values."""
    return to_js(value, dict_converter=Object.fromEntries)


def _resolve(target):
    module, _, name = target.partition(":")
    function = getattr(importlib.import_module(module), name)
    _targets[target] = function
    return function


def _tell(error):
    global _next_error
    _next_error += 1
    _errors[_next_error] = error
    if len(_errors) > 64:
        _errors.pop(next(iter(_errors)))
    report = describe(error)
    _js.raised(_next_error, to_js(report, dict_converter=Object.fromEntries))


def forget_errors():
    """Let go of all exceptions, and with them of what the frames of a stopped call held."""
    import gc

    _errors.clear()
    gc.collect()


def describe(error):
    """An exception as TypeScript's PythonError: type, message, the learner's frames and their traceback."""
    frames = _learner_frames(error)
    try:
        message = str(error)
    except Exception as broken:
        message = f"<str() of this exception raised {type(broken).__name__}>"
    # A stop in the middle of a deep recursion leaves little room to tell of it.
    lines = ["Traceback (most recent call last):"] if frames else []
    for frame in frames:
        lines.append(f'  File "{frame["path"]}", line {frame["line"]}, in {frame["function"]}')
        if frame["text"]:
            lines.append(f"    {frame['text']}")
    lines.append("".join(traceback.format_exception_only(type(error), error)).rstrip("\n").replace(_PREFIX, ""))
    return {"type": type(error).__name__, "message": message, "frames": frames, "traceback": "\n".join(lines)}


def _learner_frames(error):
    frames = []
    for summary in traceback.extract_tb(error.__traceback__):
        if summary.filename.startswith(_PREFIX) or summary.filename == "<console>":
            frames.append(_frame(summary.filename, summary.lineno, summary.name, summary.line))
    if isinstance(error, SyntaxError) and str(error.filename or "").startswith(_PREFIX):
        frames.append(_frame(error.filename, error.lineno, "<module>", (error.text or "").strip()))
    return frames


def _frame(path, line, function, text):
    return {"path": path.removeprefix(_PREFIX), "line": line or 0, "function": function, "text": text or ""}


def learner_line():
    """(path, line) of the innermost frame in a file of the project, or None."""
    frame = sys._getframe(1)
    while frame is not None:
        path = frame.f_code.co_filename
        if path.startswith(_PREFIX):
            return path[len(_PREFIX) :], frame.f_lineno
        frame = frame.f_back
    return None


def learner_place():
    """The learner's line as "path:line", or "" where there is none."""
    where = learner_line()
    return "" if where is None else f"{where[0]}:{where[1]}"


# --- Output -------------------------------------------------------------------------------------


class _Output:
    """Standard output or error of the current space, told line by line, with the learner's line that wrote it."""

    encoding = "utf-8"
    errors = "strict"

    def __init__(self, stream):
        self._rest = ""
        self._stream = stream

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        self._rest += text
        if "\n" in self._rest:
            whole, _, self._rest = self._rest.rpartition("\n")
            self._tell(whole + "\n")
        elif len(self._rest) > 65536:
            self.flush_all()
        if self._rest:
            _js.unfinished()
        return len(text)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def flush(self):
        pass

    def flush_all(self):
        if self._rest:
            rest, self._rest = self._rest, ""
            self._tell(rest)

    def _tell(self, text):
        where = learner_line()
        if where is None:
            _js.write(self._stream, text)
        else:
            _js.write(self._stream, text, where[0], where[1])

    def isatty(self):
        return False

    def writable(self):
        return True

    def readable(self):
        return False


output = _Output("stdout")
errors = _Output("stderr")


def flush_output():
    output.flush_all()
    errors.flush_all()


# --- Spaces -------------------------------------------------------------------------------------


def create_space(id):
    """A new process with its own modules, random state and environment; it is entered."""
    global _targets
    _targets = _crumbtrail_spaces.create(id).targets


def enter_space(id):
    """Switch to a process."""
    global _targets
    _targets = _crumbtrail_spaces.enter(id).targets


def end_space(id):
    """End a process: all that was its own is gone."""
    _errors.clear()
    _targets.clear()
    _crumbtrail_spaces.end(id)


def load_outside(name):
    """Import one of our own modules while no process is entered."""
    _crumbtrail_spaces.load_outside(name)


def set_file(path, text):
    """Write a project file of the current space (None removes it)."""
    full = _PREFIX + path
    if text is None:
        if os.path.exists(full):
            os.unlink(full)
    else:
        os.makedirs(os.path.dirname(full), exist_ok=True)
        with open(full, "w", encoding="utf-8", newline="") as file:
            file.write(text)
    _crumbtrail_spaces.forget_sources()


# --- The machine --------------------------------------------------------------------------------


def _sleep(seconds):
    """time.sleep: the virtual clock moves on; nothing waits."""
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    _js.sleep(float(seconds) * 1e6)


def install():
    """Make this interpreter a simulated machine. Called once, before the first space."""
    time.sleep = _sleep
    sys.stdout, sys.stderr = output, errors
    sys.dont_write_bytecode = True
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")
    _crumbtrail_spaces.install()
