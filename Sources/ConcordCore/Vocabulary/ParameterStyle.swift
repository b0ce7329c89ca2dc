/// The serialization of a parameter's value: the `style` of a Parameter Object.
public enum ParameterStyle: String, Sendable {
    /// `a,b`: paths and headers.
    case simple
    /// `.a.b`: paths.
    case label
    /// `;name=a,b`: paths.
    case matrix
    /// `name=a&name=b`: queries and cookies.
    case form
    /// `name=a%20b`: queries.
    case spaceDelimited
    /// `name=a|b`: queries.
    case pipeDelimited
    /// `name[key]=a`: queries.
    case deepObject
    /// `name=a; name=b` without percent-encoding: cookies (3.2).
    case cookie
}
