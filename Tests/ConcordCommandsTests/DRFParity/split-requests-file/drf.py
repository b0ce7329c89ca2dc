from django.db import models
from rest_framework import parsers, routers, serializers, viewsets

SPECTACULAR_SETTINGS = {"COMPONENT_SPLIT_REQUEST": True}


class Document(models.Model):
    title = models.CharField(max_length=100)
    scan = models.FileField()


class DocumentSerializer(serializers.ModelSerializer):
    class Meta:
        model = Document
        fields = ["id", "title", "scan"]


class DocumentViewSet(viewsets.ModelViewSet):
    serializer_class = DocumentSerializer
    queryset = Document.objects.all()
    parser_classes = [parsers.MultiPartParser]
    authentication_classes = []
    permission_classes = []


router = routers.SimpleRouter(trailing_slash=False)
router.register("documents", DocumentViewSet)
urlpatterns = router.urls
