from django.http import HttpResponse


def cart(request):
    fruits = request.session.get('cart', [])
    return HttpResponse('Cart: ' + ', '.join(fruits))


def add(request, fruit):
    fruits = request.session.get('cart', [])
    request.session['cart'] = fruits + [fruit]
    return HttpResponse('Added: ' + fruit)


def empty(request):
    request.session['cart'] = []
    return HttpResponse('The cart is empty.')


def leave(request):
    request.session.flush()
    return HttpResponse('Good bye.')
