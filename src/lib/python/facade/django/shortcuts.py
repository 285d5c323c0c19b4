"""What views use most."""

from django.http import Http404, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.urls import NoReverseMatch, reverse


def render(request, template_name, context=None, content_type=None, status=None, using=None):
    """A template, rendered, as the response."""
    from django.template import loader

    content = loader.render_to_string(template_name, context, request, using=using)
    return HttpResponse(content, content_type, status)


def redirect(to, *args, permanent=False, preserve_request=False, **kwargs):
    """A redirect to an address, a view's name or an object."""
    cls = HttpResponsePermanentRedirect if permanent else HttpResponseRedirect
    return cls(resolve_url(to, *args, **kwargs), preserve_request=preserve_request)


def resolve_url(to, *args, **kwargs):
    if hasattr(to, "get_absolute_url"):
        return to.get_absolute_url()
    to = to if callable(to) else str(to)
    if isinstance(to, str) and to.startswith(("./", "../")):
        return to
    try:
        return reverse(to, args=args, kwargs=kwargs)
    except NoReverseMatch:
        if callable(to) or ("/" not in to and "." not in to):
            raise
    return to


def _queryset(klass):
    return klass._default_manager.all() if hasattr(klass, "_default_manager") else klass


def get_object_or_404(klass, *args, **kwargs):
    queryset = _queryset(klass)
    try:
        return queryset.get(*args, **kwargs)
    except queryset.model.DoesNotExist:
        raise Http404(f"No {queryset.model._meta.object_name} matches the given query.") from None


def get_list_or_404(klass, *args, **kwargs):
    queryset = _queryset(klass)
    found = list(queryset.filter(*args, **kwargs))
    if not found:
        raise Http404(f"No {queryset.model._meta.object_name} matches the given query.")
    return found
