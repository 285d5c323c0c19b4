"""
The folders of time zones as packages: zoneinfo asks importlib.resources for "Berlin" in "tzdata.zoneinfo.Europe".
"""

import sys
from importlib.machinery import ModuleSpec
from types import ModuleType

from tzdata import _names, time_zone_file


class _File:
    def __init__(self, name):
        self.name = name

    def is_dir(self):
        return False

    def open(self, mode='rb'):
        return time_zone_file(self.name)


class _Folder:
    """A loader of an empty package whose resources are time zones."""

    def __init__(self, prefix):
        self.prefix = prefix

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        pass

    def get_resource_reader(self, fullname):
        return self

    def files(self):
        return self

    def joinpath(self, name):
        return _File(self.prefix + name)


def _install(name, prefix):
    module = sys.modules.get(name) or ModuleType(name)
    module.__spec__ = ModuleSpec(name, _Folder(prefix), is_package=True)
    module.__spec__.submodule_search_locations = []
    module.__path__ = []
    sys.modules[name] = module


def _folders():
    for zone in _names():
        parts = zone.split('/')[:-1]
        for end in range(1, len(parts) + 1):
            yield tuple(parts[:end])


for _parts in set(_folders()):
    _install('.'.join((__name__, *_parts)), '/'.join(_parts) + '/')
_install(__name__, '')
