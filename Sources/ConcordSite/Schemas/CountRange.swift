/// A number of characters, items or properties, in words.
struct CountRange {
    let text: String?

    init(_ least: Int?, _ most: Int?, _ unit: String, plural: String? = nil) {
        let plural = plural ?? unit + "s"
        text =
            switch (least, most) {
            case (nil, nil), (0?, nil): nil
            case (let least?, nil): "at least \(least) \(least == 1 ? unit : plural)"
            case (nil, let most?), (0?, let most?): "at most \(most) \(most == 1 ? unit : plural)"
            case (let least?, let most?) where least == most: "exactly \(least) \(least == 1 ? unit : plural)"
            case (let least?, let most?): "\(least) to \(most) \(plural)"
            }
    }
}
