"""Whole pages as tutorials have them: visit counters, categories and pages, a library, polls, a shop, accounts."""

from cases._write import group

URLS = '''
from django.urls import include, path
def view(request, **kwargs): pass
rango = ([path("", view, name="index"), path("about/", view, name="about"), path("category/<slug:category_name_slug>/", view, name="show_category"),
  path("category/<slug:category_name_slug>/add_page/", view, name="add_page"), path("add_category/", view, name="add_category"), path("login/", view, name="login"), path("logout/", view, name="logout"),
  path("register/", view, name="register"), path("restricted/", view, name="restricted")], "rango")
polls = ([path("", view, name="index"), path("<int:pk>/", view, name="detail"), path("<int:pk>/results/", view, name="results"), path("<int:question_id>/vote/", view, name="vote")], "polls")
urlpatterns = [path("rango/", include(rango)), path("polls/", include(polls)), path("catalog/", view, name="index"), path("catalog/books/", view, name="books"), path("catalog/book/<int:pk>", view, name="book-detail"),
  path("catalog/author/<int:pk>", view, name="author-detail"), path("catalog/mybooks/", view, name="my-borrowed"), path("accounts/login/", view, name="login"), path("accounts/logout/", view, name="logout"),
  path("shop/", view, name="shop"), path("shop/add/<int:product_id>/", view, name="cart-add"), path("shop/remove/<int:product_id>/", view, name="cart-remove"), path("shop/cart/", view, name="cart"), path("set/", view, name="set_session"), path("get/", view, name="get_session"), path("delete/", view, name="delete_session")]
'''
SETUP = '''
class Row:
    def __init__(self, **fields):
        self.__dict__.update(fields)
    def __str__(self):
        return self.__dict__.get('name') or self.__dict__.get('title') or self.__dict__.get('question_text') or self.__dict__.get('username') or 'row'
    def get_absolute_url(self):
        return '/catalog/%s' % self.id
class Query(list):
    def all(self):
        return self
    def count(self):
        return len(self)
    def exists(self):
        return bool(self)
anonymous = Row(is_authenticated=False, is_anonymous=True, is_staff=False, username='')
ann = Row(is_authenticated=True, is_anonymous=False, is_staff=False, username='ann', email='ann@example.org', get_full_name=lambda: 'Ann <B>', last_login=AWARE)
cats = [Row(id=1, name='Python', slug='python', views=128, likes=64), Row(id=2, name='Django & co', slug='django-co', views=64, likes=32), Row(id=3, name='<Other>', slug='other', views=1, likes=0)]
pages = [Row(id=n, title='Page %d' % n, url='http://example.org/%d?a=1&b=2' % n, views=n * 10, category=cats[0]) for n in range(1, 4)]
authors = [Row(id=1, name='Rowling, J', date_of_birth=date(1965, 7, 31), date_of_death=None), Row(id=2, name='Pratchett, T', date_of_birth=date(1948, 4, 28), date_of_death=date(2015, 3, 12))]
books = [Row(id=1, title='Book "One"', author=authors[0], summary='A long summary. ' * 20, isbn='9781234567890', genre=Query([Row(name='Fantasy'), Row(name='Fiction')]), language=None, due_back=date(2026, 1, 10), is_overdue=True, status='o', get_status_display=lambda: 'On loan'),
  Row(id=2, title='Book Two', author=authors[1], summary='', isbn='', genre=Query(), language='English', due_back=None, is_overdue=False, status='a', get_status_display=lambda: 'Available')]
choices = Query([Row(id=1, choice_text='Not much', votes=1), Row(id=2, choice_text='The sky & more', votes=0), Row(id=3, choice_text="Just hacking", votes=2)])
question = Row(id=5, question_text="What's up?", pub_date=datetime.datetime(2026, 1, 14, 9, 0, tzinfo=UTC), choice_set=choices)
products = [Row(id=1, name='Tea', price=Decimal('3.50'), stock=4), Row(id=2, name='Mug <big>', price=Decimal('12.00'), stock=0)]
cart = [{'product': products[0], 'quantity': 2, 'total': Decimal('7.00')}, {'product': products[1], 'quantity': 1, 'total': Decimal('12.00')}]
class Message:
    def __init__(self, text, tags):
        self.message, self.tags = text, tags
    def __str__(self):
        return self.message
session = {'visits': 3, 'last_visit': '2026-01-14 10:00:00.123456', 'cart': {'1': 2}}
'''
RANGO_BASE = '''<!DOCTYPE html>
{% load static %}
{% load case %}
<html>
<head lang="en">
    <meta charset="UTF-8" />
    <title>
        Rango -
        {% block title_block %}
            How to Tango with Django!
        {% endblock %}
    </title>
    <link rel="icon" href="{% static 'images/favicon.ico' %}">
</head>
<body>
    <nav>
    <ul>
      <li {% block active_home %}{% endblock %}><a href="{% url 'rango:index' %}">Home</a></li>
      <li><a href="{% url 'rango:about' %}">About</a></li>
      {% if user.is_authenticated %}
      <li><a href="{% url 'rango:restricted' %}">Restricted Page</a></li>
      <li><a href="{% url 'rango:logout' %}">Logout</a></li>
      {% else %}
      <li><a href="{% url 'rango:register' %}">Register Here</a></li>
      <li><a href="{% url 'rango:login' %}">Login</a></li>
      {% endif %}
    </ul>
    </nav>
    <div>
    {% block body_block %}
    {% endblock %}
    </div>
    <div>
    {% block sidebar_block %}
        {% get_category_list category %}
    {% endblock %}
    </div>
</body>
</html>
'''
LIBRARY = '''
from django import template
register = template.Library()
class Category:
    def __init__(self, name, slug):
        self.name, self.slug = name, slug
    def __eq__(self, other):
        return getattr(other, 'slug', None) == self.slug
ALL = [Category('Python', 'python'), Category('Django & co', 'django-co')]
@register.inclusion_tag('rango/categories.html')
def get_category_list(current_category=None):
    return {'categories': ALL, 'current_category': current_category}
@register.filter
def multiply(value, arg):
    return value * arg
@register.simple_tag(takes_context=True)
def active(context, name):
    return 'active' if context.get('page') == name else ''
'''
RANGO = group(
    'rango',
    [
        ('''{% extends 'rango/base.html' %}
{% load static %}
{% block title_block %}
    Homepage
{% endblock %}
{% block body_block %}
<div class="jumbotron">
    <h1>Rango says...</h1>
    {% if user.is_authenticated %}
        howdy {{ user.username }}!
    {% else %}
        hey there partner!
    {% endif %}
    <strong>{{ boldmessage }}</strong>
</div>
<h2>Most Liked Categories</h2>
{% if categories %}
<ul>
    {% for category in categories %}
    <li><a href="{% url 'rango:show_category' category.slug %}">{{ category.name }}</a></li>
    {% endfor %}
</ul>
{% else %}
<strong>There are no categories present.</strong>
{% endif %}
<p>visits: {{ visits }}</p>
<img src="{% static "images/rango.jpg" %}" alt="Picture of Rango" />
{% endblock %}
''', '{"categories": cats, "boldmessage": "Crunchy, creamy, cookie, candy, cupcake!", "user": anonymous, "visits": 3}'),
        ('{% extends "rango/base.html" %}{% block body_block %}{% if category %}<h1>{{ category.name }}</h1>{% if pages %}<ul>{% for page in pages %}<li><a href="{{ page.url }}">{{ page.title }}</a>{% if page.views > 1 %} ({{ page.views }} views){% elif page.views == 1 %} ({{ page.views }} view){% endif %}</li>{% endfor %}</ul>{% else %}<strong>No pages currently in category.</strong>{% endif %}<a href="{% url \'rango:add_page\' category.slug %}">Add a Page</a>{% else %}The specified category does not exist.{% endif %}{% endblock %}', '{"category": cats[1], "pages": pages, "user": ann}'),
        ('{% extends "rango/base.html" %}{% block body_block %}{% if category %}<h1>{{ category.name }}</h1>{% else %}The specified category does not exist.{% endif %}{% endblock %}', '{"category": None, "user": ann}'),
        ('{% extends "rango/base.html" %}{% block body_block %}<h1>Login</h1><form id="login_form" method="post" action="{% url \'rango:login\' %}">{% csrf_token %}Username: <input type="text" name="username" value="" size="50" /><br />Password: <input type="password" name="password" value="" size="50" /><br /><input type="submit" value="submit" /></form>{% endblock %}', '{"csrf_token": "x" * 64, "user": anonymous}'),
        ('<h2>Python</h2><p>Visits: {{ visits }}, last visit {{ request.session.last_visit }}</p>{% if visits > 1 %}Welcome back!{% endif %}', '{"visits": 1, "request": Row(session=session)}'),
    ],
    setup=SETUP,
    templates={'rango/base.html': RANGO_BASE, 'rango/categories.html': '<ul>{% if categories %}{% for c in categories %}{% if c == current_category %}<li><strong><a href="{% url \'rango:show_category\' c.slug %}">{{ c.name }}</a></strong></li>{% else %}<li><a href="{% url \'rango:show_category\' c.slug %}">{{ c.name }}</a></li>{% endif %}{% endfor %}{% else %}<li><strong>There are no categories present.</strong></li>{% endif %}</ul>'},
    library=LIBRARY,
    urls=URLS,
)
MDN = group(
    'library-site',
    [
        ('{% extends "base_generic.html" %}\n\n{% block content %}\n  <h1>Local Library Home</h1>\n  <p>Welcome to LocalLibrary, a website developed by <em>somebody</em>!</p>\n  <h2>Dynamic content</h2>\n  <p>The library has the following record counts:</p>\n  <ul>\n    <li><strong>Books:</strong> {{ num_books }}</li>\n    <li><strong>Copies:</strong> {{ num_instances }}</li>\n    <li><strong>Copies available:</strong> {{ num_instances_available }}</li>\n    <li><strong>Authors:</strong> {{ num_authors }}</li>\n  </ul>\n  <p>You have visited this page {{ num_visits }} time{{ num_visits|pluralize }}.</p>\n{% endblock %}\n', '{"num_books": 2, "num_instances": 5, "num_instances_available": 1, "num_authors": 2, "num_visits": 1, "user": anonymous}'),
        ('{% extends "base_generic.html" %}{% block content %}<p>You have visited this page {{ num_visits }}{% if num_visits == 1 %} time{% else %} times{% endif %}.</p>{% endblock %}', '{"num_visits": 12, "user": ann}'),
        ('{% extends "base_generic.html" %}{% block content %}<h1>Book List</h1>{% if book_list %}<ul>{% for book in book_list %}<li><a href="{{ book.get_absolute_url }}">{{ book.title }}</a> ({{ book.author }})</li>{% endfor %}</ul>{% else %}<p>There are no books in the library.</p>{% endif %}{% endblock %}', '{"book_list": books, "user": ann}'),
        ('{% extends "base_generic.html" %}{% block content %}{% for book in book_list %}{% empty %}<p>There are no books in the library.</p>{% endfor %}{% endblock %}', '{"book_list": [], "user": ann}'),
        ('{% block content %}<h1>Title: {{ book.title }}</h1><p><strong>Author:</strong> <a href="{% url \'author-detail\' book.author.pk|default:1 %}">{{ book.author }}</a></p><p><strong>Summary:</strong> {{ book.summary|truncatewords:5 }}</p><p><strong>ISBN:</strong> {{ book.isbn|default:"none" }}</p><p><strong>Genre:</strong> {{ book.genre.all|join:", " }}</p><p>{{ book.language|default_if_none:"-" }}</p>{% for g in book.genre.all %}{{ g }}{% if not forloop.last %}, {% endif %}{% endfor %}{% endblock %}', '{"book": books[0]}'),
        ('{% for copy in copies %}<hr><p class="{% if copy.status == \'a\' %}text-success{% elif copy.status == \'m\' %}text-danger{% else %}text-warning{% endif %}">{{ copy.get_status_display }}</p>{% if copy.status != \'a\' %}<p><strong>Due to be returned:</strong> {{ copy.due_back }}</p>{% endif %}<p class="text-muted"><strong>Id:</strong> {{ copy.id }}</p>{% endfor %}', '{"copies": books}'),
        ('{% for author in authors %}<li>{{ author }} ({{ author.date_of_birth }} - {% if author.date_of_death %}{{ author.date_of_death }}{% endif %})</li>{% endfor %}', '{"authors": authors}'),
        ('{% if bookinstance_list %}<ul>{% for bookinst in bookinstance_list %}<li class="{% if bookinst.is_overdue %}text-danger{% endif %}"><a href="{% url \'book-detail\' bookinst.id %}">{{ bookinst.title }}</a> ({{ bookinst.due_back }})</li>{% endfor %}</ul>{% else %}<p>There are no books borrowed.</p>{% endif %}', '{"bookinstance_list": books}'),
        ('{% block pagination %}{% if is_paginated %}<div class="pagination"><span class="page-links">{% if page_obj.has_previous %}<a href="{{ request.path }}?page={{ page_obj.previous_page_number }}">previous</a>{% endif %}<span class="page-current">Page {{ page_obj.number }} of {{ page_obj.paginator.num_pages }}.</span>{% if page_obj.has_next %}<a href="{{ request.path }}?page={{ page_obj.next_page_number }}">next</a>{% endif %}</span></div>{% endif %}{% endblock %}', '{"is_paginated": True, "page_obj": Row(has_previous=lambda: False, has_next=lambda: True, number=1, next_page_number=lambda: 2, paginator=Row(num_pages=3)), "request": Row(path="/catalog/books/")}'),
        ('{% if form.errors %}<p>Your username and password didn\'t match. Please try again.</p>{% endif %}{% if next %}{% if user.is_authenticated %}<p>Your account doesn\'t have access to this page.</p>{% else %}<p>Please login to see this page.</p>{% endif %}{% endif %}<form method="post" action="{% url \'login\' %}">{% csrf_token %}<input type="submit" value="login"><input type="hidden" name="next" value="{{ next }}"></form>', '{"next": "/catalog/mybooks/", "user": anonymous, "csrf_token": "t" * 64}'),
    ],
    setup=SETUP,
    templates={'base_generic.html': '<!DOCTYPE html>\n<html lang="en">\n<head>\n  {% block title %}<title>Local Library</title>{% endblock %}\n  {% load static %}\n  <link rel="stylesheet" href="{% static \'css/styles.css\' %}">\n</head>\n<body>\n  {% block sidebar %}\n  <ul class="sidebar-nav">\n    <li><a href="{% url \'index\' %}">Home</a></li>\n    <li><a href="{% url \'books\' %}">All books</a></li>\n  {% if user.is_authenticated %}\n    <li>User: {{ user.get_username }}</li>\n    <li><a href="{% url \'my-borrowed\' %}">My Borrowed</a></li>\n    <li><form id="logout-form" method="post" action="{% url \'logout\' %}">{% csrf_token %}<button type="submit">Logout</button></form></li>\n  {% else %}\n    <li><a href="{% url \'login\' %}?next={{ request.path }}">Login</a></li>\n  {% endif %}\n  </ul>\n  {% endblock %}\n  {% block content %}{% endblock %}\n</body>\n</html>\n'},
    urls=URLS,
)
POLLS = group(
    'polls',
    [
        ('{% load static %}\n\n<link rel="stylesheet" href="{% static \'polls/style.css\' %}">\n{% if latest_question_list %}\n    <ul>\n    {% for question in latest_question_list %}\n        <li><a href="{% url \'polls:detail\' question.id %}">{{ question.question_text }}</a></li>\n    {% endfor %}\n    </ul>\n{% else %}\n    <p>No polls are available.</p>\n{% endif %}\n', '{"latest_question_list": [question]}'),
        ('{% if latest_question_list %}x{% else %}\n    <p>No polls are available.</p>\n{% endif %}', '{"latest_question_list": []}'),
        ('<form action="{% url \'polls:vote\' question.id %}" method="post">\n{% csrf_token %}\n<fieldset>\n    <legend><h1>{{ question.question_text }}</h1></legend>\n    {% if error_message %}<p><strong>{{ error_message }}</strong></p>{% endif %}\n    {% for choice in question.choice_set.all %}\n        <input type="radio" name="choice" id="choice{{ forloop.counter }}" value="{{ choice.id }}">\n        <label for="choice{{ forloop.counter }}">{{ choice.choice_text }}</label><br>\n    {% endfor %}\n</fieldset>\n<input type="submit" value="Vote">\n</form>\n', '{"question": question, "error_message": "You didn\'t select a choice.", "csrf_token": "z" * 64}'),
        ('<h1>{{ question.question_text }}</h1>\n\n<ul>\n{% for choice in question.choice_set.all %}\n    <li>{{ choice.choice_text }} -- {{ choice.votes }} vote{{ choice.votes|pluralize }}</li>\n{% endfor %}\n</ul>\n\n<a href="{% url \'polls:detail\' question.id %}">Vote again?</a>\n', '{"question": question}'),
        ('{{ question }} was published {{ question.pub_date|timesince }} ago, on {{ question.pub_date|date:"D d M Y" }} at {{ question.pub_date|time:"H:i" }} ({{ question.pub_date }})', '{"question": question}'),
        ('{% for choice in question.choice_set.all %}<tr class="{% cycle \'odd\' \'even\' %}"><td>{{ forloop.counter }}.</td><td>{{ choice.choice_text|title }}</td><td style="width: {% widthratio choice.votes 2 100 %}px"></td></tr>{% empty %}none{% endfor %}', '{"question": question}'),
        ('<a href="{% url \'polls:detail\' question.pk %}">x</a>', '{"question": question}', {'interpreterOnly': True}),
    ],
    setup=SETUP,
    urls=URLS,
)
SHOP = group(
    'shop',
    [
        ('{% for product in products %}<div><h3>{{ product.name }}</h3><p>{{ product.price|floatformat:2 }} &euro;</p>{% if product.stock %}<form action="{% url \'cart-add\' product.id %}" method="post">{% csrf_token %}<button>Add</button></form>{% else %}<em>sold out</em>{% endif %}</div>{% endfor %}', '{"products": products, "csrf_token": "c" * 64}'),
        ('<table>{% for item in cart %}<tr><td>{{ item.product.name }}</td><td>{{ item.quantity }}</td><td>{{ item.product.price }}</td><td>{{ item.total }}</td><td><a href="{% url \'cart-remove\' product_id=item.product.id %}">remove</a></td></tr>{% empty %}<tr><td>Your cart is empty.</td></tr>{% endfor %}</table>{% if cart %}<p>{{ cart|length }} item{{ cart|length|pluralize }}, total {{ total|floatformat:"2g" }}</p>{% endif %}', '{"cart": cart, "total": Decimal("1019.00")}'),
        ('<table>{% for item in cart %}x{% empty %}<tr><td>Your cart is empty.</td></tr>{% endfor %}</table>', '{"cart": []}'),
        ('{% for key, value in request.session.items %}<li>{{ key }}: {{ value }}</li>{% empty %}no session data{% endfor %}', '{"request": Row(session=session)}'),
        ('{% for id, n in request.session.cart.items %}{{ id }} x {{ n }}{% endfor %}{{ request.session.cart|length }}|{{ request.session.missing }}|{{ request.session.keys|join:"," }}', '{"request": Row(session=session)}'),
        ('{% with n=request.session.cart|length %}Cart ({{ n }}){% endwith %}{% if request.session.visits %}, visit {{ request.session.visits|add:1 }}{% endif %}', '{"request": Row(session=session)}'),
        ('{% if request.COOKIES.sessionid %}has a session{% else %}no session cookie{% endif %} {{ request.COOKIES.theme|default:"light" }}', '{"request": Row(COOKIES={"theme": "dark<"})}'),
        ('<body class="{{ request.COOKIES.theme|default:\'light\' }}">{% for name, value in request.COOKIES.items %}{{ name }}={{ value }};{% endfor %}', '{"request": Row(COOKIES={"a": "1", "b": "<2>"})}'),
        ('<a href="{% url \'set_session\' %}">set</a> <a href="{% url \'get_session\' %}">get</a> <a href="{% url \'delete_session\' %}">delete</a>', None),
    ],
    setup=SETUP,
    urls=URLS,
)
ACCOUNTS = group(
    'accounts',
    [
        ('{% if messages %}<ul class="messages">{% for message in messages %}<li{% if message.tags %} class="{{ message.tags }}"{% endif %}>{{ message }}</li>{% endfor %}</ul>{% endif %}', '{"messages": [Message("Saved <ok>", "success"), Message("plain", "")]}'),
        ('{% for message in messages %}<div class="alert alert-{{ message.tags }}">{% if \'safe\' in message.tags %}{{ message|safe }}{% else %}{{ message }}{% endif %}</div>{% endfor %}', '{"messages": [Message("<b>x</b>", "safe info"), Message("<b>y</b>", "error")]}'),
        ('Hello{% if user.is_authenticated %}, {{ user.get_full_name|default:user.username }}{% else %}. Please <a href="{% url \'login\' %}?next={{ request.path|urlencode }}">log in</a>{% endif %}.', '{"user": anonymous, "request": Row(path="/a b/?x=1&y=2")}'),
        ('Hello, {{ user.get_full_name|default:user.username }}. Last login {{ user.last_login|date:"DATETIME_FORMAT" }}. {{ user.email|urlize }} {{ user }}', '{"user": ann}'),
        ('{% if user.is_staff %}staff{% elif user.is_authenticated and not user.is_anonymous %}member{% else %}guest{% endif %}', '{"user": ann}'),
        ('{% if perms.polls.add_choice %}may{% else %}may not{% endif %}', '{"perms": {"polls": {"add_choice": True}}}'),
        ('{% include "nav.html" with active="home" %}{% include "nav.html" with active="about" only %}', '{"user": ann}'),
        ('{% extends "site.html" %}{% block title %}{{ block.super }} - Profile{% endblock %}{% block extra_head %}<script>const user = {{ user.username|escapejs }};</script>{% endblock %}{% block content %}{% include "card.html" with person=user %}{% for f in friends %}{% include "card.html" with person=f %}{% if not forloop.last %}<hr>{% endif %}{% endfor %}{% endblock %}', '{"user": ann, "friends": [Row(username="bob", email="b@x.org"), Row(username="<eve>", email="")]}'),
        ('{% extends "site.html" %}{% load static %}{% block content %}{{ data|json_script:"data" }}<script src="{% static \'js/app.js\' %}"></script>{% endblock %}', '{"data": {"visits": [1, 2, 3], "name": "<Ann>"}}'),
        ('<p>{% now "Y" %} {% comment %} footer {% endcomment %}&copy; {{ site|default:"me" }}</p>{# hidden #}', None),
        ('{% if days_since == 0 %}today{% elif days_since == 1 %}yesterday{% else %}{{ days_since }} days ago{% endif %} {{ last|date:"l, j F Y" }} {{ last|date:"H:i"|default:"-" }}', '{"days_since": 3, "last": datetime.datetime(2026, 1, 12, 8, 5)}'),
        ('{% for field in form %}<div class="field">{{ field.errors }}{{ field.label_tag }} {{ field }}{% if field.help_text %}<small>{{ field.help_text|safe }}</small>{% endif %}</div>{% endfor %}', '{"form": [Row(name="<input>", label_tag=mark_safe("<label>N</label>"), errors="", help_text="<i>help</i>")]}'),
        ('{% regroup people by city as cities %}{% for city, group in cities %}<h2>{{ city }}</h2>{% for p in group %}{{ p.name }}{% endfor %}{% endfor %}', '{"people": [{"name": "a", "city": "X"}, {"name": "b", "city": "X"}, {"name": "c", "city": "Y"}]}'),
        ('{% spaceless %}\n<ul>\n  <li> <b>{{ user }}</b> </li>\n</ul>\n{% endspaceless %}', '{"user": ann}'),
        ('{{ text|linebreaks }}{{ text|truncatechars:10 }}{{ text|wordcount }}{{ html|striptags }}{{ html|safe|truncatewords_html:1 }}', '{"text": "One & two\\nthree\\n\\nfour", "html": "<p>Hello <b>World</b></p>"}'),
    ],
    setup=SETUP,
    urls=URLS,
    templates={'nav.html': '<nav>{% if active == "home" %}<b>Home</b>{% else %}Home{% endif %} {{ user.username }}</nav>', 'site.html': '<html><head><title>{% block title %}Site{% endblock %}</title>{% block extra_head %}{% endblock %}</head><body>{% block content %}{% endblock %}{% block footer %}<footer>f</footer>{% endblock %}</body></html>', 'card.html': '<div>{{ person.username|title }} {{ person.email|default:"no mail" }}</div>'},
)
CASES = RANGO + MDN + POLLS + SHOP + ACCOUNTS
