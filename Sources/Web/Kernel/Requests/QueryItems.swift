/// The names and values after `?`, percent-decoded. A form's body reads the same.
package struct QueryItems: Sendable {
    package struct Item: Sendable, Hashable {
        package let name: String
        package let value: String
    }

    /// More names than this are refused.
    static let countLimit = 100

    package let items: [Item]

    package init(items: [Item] = []) { self.items = items }

    /// Nil for text that is not percent-encoded UTF-8, or that has too many items.
    init?(parsing text: Substring) {
        guard !text.isEmpty else {
            items = []
            return
        }
        var parsed: [Item] = []
        for piece in text.split(separator: "&") {
            let cut = piece.firstIndex(of: "=")
            let name = PercentDecoding.decoded(piece[..<(cut ?? piece.endIndex)], plusIsBlank: true)
            let value = PercentDecoding.decoded(
                cut.map { piece[piece.index(after: $0)...] } ?? "", plusIsBlank: true)
            guard let name, let value, parsed.count < Self.countLimit else { return nil }
            parsed.append(Item(name: name, value: value))
        }
        items = parsed
    }

    /// The first value of this name.
    package subscript(name: String) -> String? { items.first { $0.name == name }?.value }

    package func all(_ name: String) -> [String] { items.lazy.filter { $0.name == name }.map(\.value) }
}
