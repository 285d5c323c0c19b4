"""Users and logins. What happens to the session is decided by the host; the objects are here."""

import inspect

from _crumbtrail import host, learner_line
from django.conf import settings
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.core.exceptions import ImproperlyConfigured, PermissionDenied

SESSION_KEY = "_auth_user_id"
BACKEND_SESSION_KEY = "_auth_user_backend"
HASH_SESSION_KEY = "_auth_user_hash"
REDIRECT_FIELD_NAME = "next"


def load_backend(path):
    from django.utils.module_loading import import_string

    return import_string(path)()


def _backends():
    pairs = [(load_backend(path), path) for path in settings.AUTHENTICATION_BACKENDS]
    if not pairs:
        raise ImproperlyConfigured(
            "No authentication backends have been defined. Does AUTHENTICATION_BACKENDS contain anything?"
        )
    return pairs


def get_backends():
    return [backend for backend, _ in _backends()]


def get_user_model():
    from django.contrib.auth.models import User

    name = settings.AUTH_USER_MODEL
    if name.lower() != "auth.user":
        if name.count(".") != 1:
            raise ImproperlyConfigured("AUTH_USER_MODEL must be of the form 'app_label.model_name'")
        raise ImproperlyConfigured(f"AUTH_USER_MODEL refers to model '{name}' that has not been installed")
    return User


def authenticate(request=None, **credentials):
    """The user whom one of the backends knows by these credentials; None when none does."""
    for backend, path in _backends():
        try:
            inspect.signature(backend.authenticate).bind(request, **credentials)
        except TypeError:
            continue
        try:
            user = backend.authenticate(request, **credentials)
        except PermissionDenied:
            break
        if user is not None:
            user.backend = path
            return user
    user_login_failed.send(sender=__name__, credentials=_without_secrets(credentials), request=request)
    return None


def _without_secrets(credentials):
    hidden = ("api", "token", "key", "secret", "password", "signature")
    return {
        name: "********************" if any(word in name.lower() for word in hidden) else value
        for name, value in credentials.items()
    }


def _held_id(session):
    """The user's id that a session holds. Raises KeyError when it holds none."""
    return get_user_model()._meta.pk.to_python(session[SESSION_KEY])


def login(request, user, backend=None):
    """Keep the user in the session."""
    session = request.session
    if user is None and not host("version.has", "loginNeedsUser"):
        user = request.user
    if host("version.has", "loginNeedsUser") or hasattr(user, "get_session_auth_hash"):
        hash_ = user.get_session_auth_hash()
    else:
        hash_ = ""
    if SESSION_KEY in session:
        held = _held_id(session)
        step = host("auth.login_step", str(held), session.get(HASH_SESSION_KEY, "") if held == user.pk else "", str(user.pk), hash_)
    else:
        step = host("auth.login_step", None, "", str(user.pk), hash_)
    if step == "Flush":
        session.flush()
    elif step == "CycleKey":
        session.cycle_key()
    path = _backend_path(user, backend)
    session[SESSION_KEY] = str(user._meta.pk.value_from_object(user))
    session[BACKEND_SESSION_KEY] = path
    session[HASH_SESSION_KEY] = hash_
    if hasattr(request, "user"):
        request.user = user
    _tell("login", user)
    from django.middleware.csrf import rotate_token

    rotate_token(request)
    user_logged_in.send(sender=user.__class__, request=request, user=user)


def _backend_path(user, backend):
    backend = backend or getattr(user, "backend", None)
    if backend is None:
        pairs = _backends()
        if len(pairs) != 1:
            raise ValueError(
                "You have multiple authentication backends configured and therefore must provide the `backend` "
                "argument or set the `backend` attribute on the user."
            )
        backend = pairs[0][1]
    if not isinstance(backend, str):
        raise TypeError(f'"backend" must be a dotted import path string (got {backend!r}).')
    return backend


def logout(request):
    """Throw the session away, and the user with it."""
    user = getattr(request, "user", None)
    if not getattr(user, "is_authenticated", True):
        user = None
    user_logged_out.send(sender=user.__class__, request=request, user=user)
    request.session.flush()
    _tell("logout", user)
    if hasattr(request, "user"):
        from django.contrib.auth.models import AnonymousUser

        request.user = AnonymousUser()


def get_user(request):
    """The user whom the session stands for; AnonymousUser when it stands for none any more."""
    from django.contrib.auth.models import AnonymousUser

    return _session_user(request.session) or AnonymousUser()


def _session_user(session):
    try:
        user_id = _held_id(session)
        path = session[BACKEND_SESSION_KEY]
    except KeyError:
        return _resolved("NoLogin")
    if path not in settings.AUTHENTICATION_BACKENDS:
        return _resolved("UnknownBackend")
    user = load_backend(path).get_user(user_id)
    if user is None:
        return _resolved("NoSuchUser")
    if not hasattr(user, "get_session_auth_hash"):
        return user
    hash_ = session.get(HASH_SESSION_KEY)
    current = user.get_session_auth_hash() if hash_ else ""
    verdict = host("auth.verify_session", hash_ or "", current, list(user.get_session_auth_fallback_hash()) if hash_ else [])
    if verdict == "Flush":
        session.flush()
        return _resolved("HashMismatch")
    if verdict == "Renew":
        session.cycle_key()
        session[HASH_SESSION_KEY] = current
    _resolved(verdict, user)
    return user


def _tell(what, user):
    where = learner_line()
    host("auth.tell", what, str(user) if user is not None else None, *(where or (None, 0)))


def _resolved(why, user=None):
    host("auth.resolved", why, str(user) if user is not None else None)


def update_session_auth_hash(request, user):
    """After a change of password: this session goes on, the user's others end."""
    request.session.cycle_key()
    if hasattr(user, "get_session_auth_hash") and request.user == user:
        request.session[HASH_SESSION_KEY] = user.get_session_auth_hash()


def get_permission_codename(action, opts):
    return f"{action}_{opts.model_name}"


def attach_user(request):
    """`request.user`, looked up at its first use; and `await request.auser()` where the version has it."""
    from django.utils.functional import SimpleLazyObject

    def user():
        if not hasattr(request, "_cached_user"):
            request._cached_user = get_user(request)
        return request._cached_user

    async def auser():
        if not hasattr(request, "_acached_user"):
            request._acached_user = get_user(request)
        return request._acached_user

    # As it is called in the text of `request.user` before its first use.
    user.__qualname__ = "AuthenticationMiddleware.process_request.<locals>.<lambda>"
    request.user = SimpleLazyObject(user)
    if host("version.has", "asyncSessions"):
        request.auser = auser


if host("version.has", "asyncSessions"):

    async def aauthenticate(request=None, **credentials):
        return authenticate(request, **credentials)

    async def alogin(request, user, backend=None):
        login(request, user, backend)

    async def alogout(request):
        logout(request)

    async def aget_user(request):
        return get_user(request)

    async def aupdate_session_auth_hash(request, user):
        update_session_auth_hash(request, user)
