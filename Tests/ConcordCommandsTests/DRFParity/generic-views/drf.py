from django.core.validators import MinLengthValidator
from django.db import models
from django.urls import path
from rest_framework import generics, serializers


class Country(models.Model):
    code = models.CharField(primary_key=True, max_length=2, validators=[MinLengthValidator(2)])
    name = models.CharField(max_length=60)


class City(models.Model):
    slug = models.SlugField(unique=True, max_length=50)
    country = models.ForeignKey(Country, null=True, on_delete=models.SET_NULL)


class CountrySerializer(serializers.ModelSerializer):
    class Meta:
        model = Country
        fields = ["code", "name"]


class CitySerializer(serializers.ModelSerializer):
    class Meta:
        model = City
        fields = ["id", "slug", "country"]


class Shared:
    authentication_classes = []
    permission_classes = []


class Countries(Shared, generics.ListCreateAPIView):
    serializer_class = CountrySerializer
    queryset = Country.objects.all()


class CountryDetail(Shared, generics.RetrieveUpdateDestroyAPIView):
    serializer_class = CountrySerializer
    queryset = Country.objects.all()
    lookup_field = "code"


class OfCities(Shared):
    serializer_class = CitySerializer
    queryset = City.objects.all()


class NewCities(OfCities, generics.CreateAPIView):
    pass


class Cities(OfCities, generics.ListAPIView):
    pass


class CityNames(OfCities, generics.RetrieveAPIView):
    lookup_field = "slug"


class CityRemoval(OfCities, generics.DestroyAPIView):
    lookup_field = "id"


class CityChange(OfCities, generics.UpdateAPIView):
    lookup_field = "id"


class CityWatch(OfCities, generics.RetrieveDestroyAPIView):
    lookup_field = "id"


class CityOffice(OfCities, generics.RetrieveUpdateAPIView):
    lookup_field = "id"


urlpatterns = [
    path("countries", Countries.as_view()),
    path("countries/<code>", CountryDetail.as_view()),
    path("cities/new", NewCities.as_view()),
    path("cities", Cities.as_view()),
    path("cities/<slug:slug>", CityNames.as_view()),
    path("cities/<int:id>/removal", CityRemoval.as_view()),
    path("cities/<int:id>/change", CityChange.as_view()),
    path("cities/<int:id>/watch", CityWatch.as_view()),
    path("cities/<int:id>/office", CityOffice.as_view()),
]
