from django.urls import path

import views

urlpatterns = [
    path('', views.home),
    path('two/', views.two),
    path('theme/', views.theme),
    path('shop/', views.shop),
    path('shop/add/', views.add),
    path('shop/empty/', views.empty),
]
