"""The simulated processes ("spaces"): what is a process's own, and the switch from one to another."""

import atexit
import decimal
import gc
import importlib
import importlib.machinery
import linecache
import os
import sys
import warnings
import zipimport

PROJECT = "/project"
_PREFIX = PROJECT + "/"

# Modules of the standard library that hold a process's state: each process imports its own.
_STATEFUL = ("logging", "random", "statistics", "tempfile")
# Modules of ours that belong to the machine, not to a process.
_MACHINE = (
    "_crumbtrail",
    "_crumbtrail_digest",
    "_crumbtrail_image",
    "_crumbtrail_js",
    "_crumbtrail_spaces",
    "_pyodide",
    "js",
    "pyodide",
    "tzdata",
)
# Attributes of `sys` that a program may set.
SYS = ("argv", "displayhook", "excepthook", "stderr", "stdin", "stdout")

_OBJECTS_BETWEEN_COLLECTIONS = 20_000
# How many texts of projects are kept compiled.
_KEPT_CODES = 200

_ZIPS = ("/facade.zip", "/lib/python314.zip")


class _Keeper(zipimport.zipimporter):
    """Imports from a zip that never changes, and keeps the code of what every process imports anew."""

    codes = {}

    def get_code(self, fullname):
        code = self.codes.get(fullname)
        if code is None:
            code = super().get_code(fullname)
            if _is_own_by_name(fullname.partition(".")[0]) or self.archive == _ZIPS[0]:
                self.codes[fullname] = code
        return code

    def invalidate_caches(self):
        pass


def _keep(path):
    if not path.startswith(_ZIPS):
        raise ImportError(path)
    return _Keeper(path)


_codes = {}


def compiled(source, path):
    """The code of a project's file, and whether compiling it warns. What was compiled before is there already."""
    known = _codes.get((path, source))
    if known is None:
        with warnings.catch_warnings(record=True) as warned:
            warnings.simplefilter("always")
            code = compile(source, path, "exec", dont_inherit=True, optimize=-1)
        if len(_codes) >= _KEPT_CODES:
            _codes.clear()
        known = _codes[path, source] = (code, bool(warned))
    return known


def _in_project(path):
    if path != PROJECT and not path.startswith(_PREFIX):
        raise ImportError(path)
    return importlib.machinery.FileFinder(
        path,
        (_ProjectLoader, importlib.machinery.SOURCE_SUFFIXES),
        (importlib.machinery.SourcelessFileLoader, importlib.machinery.BYTECODE_SUFFIXES),
    )


class _Found:
    """Finds the submodules of Django, which lie where they lay before. First on `sys.meta_path`."""

    def __init__(self):
        self._known = {}

    def find_spec(self, name, path=None, target=None):
        if path is None or not name.startswith("django.") or not path or not path[0].startswith(_ZIPS[0]):
            return None
        key = (name, path[0])
        known = self._known.get(key)
        if known is None:
            spec = importlib.machinery.PathFinder.find_spec(name, path, target)
            if spec is not None:
                self._known[key] = (spec.loader, spec.origin, spec.submodule_search_locations)
            return spec
        loader, origin, locations = known
        spec = importlib.machinery.ModuleSpec(name, loader, origin=origin, is_package=locations is not None)
        spec.has_location = True
        if locations is not None:
            spec.submodule_search_locations = list(locations)
        return spec


class _ProjectLoader(importlib.machinery.SourceFileLoader):
    """Imports a file of a project; the code of a text that was compiled before is there already."""

    def source_to_code(self, data, path, **options):
        code, warned = compiled(bytes(data), path)
        return super().source_to_code(data, path, **options) if warned else code


class _Space:
    """One simulated process: what must be its own while another one runs."""

    def __init__(self, id):
        self.id = id
        self.modules = {}
        self.finders = {}
        self.environ = dict(_environ)
        self.path = list(_path)
        self.sys = dict(_sys)
        self.decimal = decimal.DefaultContext.copy()
        self.warnings = list(_warnings)
        # What `call` has resolved: "module:function" -> function.
        self.targets = {}


_spaces = {}
_current = None
_environ = {}
_path = []
_sys = {}
_warnings = []
_roots = {}  # top-level module name -> whether it is a process's own
_known = 0  # how many modules there were when the current process was entered,
_last = None  # and the name of the last of them
_projects = set()  # top-level modules that are the current process's own, and not Django's
_nothing = "(nothing)"
_untouched = {}  # name of a shared module -> its attributes as they were first seen


def install():
    """Make the interpreter one that holds processes. Called once, before the first."""
    # Nothing forks here, and what waits for a fork would keep a process's modules alive.
    os.register_at_fork = lambda **_: None
    sys.path_hooks.insert(0, _keep)
    sys.path_hooks.insert(0, _in_project)
    sys.meta_path.insert(0, _Found())
    for place in [place for place in sys.path_importer_cache if place.startswith(_ZIPS)]:
        del sys.path_importer_cache[place]
    sys.path.insert(0, PROJECT)
    for name in own_names():
        del sys.modules[name]
    _environ.update(os.environ._data)
    _path.extend(sys.path)
    _sys.update((name, getattr(sys, name)) for name in SYS)
    _warnings.extend(warnings.filters)
    _note_shared()
    gc.collect()
    gc.freeze()
    # A process that starts makes some twenty thousand objects that stay.
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS, 10)


def create(id):
    """A new process; it is entered."""
    if not _spaces:
        _restore_shared()
    space = _Space(id)
    _spaces[id] = space
    enter(id)
    # Imported now, so that its seed is always the first chance that a process draws.
    importlib.import_module("random")
    return space


def enter(id):
    """Switch to a process: put away what is the current one's own."""
    global _current, _known, _last
    space = _spaces[id]
    before = _current
    if before is space:
        return space
    modules = sys.modules
    if before is not None:
        _put_away(before)
        for name in before.modules.keys() - space.modules.keys():
            del modules[name]
    modules.update(space.modules)
    _known, _last = len(modules), next(reversed(modules))
    _take_out(space)
    _current = space
    return space


def leave():
    """Put away the current process; none is entered."""
    global _current
    if _current is not None:
        _put_away(_current)
        for name in _current.modules:
            del sys.modules[name]
        _current = None


def load_outside(name):
    """Import a module of the machine's while no process is entered, so that none has anything of it."""
    leave()
    importlib.import_module(name)
    _note_shared()
    for own in own_names():
        del sys.modules[own]


def end(id):
    """End a process: all that was its own is gone."""
    if _current is not None and _current.id == id:
        leave()
    del _spaces[id]
    if not _spaces:
        # What was to run at the interpreter's end would keep the process's modules alive.
        atexit._clear()
        gc.collect()


def _put_away(space):
    modules = sys.modules
    if len(modules) != _known or next(reversed(modules)) != _last or space.modules.keys() - modules.keys():
        _note_shared()
        space.modules = {name: modules[name] for name in own_names()}
    else:
        space.modules = dict(zip(space.modules, map(modules.get, space.modules)))
    cache = sys.path_importer_cache
    space.finders = {place: cache.pop(place) for place in list(cache) if place.startswith(PROJECT)}
    space.environ = os.environ._data.copy()
    space.path = sys.path[:]
    space.sys = {name: getattr(sys, name, None) for name in SYS}
    space.decimal = decimal.getcontext()
    space.warnings = warnings.filters[:]


def _take_out(space):
    sys.path_importer_cache.update(space.finders)
    _set_environ(space.environ)
    sys.path[:] = space.path
    for name, value in space.sys.items():
        setattr(sys, name, value)
    decimal.setcontext(space.decimal)
    if warnings.filters != space.warnings:
        warnings.filters[:] = space.warnings
        warnings._filters_mutated_lock_held()
    linecache.cache.clear()


def _set_environ(wanted):
    data = os.environ._data
    if data == wanted:
        return
    for key in data.keys() - wanted.keys():
        del os.environ[os.fsdecode(key)]
    for key, value in wanted.items():
        if data.get(key) != value:
            os.environ[os.fsdecode(key)] = os.fsdecode(value)


def forget_sources():
    """Project files have changed: nothing that was read from them holds."""
    linecache.cache.clear()
    importlib.invalidate_caches()


# --- Which modules are a process's own ------------------------------------------------------------


def own_names():
    """The names of the modules that are the current process's own."""
    global _projects
    roots = _roots
    names = []
    projects = {"__console__", "__main__"}
    for name in list(sys.modules):
        root = name.partition(".")[0]
        own = roots.get(root)
        if own is None:
            own = _is_own(root)
        if own:
            names.append(name)
            if not _is_own_by_name(root):
                projects.add(root)
    _projects = projects
    return names


def _is_own(root):
    """Whether a top-level module is a process's own. What a project calls so may be another's library: not kept."""
    if _is_own_by_name(root):
        own = _roots[root] = True
        return own
    if root in _MACHINE:
        own = _roots[root] = False
        return own
    spec = getattr(sys.modules.get(root), "__spec__", None)
    places = [getattr(spec, "origin", None) or "", *(getattr(spec, "submodule_search_locations", None) or ())]
    if any(place.startswith((_ZIPS[0], PROJECT)) for place in places):
        return True
    return spec is None and root != "__main__"


def _is_own_by_name(root):
    return root == "django" or root in _STATEFUL


def is_own(module):
    """Whether a module, by its name, is a process's own and not a stateful one of the standard library."""
    root = module.partition(".")[0]
    return root == "django" or is_projects(module)


def is_projects(module):
    """Whether a module, by its name, was the project's or the shell's when `own_names` was asked last."""
    return module.partition(".")[0] in _projects


# --- What processes share stays as it was ------------------------------------------------------------


def _note_shared():
    """Remember the attributes of shared modules that are new here."""
    for name, module in list(sys.modules.items()):
        if name in _untouched or name.partition(".")[0] in ("sys", "importlib", "warnings", *_MACHINE):
            continue
        if name.startswith("_frozen") or _roots.get(name.partition(".")[0]) or _is_own(name.partition(".")[0]):
            continue
        if isinstance(getattr(module, "__dict__", None), dict):
            _untouched[name] = dict(module.__dict__)


def _restore_shared():
    """Undo what earlier processes have set on shared modules, so that every world begins the same."""
    for name, attributes in _untouched.items():
        module = sys.modules.get(name)
        if module is None:
            continue
        current = module.__dict__
        if _same(current, attributes):
            continue
        for key in [key for key in current if key not in attributes]:
            if not isinstance(current[key], type(sys)):
                del current[key]
        for key, value in attributes.items():
            if key not in current or current[key] is not value:
                current[key] = value


def _same(current, attributes):
    return len(current) == len(attributes) and all(map(_is, current.values(), attributes.values()))


def _is(one, other):
    return one is other


def set_on_shared():
    """What processes have set on modules that they share: ("module.name", value), in a fixed order."""
    for name, attributes in sorted(_untouched.items()):
        current = getattr(sys.modules.get(name), "__dict__", attributes)
        if _same(current, attributes):
            continue
        for key in sorted(current.keys() | attributes.keys()):
            value = current.get(key, _nothing)
            if value is not attributes.get(key, _nothing) and not isinstance(value, type(sys)):
                yield f"{name}.{key}", value
