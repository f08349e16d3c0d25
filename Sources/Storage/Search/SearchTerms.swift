import Foundation

/// Search that is blind to accents and case, on an ordinary index of either engine.
///
/// What can be found is cut into terms, stored one a row in a table with an index on `(organization_id, term)`; what a
/// person types is cut the same way and looked up as ranges of that index. Terms are keys: they compare as bytes.
package enum SearchTerms {
    /// Longer words are cut here, on both sides, so that they still find each other.
    package static let lengthLimit = 32
    /// More terms than this are not kept of one record, nor looked up for one question.
    package static let countLimit = 64

    /// The unique terms of these texts in the order they appear: `São João, nº 12` is `sao`, `joao`, `no`, `12`.
    package static func terms(of texts: [String]) -> [String] {
        var seen: Set<String> = []
        var terms: [String] = []
        for text in texts {
            for term in words(of: text) where seen.insert(term).inserted {
                terms.append(term)
                guard terms.count < countLimit else { return terms }
            }
        }
        return terms
    }

    /// One range a word of `question`, each of the terms that begin with it. All have to match. Empty for a question
    /// without a letter or digit.
    package static func prefixes(of question: String) -> [SearchPrefix] {
        terms(of: [question]).map(SearchPrefix.init)
    }

    private static func words(of text: String) -> [String] {
        var words: [String] = []
        var word = String.UnicodeScalarView()
        func finish() {
            if !word.isEmpty { words.append(String(word)) }
            word.removeAll(keepingCapacity: true)
        }
        // Compatibility mapping also takes ligatures and full-width letters apart.
        for scalar in text.decomposedStringWithCompatibilityMapping.unicodeScalars {
            let properties = scalar.properties
            switch properties.generalCategory {
            case .nonspacingMark, .spacingMark, .enclosingMark: continue
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
                .letterNumber, .otherNumber:
                for letter in properties.lowercaseMapping.unicodeScalars where word.count < lengthLimit {
                    word.append(contentsOf: undecomposed[letter].map { Array($0.unicodeScalars) } ?? [letter])
                }
            default: finish()
            }
        }
        finish()
        return words
    }

    /// Letters that Unicode does not take apart, but that people type without their stroke.
    private static let undecomposed: [Unicode.Scalar: String] = [
        "ø": "o", "đ": "d", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i",
    ]
}

/// The terms that begin with one word, as a range of an index.
package struct SearchPrefix: Hashable, Sendable {
    /// The first term of the range.
    package let lowerBound: String
    /// What comes right after the range: no term holds Unicode's last code point.
    package let upperBound: String

    init(_ word: String) {
        lowerBound = word
        upperBound = word + "\u{10FFFF}"
    }

    /// `column >= … AND column < …`, for a WHERE clause. `column` is a name that the program wrote.
    package func matches(_ column: String) -> SQL {
        "(\(unsafeSQL: column) >= \(lowerBound) AND \(unsafeSQL: column) < \(upperBound))"
    }
}
