from django.db import models
from django.urls import path
from rest_framework import generics, routers, serializers, viewsets


class Thing(models.Model):
    name = models.CharField(max_length=100)


class ThingSerializer(serializers.ModelSerializer):
    class Meta:
        model = Thing
        fields = ["id", "name"]


class Things(generics.ListAPIView):
    serializer_class = ThingSerializer
    queryset = Thing.objects.all()
    authentication_classes = []
    permission_classes = []


class ThingViewSet(viewsets.ReadOnlyModelViewSet):
    serializer_class = ThingSerializer
    queryset = Thing.objects.all()
    authentication_classes = []
    permission_classes = []


router = routers.SimpleRouter(trailing_slash=False)
router.register("things", ThingViewSet)
urlpatterns = [path("things-list", Things.as_view()), path("things/<int:pk>/list", Things.as_view())] + router.urls
