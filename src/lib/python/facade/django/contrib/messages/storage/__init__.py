"""Where messages wait for the next page."""


def default_storage(request):
    from django.conf import settings
    from django.utils.module_loading import import_string

    return import_string(settings.MESSAGE_STORAGE)(request)
