"""Documents of any size."""

SCHEMA = """    Thing{n}:
      type: object
      description: Thing number {n}.
      required: [id, name]
      properties:
        id: {{type: integer, format: int64, readOnly: true}}
        name: {{type: string, minLength: 1, maxLength: 100}}
        created_at: {{type: string, format: date-time}}
        status: {{type: string, enum: [open, closed, in-progress]}}
        before: {{$ref: '#/components/schemas/Thing{before}'}}
        sizes: {{type: array, items: {{type: number}}}}
"""

PATH = """  /thing-{n}s:
    get:
      tags: [group-{group}]
      operationId: listThing{n}s
      parameters:
        - {{name: page_size, in: query, schema: {{type: integer, minimum: 1}}}}
      responses:
        '200':
          description: OK
          content:
            application/json:
              schema: {{type: array, items: {{$ref: '#/components/schemas/Thing{n}'}}}}
"""


def document_of_schemas(count):
    """A document of so many object schemas, each of which refers to the one before, and a path for every tenth."""
    paths = "".join(PATH.format(n=number, group=number // 100) for number in range(0, count, 10))
    schemas = "".join(SCHEMA.format(n=number, before=max(number - 1, 0)) for number in range(count))
    return (
        "openapi: 3.1.1\ninfo: {title: Things, version: 1.0.0}\npaths:\n" + paths + "components:\n  schemas:\n" + schemas)
