import Foundation

/// A name as it is shown, as it is compared, and as it is searched.
struct FoldedName {
    /// Blanks at the ends taken away, runs of them made one.
    let shown: String
    /// `shown` without case and accents.
    let text: String

    init(_ name: String) {
        shown = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        text = shown.folding(options: [.diacriticInsensitive, .caseInsensitive, .widthInsensitive], locale: nil)
    }

    /// The different words of the name, in order of their bytes.
    var terms: [String] {
        Set(text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }).map(String.init)).sorted()
    }
}
