from django.urls import path

import views

urlpatterns = [
    path('welcome/', views.welcome),
    path('test/', views.test),
    path('at-once/', views.at_once),
    path('consent/', views.consent),
    path('agree/', views.agree),
]
