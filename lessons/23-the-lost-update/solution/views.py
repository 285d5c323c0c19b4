from django.db import connection
from django.http import HttpResponse

# A real site writes a model for this. The table cart_item has a row for each fruit.


def run(sql, *values):
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall() if cursor.description else []


def cart(request):
    rows = run('SELECT fruit FROM cart_item WHERE session_key = %s', request.session.session_key)
    return HttpResponse('Cart: ' + ', '.join(fruit for (fruit,) in rows))


def add(request, fruit):
    run('INSERT INTO cart_item (session_key, fruit) VALUES (%s, %s)', request.session.session_key, fruit)
    return HttpResponse('Added: ' + fruit)


def empty(request):
    # A session without data has no key.
    request.session['shop'] = 'open'
    request.session.save()
    run('DELETE FROM cart_item WHERE session_key = %s', request.session.session_key)
    return HttpResponse('The cart is empty.')


def leave(request):
    request.session.flush()
    return HttpResponse('Good bye.')
