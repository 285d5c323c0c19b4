from django.contrib.auth import authenticate, login, logout, update_session_auth_hash
from django.contrib.auth.hashers import make_password
from django.http import HttpResponse

# A real site takes name and password from a form, and calls user.set_password(word).
# Addresses keep the wire short here, and a fixed salt keeps the lesson the same for all.
SALT = 'pepperpepperpepperpepper'


def who(request):
    fruit = request.session.get('cart', 'nothing')
    name = request.user.get_username() or 'nobody'
    return HttpResponse(f'You are {name}, with {fruit} in the cart.')


def cart(request, fruit):
    request.session['cart'] = fruit
    return HttpResponse(f'In the cart: {fruit}')


def enter(request, name):
    user = authenticate(request, username=name, password='crumbs')
    login(request, user)
    return HttpResponse(f'Hello {name}.')


def leave(request):
    logout(request)
    return HttpResponse('Good bye.')


def new_password(request, word):
    request.user.password = make_password(word, SALT)
    request.user.save()
    return HttpResponse('Your password is changed.')


def new_password_and_stay(request, word):
    request.user.password = make_password(word, SALT)
    request.user.save()
    update_session_auth_hash(request, request.user)
    return HttpResponse('Your password is changed, and you stay.')
