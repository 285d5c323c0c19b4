"""The tags and filters that every template has, each imported at its first use."""

from importlib import import_module


class Lazy:
    """Stands for the tag or filter `name` of the table `REGISTERED` in a module."""

    def __init__(self, module, name):
        self.module, self.name = module, name

    def load(self):
        return import_module(self.module).REGISTERED[self.name]

    def __call__(self, *args, **kwargs):
        return self.load()(*args, **kwargs)


def lazy_table(package, names):
    """Lazy entries out of lines such as `{'loops': 'for cycle'}`: module of the package, names in it."""
    return {
        name: Lazy(f'{package}.{module}', name)
        for module, listed in names.items()
        for name in listed.split()
    }
