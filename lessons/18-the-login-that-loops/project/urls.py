from django.urls import path

import views

urlpatterns = [
    path('private/', views.private),
    path('login/', views.login),
    path('enter/', views.enter),
]
