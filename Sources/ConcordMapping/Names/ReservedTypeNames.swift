/// Types that generated code may name, or that every Swift file sees; a type of one of these names would hide them.
enum ReservedTypeNames {
    static let all: Set<String> = Set(
        """
        Any AnyObject Self Type Protocol Never Void Error Result Optional Array Dictionary Set String Substring Character \
        Bool Int Int8 Int16 Int32 Int64 Int128 UInt UInt8 UInt16 UInt32 UInt64 UInt128 Double Float Float16 Float80 \
        Equatable Hashable Comparable Codable Encodable Decodable Identifiable Sendable Sequence Collection Range \
        ClosedRange RawRepresentable CaseIterable Iterator Actor MainActor Task Clock Duration Regex KeyPath Mirror \
        Unicode Slice Span Hasher Identifier StaticString ObjectIdentifier Encoder Decoder CodingKey \
        Date Data URL UUID Decimal Locale Calendar TimeZone Bundle Process Thread Timer Stream Scanner Formatter \
        Notification Measurement Unit Dimension Operation Progress Host Port FileManager IndexPath IndexSet CharacterSet \
        DateInterval DateComponents NSObject JSONSerialization JSONEncoder JSONDecoder URLRequest URLResponse URLSession \
        UserDefaults ProcessInfo Predicate Expression Foundation Concord ConcordCore ConcordServer Swift \
        API View Webhook Model Serializer Schema Field Path Query Header Cookie QueryString Body Response Responses Status \
        Content RequestBody Parameter ResponseHeader SecurityScheme OpenAPI AllOf OneOf AnyOf AdditionalProperties \
        PatternProperties GET PUT POST DELETE OPTIONS HEAD PATCH TRACE QUERY Nullable Const JSON JSONObject Null Number \
        CalendarDate Bytes File Example ExternalDocs Contact License Server ServerVariable Tag SchemaSettings All Anonymous \
        Authentication NotImplemented Streaming Indirect Request MediaType ParameterStyle StatusKey Format Filter \
        FilterBackend Permission Pagination QuerySet Manager ForeignKey OneToOne ManyToMany Action AutoSchema SearchFilter \
        OrderingFilter PageNumberPagination LimitOffsetPagination Throttle Cache Settings Migration Database Router Route \
        Problem HTTPError ValidationError ValidationErrors JSONReader JSONWriter JSONPointer WireValue EmbeddedDocument \
        CoreResponse TestClient Issue Pattern Constraint Constraints Discriminator
        """.split(separator: " ").map(String.init))
}
