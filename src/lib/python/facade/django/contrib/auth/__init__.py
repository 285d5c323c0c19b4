"""Users and logins."""


def attach_user(request):
    """`request.user`, looked up at its first use."""
    from django.contrib.auth.models import AnonymousUser
    from django.utils.functional import SimpleLazyObject

    request.user = SimpleLazyObject(AnonymousUser)
