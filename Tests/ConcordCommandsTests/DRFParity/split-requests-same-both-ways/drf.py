from django.db import models
from rest_framework import routers, serializers, viewsets

SPECTACULAR_SETTINGS = {"COMPONENT_SPLIT_REQUEST": True}


class Point(models.Model):
    x = models.FloatField()
    y = models.FloatField()


class PointSerializer(serializers.ModelSerializer):
    class Meta:
        model = Point
        fields = ["x", "y"]


class PointViewSet(viewsets.ModelViewSet):
    serializer_class = PointSerializer
    queryset = Point.objects.all()
    authentication_classes = []
    permission_classes = []


router = routers.SimpleRouter(trailing_slash=False)
router.register("points", PointViewSet)
urlpatterns = router.urls
