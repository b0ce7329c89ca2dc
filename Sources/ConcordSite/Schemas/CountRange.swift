/// A number of characters, items or properties, in words.
struct CountRange {
    private let least: Int?
    private let most: Int?
    private let one: SiteText
    private let several: SiteText

    init(_ least: Int?, _ most: Int?, _ one: SiteText, _ several: SiteText) {
        self.least = least
        self.most = most
        self.one = one
        self.several = several
    }

    /// Returns the range in words, or `nil` if any number is allowed.
    func html(_ page: PageContext) -> HTML? {
        func count(_ number: Int) -> HTML { "\(number) \(page.text(number == 1 ? one : several))" }
        switch (least, most) {
        case (nil, nil), (0?, nil): return nil
        case (let least?, nil): return page.text(.atLeast, ["least": count(least)])
        case (nil, let most?), (0?, let most?): return page.text(.atMost, ["most": count(most)])
        case (let least?, let most?) where least == most: return page.text(.exactly, ["count": count(least)])
        case (let least?, let most?): return page.text(.range, ["least": "\(least)", "most": count(most)])
        }
    }
}
