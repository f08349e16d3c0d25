/// A short text that people typed to be shown: blanks at its ends taken away, runs of them made one.
struct ShownText {
    let text: String

    /// Nil when nothing is left, when it has more characters than `lengthMax`, or one that is not for the eye.
    init?(_ typed: String, lengthMax: Int) {
        let words = typed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let isForTheEye = words.unicodeScalars.allSatisfy {
            ![.control, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator]
                .contains($0.properties.generalCategory)
        }
        guard !words.isEmpty, words.unicodeScalars.count <= lengthMax, isForTheEye else { return nil }
        text = words
    }
}
