/// What clients and connections may be called: something that the eye sees, and that fits into a list.
enum NameRule {
    static let lengthMax = 200

    /// A name as it is shown.
    ///
    /// - Throws: `RecordsError` with code `records.name_empty` for one that is blank, longer than `lengthMax` or has
    ///   characters that cannot be seen, as those that turn the direction of text.
    static func shown(_ typed: String) throws -> String {
        let shown = FoldedName(typed).shown
        let seen = shown.unicodeScalars.filter { !joiners.contains($0) }
        guard !seen.isEmpty, shown.unicodeScalars.count <= lengthMax, seen.allSatisfy(isSeen) else {
            throw RecordsError(.nameEmpty)
        }
        return shown
    }

    /// Parts of letters and of emoji.
    private static let joiners: Set<Unicode.Scalar> = ["\u{200C}", "\u{200D}"]

    private static func isSeen(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
        default: true
        }
    }
}
