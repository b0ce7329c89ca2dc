from django.db import models
from rest_framework import routers, serializers, viewsets

SPECTACULAR_SETTINGS = {"COMPONENT_SPLIT_REQUEST": True}


class Report(models.Model):
    title = models.CharField(max_length=100)
    total = models.IntegerField()


class TotalsSerializer(serializers.ModelSerializer):
    class Meta:
        model = Report
        fields = ["total"]
        read_only_fields = ["total"]


class ReportSerializer(serializers.ModelSerializer):
    totals = TotalsSerializer(source="*")

    class Meta:
        model = Report
        fields = ["id", "title", "totals"]
        read_only_fields = ["title"]


class ReportViewSet(viewsets.ModelViewSet):
    serializer_class = ReportSerializer
    queryset = Report.objects.all()
    authentication_classes = []
    permission_classes = []


router = routers.SimpleRouter(trailing_slash=False)
router.register("reports", ReportViewSet)
urlpatterns = router.urls
