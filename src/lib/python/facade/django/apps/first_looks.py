"""What Django's own apps already ask of the settings while they are loaded."""

from django import VERSION
from django.core.exceptions import ImproperlyConfigured


def look(names, labels):
    """`names`: the installed apps' modules; `labels`: their labels. Raises what the import of their models raises."""
    from django.conf import settings

    if "django.contrib.auth" in names:
        _check_language(settings)
        _check_user_model(settings.AUTH_USER_MODEL, labels)
    if "django.contrib.admin" in names and VERSION < (4, 0):
        # The forms of auth sign links to reset a password.
        settings.SECRET_KEY


def _check_language(settings):
    if not settings.USE_I18N:
        return
    known = {code.partition("-")[0] for code, _ in settings.LANGUAGES} | {"en"}
    code = settings.LANGUAGE_CODE
    if code.lower().partition("-")[0] not in known:
        raise OSError(f"No translation files found for default language {code}.")


def _check_user_model(name, labels):
    if name == "auth.User":
        return
    try:
        label, _ = name.split(".")
    except ValueError:
        raise ImproperlyConfigured("AUTH_USER_MODEL must be of the form 'app_label.model_name'") from None
    if label not in labels:
        raise ImproperlyConfigured(f"AUTH_USER_MODEL refers to model '{name}' that has not been installed")
