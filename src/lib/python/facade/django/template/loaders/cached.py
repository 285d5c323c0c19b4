"""Other loaders, with what they found kept for the life of the process."""

from django.template.backends.django import copy_exception
from django.template.exceptions import TemplateDoesNotExist
from django.template.loaders.base import Loader as BaseLoader


class Loader(BaseLoader):
    def __init__(self, engine, loaders):
        super().__init__(engine)
        self.loaders = engine.get_template_loaders(loaders)
        self.get_template_cache = {}

    def get_dirs(self):
        for loader in self.loaders:
            if hasattr(loader, 'get_dirs'):
                yield from loader.get_dirs()

    def get_contents(self, origin):
        return origin.loader.get_contents(origin)

    def get_template(self, template_name, skip=None):
        key = self.cache_key(template_name, skip)
        found = self.get_template_cache.get(key)
        if isinstance(found, TemplateDoesNotExist):
            raise copy_exception(found)
        if found is not None:
            return found
        try:
            template = super().get_template(template_name, skip)
        except TemplateDoesNotExist as error:
            # Outside DEBUG only the name is kept.
            kept = copy_exception(error) if self.engine.debug else TemplateDoesNotExist(template_name)
            self.get_template_cache[key] = kept
            raise
        self.get_template_cache[key] = template
        return template

    def get_template_sources(self, template_name):
        for loader in self.loaders:
            yield from loader.get_template_sources(template_name)

    def cache_key(self, template_name, skip=None):
        """The name, with the origins of that name that are passed over."""
        skipped = tuple(origin.name for origin in skip or () if origin.template_name == template_name)
        return str(template_name), skipped

    def reset(self):
        self.get_template_cache.clear()
