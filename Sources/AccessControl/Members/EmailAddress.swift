import Foundation

/// An e-mail address as members are found by it: composed (NFKC) and in lower case.
package struct EmailAddress: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
    /// The longest that mail servers take. Source: RFC 5321, 4.5.3.1.3, less its angle brackets.
    private static let lengthMax = 254

    package let text: String

    /// Nil unless it looks like an address: one @, something before it, a domain after it, no blanks. Whether mail
    /// arrives there is not known.
    package init?(_ typed: String) {
        let folded = typed.trimmingCharacters(in: .whitespacesAndNewlines).precomposedStringWithCompatibilityMapping
            .lowercased()
        let parts = folded.split(separator: "@", omittingEmptySubsequences: false)
        let isClean = folded.unicodeScalars.allSatisfy {
            !$0.properties.isWhitespace && $0.properties.generalCategory != .control
                && $0.properties.generalCategory != .format
        }
        guard parts.count == 2, !parts[0].isEmpty, isClean, folded.utf8.count <= Self.lengthMax,
            parts[1].split(separator: ".", omittingEmptySubsequences: false).allSatisfy({ !$0.isEmpty }),
            !parts[1].isEmpty, !folded.contains(where: { "<>,;\"()[]\\".contains($0) })
        else { return nil }
        text = folded
    }

    init(stored text: String) { self.text = text }

    /// An address is a person's: not for logs.
    package var description: String { "•••" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
