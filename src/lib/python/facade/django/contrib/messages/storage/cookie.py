"""Messages in a signed cookie."""

import binascii
import json

from _crumbtrail import host
from django.conf import settings
from django.contrib.messages.storage.base import BaseStorage, Message
from django.core import signing
from django.utils.safestring import SafeData, mark_safe


class MessageEncoder(json.JSONEncoder):
    """A message as a list: its mark, whether it is safe, level, text and tags."""

    message_key = "__json_message"

    def default(self, obj):
        if not isinstance(obj, Message):
            return super().default(obj)
        safe = 1 if isinstance(obj.message, SafeData) else 0
        told = obj.extra_tags is not None if host("version.has", "messageKeepsEmptyTags") else obj.extra_tags
        tags = [obj.extra_tags] if told else []
        return [self.message_key, safe, obj.level, obj.message, *tags]


class MessageDecoder(json.JSONDecoder):
    def process_messages(self, obj):
        if isinstance(obj, list) and obj:
            if obj[0] == MessageEncoder.message_key:
                _, safe, level, text, *tags = obj
                return Message(level, mark_safe(text) if safe else text, *tags)
            return [self.process_messages(item) for item in obj]
        if isinstance(obj, dict):
            return {key: self.process_messages(value) for key, value in obj.items()}
        return obj

    def decode(self, s, **kwargs):
        return self.process_messages(super().decode(s, **kwargs))


class MessageSerializer:
    def dumps(self, obj):
        return json.dumps(obj, separators=(",", ":"), cls=MessageEncoder).encode("latin-1")

    def loads(self, data):
        return json.loads(data.decode("latin-1"), cls=MessageDecoder)


class CookieStorage(BaseStorage):
    cookie_name = "messages"
    max_cookie_size = 2048
    not_finished = "__messagesnotfinished__"
    key_salt = "django.contrib.messages"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.signer = signing.get_cookie_signer(salt=self.key_salt)

    def _get(self, *args, **kwargs):
        messages = self._decode(self.request.COOKIES.get(self.cookie_name))
        unfinished = bool(messages) and messages[-1] == self.not_finished
        if unfinished:
            messages.pop()
        return messages, not unfinished

    def _store(self, messages, response, remove_oldest=True, *args, **kwargs):
        parts = [MessageSerializer().dumps(message).decode("latin-1") for message in messages]
        cookie, left = json.loads(
            host("messages.fit", parts, remove_oldest, self.signer.salt, self.signer._key())
        )
        self._update_cookie(cookie, response)
        if not left:
            return []
        return messages[:left] if remove_oldest else messages[len(messages) - left :]

    def _update_cookie(self, encoded_data, response):
        shared = {"domain": settings.SESSION_COOKIE_DOMAIN, "samesite": settings.SESSION_COOKIE_SAMESITE}
        if not encoded_data:
            response.delete_cookie(self.cookie_name, **shared)
            return
        response.set_cookie(
            self.cookie_name,
            encoded_data,
            secure=settings.SESSION_COOKIE_SECURE or None,
            httponly=settings.SESSION_COOKIE_HTTPONLY or None,
            **shared,
        )

    def _encode(self, messages, encode_empty=False):
        if messages or encode_empty:
            return self.signer.sign_object(messages, serializer=MessageSerializer, compress=True)

    def _decode(self, data):
        if not data:
            return None
        try:
            return self.signer.unsign_object(data, serializer=MessageSerializer)
        except (signing.BadSignature, binascii.Error, json.JSONDecodeError):
            # What does not verify counts as looked at: it will be removed.
            self.used = True
            return None
