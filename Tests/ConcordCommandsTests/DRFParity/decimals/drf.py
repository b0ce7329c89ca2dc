from django.core.validators import MinValueValidator
from django.db import models
from django.urls import path
from rest_framework import generics, serializers


class Price(models.Model):
    amount = models.DecimalField(max_digits=6, decimal_places=2)
    rate = models.DecimalField(max_digits=5, decimal_places=4, validators=[MinValueValidator(0)])


class PriceSerializer(serializers.ModelSerializer):
    number = serializers.DecimalField(max_digits=6, decimal_places=2, coerce_to_string=False)

    class Meta:
        model = Price
        fields = ["amount", "rate", "number"]


class Prices(generics.ListCreateAPIView):
    serializer_class = PriceSerializer
    queryset = Price.objects.all()
    authentication_classes = []
    permission_classes = []


urlpatterns = [path("prices", Prices.as_view())]
