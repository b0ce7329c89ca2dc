import ConcordCore
import HTTPTypes
import NIOCore

/// The address of the client of a request, which may have come through proxies.
struct ClientAddress {
    /// The address; `nil` if it is not known.
    let address: String?

    /// Finds the address.
    ///
    /// Each proxy appends the address that it received the request from to `X-Forwarded-For`. A client can send the
    /// field too, so only the entries of the app's own proxies count.
    ///
    /// - Parameters:
    ///   - connection: The address at the other end of the connection.
    ///   - headers: The fields of the request.
    ///   - proxyCount: The number of proxies that every request comes through.
    init(_ connection: String?, _ headers: HTTPFields, proxyCount: Int) {
        let forwarded = headers["X-Forwarded-For"] ?? ""
        let entries = forwarded.split(separator: ",").suffix(proxyCount)
        address = entries.first.flatMap(Self.address) ?? connection
    }

    /// Returns the IP address of an entry, without its port; `nil` if the entry is not an address.
    private static func address(_ entry: Substring) -> String? {
        let text = entry.drop { $0 == " " || $0 == "\t" }.prefix { $0 != " " && $0 != "\t" }
        let host =
            if text.first == "[" {
                text.dropFirst().prefix { $0 != "]" }
            } else if text.count(where: { $0 == ":" }) == 1 {
                text.prefix { $0 != ":" }
            } else {
                text
            }
        return (try? SocketAddress(ipAddress: String(host), port: 0))?.ipAddress
    }
}
