/// What somebody typed, to be shown to him again beside an error.
enum TypedText {
    /// Longer than any key or account, and shorter than any token.
    private static let lengthMax = 90

    /// Nothing of what may be a token that was pasted into the wrong field: no page ever holds one.
    static func again(_ text: String) -> String {
        let longest = text.split(whereSeparator: \.isWhitespace).map(\.count).max() ?? 0
        let capitals = text.utf8.count { (0x41...0x5A).contains($0) }
        return longest > lengthMax || capitals > 40 ? "" : text
    }
}
