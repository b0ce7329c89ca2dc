"""The objects of Benchmarks/server, as Sources/ServerBenchmark/Station.swift makes them."""

import datetime
import uuid

START = datetime.datetime(2023, 11, 14, 22, 13, 20, tzinfo=datetime.timezone.utc)


def stations(count):
    return [
        {
            "id": uuid.UUID(f"6f1f2a34-5b0c-4a7e-9d6b-{number:012}"), "name": f"Station {number}",
            "elevation": number * 12.25 + 0.5, "status": "retired" if number % 3 == 0 else "active",
            "created": START + datetime.timedelta(seconds=number), "tags": ["north", f"tag {number}"],
        } for number in range(count)
    ]
