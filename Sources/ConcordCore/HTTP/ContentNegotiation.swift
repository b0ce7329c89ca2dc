extension APIRequest {
    /// Returns the media type that the client prefers, or `nil` if the client accepts none of them (RFC 9110, section
    /// 12.5.1). If it prefers several equally, returns the first.
    func preferred(among offers: [MediaType]) -> MediaType? {
        guard let accept = headers[.accept], !accept.isEmpty, accept != "*/*" else { return offers.first }
        let ranges = accept.split(separator: ",").map { AcceptedRange(String($0)) }
        var best: (offer: MediaType, quality: Double)?
        for offer in offers {
            let quality = ranges.filter { $0.range.covers(offer) }.max { $0.precision < $1.precision }?.quality ?? 0
            if quality > best?.quality ?? 0 { best = (offer, quality) }
        }
        return best?.offer
    }

    /// Returns the content coding that the client prefers, or `nil` if it accepts none of them (RFC 9110, section
    /// 12.5.3).
    package func preferredCoding(among offers: [String]) -> String? {
        let accepted = (headers[.acceptEncoding] ?? "").lowercased().split(separator: ",").map { entry in
            let parameters = HeaderParameters(String(entry))
            return (name: parameters.value, quality: parameters.value(of: "q").flatMap { Double($0) } ?? 1)
        }
        var best: (name: String, quality: Double)?
        for offer in offers {
            let entry = accepted.first { $0.name == offer } ?? accepted.first { $0.name == "*" }
            if let quality = entry?.quality, quality > best?.quality ?? 0 { best = (offer, quality) }
        }
        return best?.name
    }
}

/// One entry of an `Accept` header: `text/*;q=0.5`.
private struct AcceptedRange {
    let range: MediaType
    let quality: Double

    init(_ text: String) {
        range = MediaType(text)
        quality = HeaderParameters(text).value(of: "q").flatMap { Double($0) } ?? 1
    }

    /// The precedence of the range: types precede subtype ranges, which precede `*/*`.
    var precision: Int {
        let essence = range.essence
        return essence == "*/*" ? 0 : essence.hasSuffix("/*") ? 1 : 2
    }
}
