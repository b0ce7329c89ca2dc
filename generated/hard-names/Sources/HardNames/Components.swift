import Concord

/// Something went wrong
@Response("Error")
struct ErrorResponse {
    @Body var body: ErrorSchema
}
