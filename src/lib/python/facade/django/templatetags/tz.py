"""Time zones in templates."""

from datetime import datetime, tzinfo
from datetime import timezone as fixed

from django.template.exceptions import TemplateSyntaxError
from django.template.library import Library
from django.template.nodes import Node
from django.utils import timezone

register = Library()


class _Converted(datetime):
    """A time that a filter has put into its zone; templates leave it there."""

    convert_to_local_time = False


@register.filter
def localtime(value):
    return do_timezone(value, timezone.get_current_timezone())


@register.filter
def utc(value):
    return do_timezone(value, fixed.utc)


def _zone(arg):
    """The time zone, or None when there is no such one."""
    if isinstance(arg, tzinfo):
        return arg
    if not isinstance(arg, str):
        return None
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(arg)
    except ZoneInfoNotFoundError:
        return None


@register.filter('timezone')
def do_timezone(value, arg):
    """The time in that zone; "" for anything that is no time or no zone."""
    if not isinstance(value, datetime):
        return ''
    try:
        if timezone.is_naive(value):
            value = timezone.make_aware(value, timezone.get_default_timezone())
    except Exception:
        return ''
    zone = _zone(arg)
    if zone is None:
        return ''
    moved = timezone.localtime(value, zone)
    return _Converted.combine(moved.date(), moved.timetz())


class LocalTimeNode(Node):
    def __init__(self, nodelist, use_tz):
        self.nodelist = nodelist
        self.use_tz = use_tz

    def render(self, context):
        outside, context.use_tz = context.use_tz, self.use_tz
        output = self.nodelist.render(context)
        context.use_tz = outside
        return output


class TimezoneNode(Node):
    def __init__(self, nodelist, tz):
        self.nodelist = nodelist
        self.tz = tz

    def render(self, context):
        with timezone.override(self.tz.resolve(context)):
            return self.nodelist.render(context)


class GetCurrentTimezoneNode(Node):
    def __init__(self, variable):
        self.variable = variable

    def render(self, context):
        context[self.variable] = timezone.get_current_timezone_name()
        return ''


@register.tag('localtime')
def localtime_tag(parser, token):
    words = token.split_contents()
    if len(words) > 2 or words[1:] not in ([], ['on'], ['off']):
        raise TemplateSyntaxError(f"{words[0]!r} argument should be 'on' or 'off'")
    nodelist = parser.parse(('endlocaltime',))
    parser.delete_first_token()
    return LocalTimeNode(nodelist, words[1:] != ['off'])


@register.tag('timezone')
def timezone_tag(parser, token):
    words = token.split_contents()
    if len(words) != 2:
        raise TemplateSyntaxError(f"'{words[0]}' takes one argument (timezone)")
    zone = parser.compile_filter(words[1])
    nodelist = parser.parse(('endtimezone',))
    parser.delete_first_token()
    return TimezoneNode(nodelist, zone)


@register.tag('get_current_timezone')
def get_current_timezone_tag(parser, token):
    words = token.contents.split()
    if len(words) != 3 or words[1] != 'as':
        raise TemplateSyntaxError(
            f"'get_current_timezone' requires 'as variable' (got {words!r})"
        )
    return GetCurrentTimezoneNode(words[2])
