"""The installed apps."""

import importlib
import importlib.util

from django.apps import first_looks
from django.core.exceptions import AppRegistryNotReady, ImproperlyConfigured


class AppConfig:
    name = None
    label = None
    default_auto_field = "django.db.models.AutoField"

    def __init__(self, app_name, app_module):
        self.name, self.module = app_name, app_module
        self.label = self.label or app_name.rpartition(".")[2]
        self.verbose_name = getattr(self, "verbose_name", self.label.title())

    def ready(self):
        pass


# Apps of Django whose modules hold nothing that the simulation needs.
_BARE = {
    "django.contrib.admin", "django.contrib.auth", "django.contrib.contenttypes", "django.contrib.messages",
    "django.contrib.sessions", "django.contrib.sites", "django.contrib.staticfiles", "django.contrib.humanize",
}


class Apps:
    def __init__(self):
        self.app_configs = {}
        self._models, self._former = {}, []
        self.ready = self.apps_ready = self.models_ready = False

    def populate(self, installed_apps=None):
        if self.ready:
            return
        for entry in installed_apps or ():
            config = self._config(entry)
            if config.label in self.app_configs:
                raise ImproperlyConfigured(
                    f"Application labels aren't unique, duplicates: {config.label}"
                )
            self.app_configs[config.label] = config
        self.apps_ready = True
        first_looks.look({config.name for config in self.app_configs.values()}, self.app_configs)
        self._import_models()
        self.models_ready = self.ready = True
        for config in self.app_configs.values():
            config.ready()

    def _import_models(self):
        """Import the models of the project's own apps; Django's own are imported when they are needed."""
        names = [config.name for config in self.app_configs.values()]
        if "django.contrib.auth" in names or "django.contrib.admin" in names:
            if "django.contrib.contenttypes" not in names:
                importlib.import_module("django.contrib.contenttypes.models")
        for name in names:
            if not name.startswith("django.") and importlib.util.find_spec(f"{name}.models"):
                importlib.import_module(f"{name}.models")

    def _config(self, entry):
        if entry in _BARE:
            return AppConfig(entry, None)
        try:
            module = importlib.import_module(entry)
        except ImportError:
            path, _, name = entry.rpartition(".")
            module = importlib.import_module(path) if path else None
            if module is None or not hasattr(module, name):
                raise
            config = getattr(module, name)
            return config(config.name, importlib.import_module(config.name))
        try:
            apps_module = importlib.import_module(entry + ".apps")
        except ImportError:
            return AppConfig(entry, module)
        configs = [
            value for value in vars(apps_module).values()
            if isinstance(value, type) and issubclass(value, AppConfig) and value is not AppConfig
        ]
        return (configs[0] if len(configs) == 1 else AppConfig)(entry, module)

    def set_installed_apps(self, installed):
        """Other apps for a while; `unset_installed_apps` brings the former ones back."""
        self._former.append(dict(self.app_configs))
        self.app_configs = {}
        self.ready = self.apps_ready = self.models_ready = False
        self.populate(installed)

    def unset_installed_apps(self):
        self.app_configs = self._former.pop()
        self.ready = self.apps_ready = self.models_ready = True

    def register_model(self, model):
        self._models[model._meta.label_lower] = model

    def get_models(self, include_auto_created=False, include_swapped=False):
        return [model for model in self._models.values() if model._meta.app_label in self.app_configs]

    def get_model(self, app_label, model_name=None, require_ready=True):
        """A model by "app.Model" or by both names. Raises LookupError."""
        if model_name is None:
            app_label, model_name = app_label.split(".")
        config = self.get_app_config(app_label)
        module = f"{config.name}.models"
        if importlib.util.find_spec(module):
            importlib.import_module(module)
        try:
            return self._models[f"{app_label}.{model_name.lower()}"]
        except KeyError:
            raise LookupError(f"App '{app_label}' doesn't have a '{model_name}' model.") from None

    def clear_cache(self):
        pass

    def check_apps_ready(self):
        if not self.apps_ready:
            raise AppRegistryNotReady("Apps aren't loaded yet.")

    def get_app_configs(self):
        return self.app_configs.values()

    def get_app_config(self, app_label):
        try:
            return self.app_configs[app_label]
        except KeyError:
            raise LookupError(f"No installed app with label '{app_label}'.") from None

    def is_installed(self, app_name):
        return any(config.name == app_name for config in self.app_configs.values())


apps = Apps()
