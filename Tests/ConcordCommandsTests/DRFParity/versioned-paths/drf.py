from django.db import models
from django.urls import include, path
from rest_framework import generics, serializers


class City(models.Model):
    name = models.CharField(max_length=100)
    population = models.IntegerField()


class CitySerializer(serializers.ModelSerializer):
    class Meta:
        model = City
        fields = ["name"]


class DetailedCitySerializer(serializers.ModelSerializer):
    class Meta:
        model = City
        fields = ["name", "population"]


class Cities(generics.ListAPIView):
    serializer_class = CitySerializer
    queryset = City.objects.all()
    authentication_classes = []
    permission_classes = []


class DetailedCities(Cities):
    serializer_class = DetailedCitySerializer


urlpatterns = [
    path("v1/", include([path("cities", Cities.as_view())])),
    path("v2/", include([path("cities", DetailedCities.as_view())])),
]
