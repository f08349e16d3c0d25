import Foundation

/// A name as it is shown and as it is compared.
struct FoldedName {
    /// Blanks at the ends taken away, runs of them made one.
    let shown: String
    /// `shown` without case and accents.
    let text: String

    init(_ name: String) {
        shown = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        text = shown.folding(options: [.diacriticInsensitive, .caseInsensitive, .widthInsensitive], locale: nil)
    }
}
