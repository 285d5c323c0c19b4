"""How variables are looked up, called, escaped and shown."""

from cases._write import group

CLASSES = '''
class Person:
    kind = 'human'
    def __init__(self, name):
        self.name = name
        self._secret = 'hidden'
    def greet(self):
        return 'hi ' + self.name
    def with_argument(self, x):
        return x
    def with_default(self, x=3):
        return x
    @property
    def upper(self):
        return self.name.upper()
    @property
    def broken(self):
        raise AttributeError('inside the property')
    @property
    def failing(self):
        raise ValueError('from the property')
    @classmethod
    def made(cls):
        return cls('class')
    def raises(self):
        raise RuntimeError('from the method')
    def type_error(self):
        raise TypeError('from the method')
    def delete(self):
        return 'deleted'
    delete.alters_data = True
    def __str__(self):
        return '<' + self.name + '>'
class Quiet(Exception):
    silent_variable_failure = True
class Silent:
    def fails(self):
        raise Quiet('quiet')
    @property
    def prop(self):
        raise Quiet('quiet')
class Lookup(dict):
    pass
class Item:
    def __getitem__(self, key):
        if key == 'a':
            return 'item a'
        raise KeyError(key)
    b = 'attribute b'
class Broken:
    def __getitem__(self, key):
        raise ZeroDivisionError('no items')
class Enumlike:
    do_not_call_in_templates = True
    value = 5
    def __call__(self):
        return 'called'
class Html:
    def __html__(self):
        return '<b>html</b>'
    def __str__(self):
        return 'plain <'
class BadStr:
    def __str__(self):
        raise ValueError('no text')
class SubStr(str):
    pass
'''
V = '''{"p": Person("Ann"), "d": {"a": 1, "items": "own", "0": "zero", 5: "five", "x y": 2, "n": None, "nested": {"deep": [1, {"x": "found"}]}},
 "l": ["a", "b"], "t": (1, 2), "s": "text", "n": None, "i": 5, "f": lambda: "called", "g": lambda x: x, "cls": Person, "silent": Silent(), "item": Item(), "broken": Broken(), "enum": Enumlike(), "html": Html(), "sub": SubStr("<s>"), "b": b"bytes", "h": "<&\\"'>", "safe": mark_safe("<i>")}'''

CASES = group(
    'lookup',
    [
        (text, V)
        for text in (
            '{{ p }}', '{{ p.name }}', '{{ p.greet }}', '{{ p.kind }}', '{{ p.upper }}', '{{ p.nothing }}|', '{{ p.broken }}', '{{ p.failing }}', '{{ p.raises }}', '{{ p.type_error }}', '{{ p.with_argument }}|', '{{ p.with_default }}', '{{ p.made }}', '{{ p.made.name }}', '{{ p.delete }}|', '{{ p.greet.upper }}', '{{ p.greet.0 }}', '{{ p._secret }}', '{{ p.name.nothing.deeper }}|',
            '{{ d.a }}', '{{ d.items }}', '{{ d.0 }}', '{{ d.5 }}', '{{ d.n }}', '{{ d.n.x }}|', '{{ d.missing }}|', '{{ d.nested.deep.1.x }}', '{{ d.nested.deep.0 }}', '{{ d.keys|length }}', '{{ d.x y }}', '{{ d.get }}|', '{{ d.copy.a }}',
            '{{ l.0 }}{{ l.1 }}', '{{ l.2 }}|', '{{ l.-1 }}', '{{ l.count }}|', '{{ l.append }}|', '{{ l.sort }}', '{{ l.pop }}{{ l|length }}', '{{ t.1 }}', '{{ s.0 }}{{ s.upper }}{{ s.title.lower }}', '{{ s.isdigit }}', '{{ s.split }}', '{{ s.join }}|', '{{ n }}', '{{ n.x }}|', '{{ i }}', '{{ i.real }}', '{{ i.bit_length }}', '{{ i.0 }}|', '{{ f }}', '{{ f.upper }}', '{{ g }}|', '{{ cls }}|', '{{ cls.kind }}|', '{{ silent.fails }}|', '{{ silent.prop }}|', '{{ item.a }}', '{{ item.b }}', '{{ item.c }}|', '{{ broken.a }}', '{{ enum.value }}', '{% if enum %}enum{% endif %}',
            '{{ html }}', '{{ html|upper }}', '{{ sub }}', '{{ b }}', '{{ h }}', '{{ safe }}', '{{ h|safe }}', '{{ safe }}{{ h }}', '{{ "<lit>" }}', "{{ '<lit>'|upper }}", '{{ 5 }}{{ 5.0 }}{{ 1e2 }}', '{{ True }}{{ False }}{{ None }}', '{{ true }}|', '{{ missing }}|', '{{ missing.x.y }}|', '{{ missing|upper }}|', '{{ missing|default:"d" }}', '{{ forloop }}|', '{{ block }}|', '{{ request }}|', '{{ csrf_token }}|', '{{ perms }}|', '{{ dicts }}|', '{{ push }}|', '{{ flatten }}|', '{{ p.__class__ }}', '{{ p.__dict__ }}', '{{ _x }}', '{{ p.name|upper|lower|title }}', '{{ t }}', '{{ l }}', '{{ d.nested }}', '{{ p.greet|length }}', '{{ f|length }}', '{{ d.items.upper }}', '{% for k, v in d.nested.items %}{{ k }}{{ v }}{% endfor %}',
        )
    ],
    setup=CLASSES,
) + group('lookup-builtin', [('{{ d.pop }}|', V)], setup=CLASSES, since='4.0') + group('lookup-error', [('{{ x }}', '{"x": BadStr()}'), ('a{{ x|upper }}', '{"x": BadStr()}'), ('{{ x.y }}', '{"x": BadStr()}'), ('{{ g }}|', '{"g": lambda: int("no")}'), ('{{ g.x }}', '{"g": lambda: None}')], setup=CLASSES) + group(
    'invalid',
    [
        (text, '{"a": 1, "d": {"x": None}}', {'options': {'string_if_invalid': invalid}})
        for invalid in ('INVALID', 'no %s here', '%')
        for text in ('{{ missing }}', '{{ a.b.c }}', '{{ missing|upper }}', '{{ missing|default:"d" }}', '{{ missing|add:"x" }}', '{% if missing %}1{% else %}2{% endif %}', '{% for i in missing %}x{% empty %}e{% endfor %}', '{% firstof missing %}|', '{% with m=missing %}{{ m }}{% endwith %}', '{{ d.x }}', '{{ d.x.y }}', '{% ifchanged missing %}a{% endifchanged %}', '{% include missing %}', '{% cycle missing "a" %}', '{% load i18n %}{% blocktranslate %}{{ missing }}{% endblocktranslate %}')
    ],
) + group(
    'escape',
    [
        ('{{ h }}', '{"h": "<a href=\\"x\\">\'&amp;`=/"}'), ('{{ h }}', '{"h": mark_safe("<b>")}'), ('{{ h|safe }}{{ h }}', '{"h": "<b>"}'), ('{{ a }}{{ b }}', '{"a": mark_safe("<") + "<", "b": mark_safe("<") + mark_safe("<")}'), ('{{ a }}', '{"a": "<" + mark_safe("<")}'), ('{{ a }}', '{"a": mark_safe("<%s>") % "<"}'), ('{{ a }}', '{"a": mark_safe("<b>").upper()}'),
        ('{{ a }}', '{"a": format_html("<b>{}</b>", "<i>")}', {'setup': 'from django.utils.html import format_html'}), ('{{ a }}', '{"a": format_html("{x} {y}", x="<", y=mark_safe("<"))}', {'setup': 'from django.utils.html import format_html'}), ('{{ a }}', '{"a": format_html_join(mark_safe("<br>"), "{}-{}", [("<", 1), (2, 3)])}', {'setup': 'from django.utils.html import format_html_join'}), ('{{ a }}', '{"a": _("<lazy>")}', {'setup': 'from django.utils.translation import gettext_lazy as _'}), ('{{ a|upper }}', '{"a": _("lazy")}', {'setup': 'from django.utils.translation import gettext_lazy as _'}), ('{{ a }}', '{"a": SimpleLazyObject(lambda: "<x>")}', {'setup': 'from django.utils.functional import SimpleLazyObject'}), ('{{ a.name }}', '{"a": SimpleLazyObject(lambda: Thing(name="lazy"))}', {'setup': 'from django.utils.functional import SimpleLazyObject'}),
        ('{{ h }}', '{"h": "<b>"}', {'options': {'autoescape': False}}), ('{{ h|escape }}{{ h|force_escape }}', '{"h": "<b>"}', {'options': {'autoescape': False}}), ('{{ h|upper }}{{ h|linebreaks }}', '{"h": "<b>\\n"}', {'options': {'autoescape': False}}), ('<a title="{{ h }}">', '{"h": "\\" onclick=\\"x"}'), ("<script>var x = '{{ h|escapejs }}';</script>", '{"h": "</script>\'"}'), ('{{ a|default:"<b>" }}', '{"a": ""}'), ('{{ a|default:b }}', '{"a": "", "b": "<b>"}'), ('{% with x="<b>" %}{{ x }}{% endwith %}', None), ('{{ a|add:"<b>" }}', '{"a": "<i>"}'), ('{{ a|add:b }}', '{"a": mark_safe("<i>"), "b": mark_safe("<b>")}'), ('{{ a|join:"<br>" }}', '{"a": ["<", ">"]}'), ('{{ a|first }}', '{"a": ["<"]}'), ('{{ a|first }}', '{"a": [mark_safe("<")]}'), ('{{ a|first|safe }}', '{"a": ["<"]}'), ('{{ a|last }}', '{"a": mark_safe("a<")}'), ('{{ a|slice:":1" }}', '{"a": mark_safe("<a")}'), ('{{ a|title|lower|capfirst }}', '{"a": mark_safe("<b>x</b>")}'), ('{{ a|truncatewords:1 }}', '{"a": mark_safe("<b>x y</b>")}'), ('{{ a|date:"<b>Y</b>" }}', '{"a": DATE}'), ('{{ 3|stringformat:"<%s>" }}', None), ('{{ a|pluralize:"<s>" }}', '{"a": 2}'), ('{{ a|yesno:"<y>,<n>" }}', '{"a": True}'), ('{{ a|cut:"x" }}', '{"a": "<x>"}'), ('{{ a|center:9 }}', '{"a": "<x>"}'), ('{{ a|wordwrap:3 }}', '{"a": "<x> <y>"}'),
    ],
) + group(
    'syntax',
    [
        'plain text', '', '{{', '}}', '{% ', '%}', '{# ', '{ { x } }', '{{ x }', '{% if x }', '{{x}}', '{{  x  }}', '{{\tx\t}}', '{{ x\n}}', '{%comment%}x{%endcomment%}a', '{% comment %}\n{{ x }}\n{% endcomment %}b', '{# {{ x }} #}c', '{#{% x %}#}d', 'a{# b\nc #}d', '{{ "{{" }}', '{{ "}}" }}', '{{ "%}" }}', '{% if "%}" %}x{% endif %}', '{{ x|default:"}}" }}', '&nbsp;&lt;<b>', '\r\n\ttabs\n', 'é ü 日本 🎉', '{{ "é" }}', '{% block a %}{{ x }}{% endblock %}', '{%  block   a  %}x{%  endblock  a  %}', '{% endif %}', '{% if %}', '{% if x %}{% for %}{% endif %}', '{% for x in y %}\n\n{% if z %}\n{% endfor %}', '{% with a=1 %}{% endfor %}', '{% url %}', '{% bogus %}', '{% bogus "a" b=1 %}', '{% endwith %}', '{% include %}', '{% extends %}', '{{ x|bogus }}', '{{ x|default }}', '{{ x|default:1|bogus:2 }}', '{{ x y }}', '{{ x. }}', '{{ x|:1 }}', '{{ x:1 }}', '{{ (x) }}', '{{ [x] }}', '{{ x == 1 }}', '{{ not x }}', '{{ x if y else z }}', '{{ x() }}', '{{ x("a") }}', '{{ x["a"] }}', '{{ x + 1 }}', '{{ x - 1 }}', '{{ x, y }}', '{{ x; }}', '{{ $x }}', '{{ @x }}', '{{ x! }}', '{{ x? }}', '{{ -x }}', '{{ !x }}', '{{ "unclosed }}', "{{ 'a\" }}", '{{ request.session.visits }}|', '{{ request.COOKIES.sessionid }}|', "{{ request.session['visits'] }}", '{{ request.session.get("visits") }}', '{{ visits|default:"0" }} visit{{ visits|pluralize }}', '{% if request.session.visits > 1 %}a{% endif %}', '{% csrf_token %}', '{% crsf_token %}', '{% csrftoken %}', '{% csrf_token', '<form method="post">{% csrf_token %}</form>', '{% static "x.css" %}', "{% load staticfiles %}", "{% load static from staticfiles %}", '{% load url from future %}', '{% url polls:detail 1 %}', '{% if user.is_authenticated() %}x{% endif %}', '{% if a = b %}x{% endif %}', '{% if a == b: %}x{% endif %}', '{% for i in range(5) %}x{% endfor %}', '{% for i in items: %}x{% endfor %}', '{% else if x %}', '{% set x = 1 %}', '{% include "a.html" with x=1, y=2 %}', '{% with x = 1 %}{% endwith %}', '{%% if x %%}', '{{{ x }}}', '{{ {{ x }} }}', '{% if {{ x }} %}a{% endif %}', '{{ x | upper }}', '{{ x |upper}}', '{{ x| upper }}', '{{ x|date:"Y m" }}', "{{ x|date:'Y m' }}", '{{ x|date:Y }}', '{{ x|upper|lower|title|bogus|more }}',
    ],
)
