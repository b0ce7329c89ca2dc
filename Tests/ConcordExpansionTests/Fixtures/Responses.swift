@Response
struct Page {
    @Header("X-Next") var next: String?
    @Header("X-Rate-Limit") var left: RateLimit
    @Body(.json) var pets: [Pet]
}

@Responses
enum Outcome {
    @Status(201) case created(Pet)
    @Status(202, .text) case queued(String)
    @Status(204) case nothing
    @Status(.range("4XX")) case refused([Problem])
}
