from django.http import HttpResponse


def cart(request):
    fruits = request.session.get('cart', [])
    return HttpResponse('Cart: ' + ', '.join(fruits))


def add(request, fruit):
    if 'cart' not in request.session:
        request.session['cart'] = [fruit]
    else:
        request.session['cart'].append(fruit)
    return HttpResponse('Cart now: ' + ', '.join(request.session['cart']))


def add_and_note(request, fruit):
    request.session['cart'].append(fruit)
    request.session['last'] = fruit
    return HttpResponse('Cart now: ' + ', '.join(request.session['cart']))


def pay(request):
    request.session['paid'] = True
    return 1 / 0


def sorry(request):
    request.session['sorry'] = True
    return HttpResponse('Closed for repairs.', status=503)
