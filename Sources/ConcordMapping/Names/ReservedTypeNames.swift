/// The names of types that generated code may use or that every Swift file imports. A type with one of these names
/// would shadow them.
enum ReservedTypeNames {
    /// The names that no type at file level or in a view can have.
    static let all = inSerializers.union(foundation).union(requests)

    /// The names that no type inside a serializer can have.
    static let inSerializers = standardLibrary.union(schemas)

    private static let standardLibrary = words(
        """
        Any AnyObject Self Type Protocol Never Void Error Result Optional Array Dictionary Set String Substring Character \
        Bool Int Int8 Int16 Int32 Int64 Int128 UInt UInt8 UInt16 UInt32 UInt64 UInt128 Double Float Float16 Float80 \
        Equatable Hashable Comparable Codable Encodable Decodable Identifiable Sendable Sequence Collection Range \
        ClosedRange RawRepresentable CaseIterable Iterator Actor MainActor Task Clock Duration Regex KeyPath Mirror \
        Unicode Slice Span Hasher Identifier StaticString ObjectIdentifier Encoder Decoder CodingKey Swift Foundation \
        Date Data URL UUID Decimal
        """)

    private static let schemas = words(
        """
        Serializer Schema Field OpenAPI AllOf OneOf AnyOf AdditionalProperties PatternProperties Indirect Nullable Const \
        JSON JSONObject Null Number CalendarDate Bytes File Example ExternalDocs XML Concord ConcordCore ConcordServer \
        WireValue Model ForeignKey OneToOne ManyToMany
        """)

    private static let foundation = words(
        """
        Locale Calendar TimeZone Bundle Process Thread Timer Stream Scanner Formatter Notification Measurement Unit \
        Dimension Operation Progress Host Port FileManager IndexPath IndexSet CharacterSet DateInterval DateComponents \
        NSObject JSONSerialization JSONEncoder JSONDecoder URLRequest URLResponse URLSession UserDefaults ProcessInfo \
        Predicate Expression
        """)

    private static let requests = words(
        """
        API View Webhook Path Query Header Cookie QueryString Body Response Responses Status Content RequestBody \
        Parameter ResponseHeader SecurityScheme GET PUT POST DELETE OPTIONS HEAD PATCH TRACE QUERY Contact License Server \
        ServerVariable SchemaSettings All Anonymous Authentication NotImplemented Streaming FileResponse Request MediaType \
        ParameterStyle StatusKey Format Filter FilterBackend Permission Pagination QuerySet Manager Action AutoSchema \
        SearchFilter OrderingFilter PageNumberPagination LimitOffsetPagination Throttle Cache Settings Migration Database \
        Router Problem HTTPError ValidationError ValidationErrors JSONPointer CoreResponse \
        TestClient Pattern Constraint Constraints Discriminator Callback ResponseLink PartEncoding
        """)

    private static func words(_ text: String) -> Set<String> {
        Set(text.split(separator: " ").map(String.init))
    }
}
