from django.urls import path

import views

urlpatterns = [
    path('write/', views.write),
    path('read/', views.read),
    path('sign/', views.sign),
    path('who/', views.who),
    path('logout/', views.logout),
]
