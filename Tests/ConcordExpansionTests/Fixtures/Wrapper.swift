@Serializer(.pattern("^[A-Z]{2}$"))
struct CountryCode { var rawValue: String }

@Serializer(.title("Names"))
struct Names { var rawValue: [String] }

@ResponseHeader(.minimum(0))
struct RateLimit { var rawValue: Int }

@Serializer(.title("Colour"))
enum Colour: String { case red, green }
