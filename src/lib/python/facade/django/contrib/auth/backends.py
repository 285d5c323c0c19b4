"""Who knows users by their credentials."""

from _crumbtrail import host
from django.contrib.auth import get_user_model


class BaseBackend:
    def authenticate(self, request, **kwargs):
        return None

    def get_user(self, user_id):
        return None

    def get_user_permissions(self, user_obj, obj=None):
        return set()

    def get_group_permissions(self, user_obj, obj=None):
        return set()

    def get_all_permissions(self, user_obj, obj=None):
        return {*self.get_user_permissions(user_obj, obj=obj), *self.get_group_permissions(user_obj, obj=obj)}

    def has_perm(self, user_obj, perm, obj=None):
        return perm in self.get_all_permissions(user_obj, obj=obj)


class ModelBackend(BaseBackend):
    """Name and password in auth_user."""

    def authenticate(self, request, username=None, password=None, **kwargs):
        model = get_user_model()
        if username is None:
            username = kwargs.get(model.USERNAME_FIELD)
        if username is None or password is None:
            return None
        try:
            user = model._default_manager.get_by_natural_key(username)
        except model.DoesNotExist:
            return None
        if user.check_password(password) and self.user_can_authenticate(user):
            return user
        return None

    def user_can_authenticate(self, user):
        return getattr(user, "is_active", True)

    def get_user(self, user_id):
        model = get_user_model()
        try:
            user = model._default_manager.get(pk=user_id)
        except model.DoesNotExist:
            return None
        return user if self.user_can_authenticate(user) else None

    def _permissions(self, user_obj, obj, kind):
        if not user_obj.is_active or user_obj.is_anonymous or obj is not None:
            return set()
        cache = f"_{kind}_perm_cache"
        if not hasattr(user_obj, cache):
            asked = "all" if user_obj.is_superuser else kind
            setattr(user_obj, cache, set(host("auth.permissions", asked, user_obj.pk)))
        return getattr(user_obj, cache)

    def get_user_permissions(self, user_obj, obj=None):
        return self._permissions(user_obj, obj, "user")

    def get_group_permissions(self, user_obj, obj=None):
        return self._permissions(user_obj, obj, "group")

    def get_all_permissions(self, user_obj, obj=None):
        if not user_obj.is_active or user_obj.is_anonymous or obj is not None:
            return set()
        if not hasattr(user_obj, "_perm_cache"):
            user_obj._perm_cache = super().get_all_permissions(user_obj)
        return user_obj._perm_cache

    def has_perm(self, user_obj, perm, obj=None):
        return user_obj.is_active and super().has_perm(user_obj, perm, obj=obj)

    def has_module_perms(self, user_obj, app_label):
        perms = self.get_all_permissions(user_obj)
        return user_obj.is_active and any(perm.partition(".")[0] == app_label for perm in perms)


class AllowAllUsersModelBackend(ModelBackend):
    def user_can_authenticate(self, user):
        return True
