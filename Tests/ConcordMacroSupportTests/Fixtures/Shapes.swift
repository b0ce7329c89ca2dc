@Parameter
struct Page { // error: @Parameter 'Page' must have exactly one wrapped property; add '@Query var value: Type'
    @Query var size: Int
    @Query var number: Int
}

@Responses
enum Outcome {
    @Status(200) case done
    case failed // error: case 'failed' of @Responses has no status; write '@Status(200) case failed'
}

@SecurityScheme("key") // error: @SecurityScheme 'Key' has no kind; write one of .apiKey(header:), .http("bearer"), .oauth2(…), .openIdConnect("…"), .mutualTLS
struct Key {}
