from django.core import validators
from django.db import models
from django.urls import path
from rest_framework import generics, serializers


class Reading(models.Model):
    code = models.CharField(max_length=8, validators=[validators.MinLengthValidator(3)])
    pattern = models.CharField(max_length=20, validators=[validators.RegexValidator("^[A-Z]{2}-[0-9]{4}$")])
    elevation = models.FloatField(validators=[validators.MinValueValidator(-430), validators.MaxValueValidator(8850)])
    name = models.CharField(max_length=20, unique=True)


class ReadingSerializer(serializers.ModelSerializer):
    number = serializers.IntegerField(min_value=1, max_value=7)
    speed = serializers.FloatField(min_value=0)
    words = serializers.ListField(child=serializers.CharField(min_length=2), min_length=1, max_length=5)
    weights = serializers.DictField(child=serializers.FloatField(min_value=0))
    price = serializers.DecimalField(max_digits=5, decimal_places=2, min_value=0)

    class Meta:
        model = Reading
        fields = ["code", "pattern", "elevation", "name", "number", "speed", "words", "weights", "price"]


class Readings(generics.ListCreateAPIView):
    serializer_class = ReadingSerializer
    queryset = Reading.objects.all()
    authentication_classes = []
    permission_classes = []


urlpatterns = [path("readings", Readings.as_view())]
