from django.urls import path

import views

urlpatterns = [
    path('who/', views.who),
    path('cart/<str:fruit>/', views.cart),
    path('login/<str:name>/', views.enter),
    path('logout/', views.leave),
    path('password/<str:word>/', views.new_password),
    path('password-and-stay/<str:word>/', views.new_password_and_stay),
]
