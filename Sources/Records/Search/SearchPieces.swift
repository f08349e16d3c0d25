/// How texts are cut before they become words, stored and typed ones alike: an e-mail's domain and the dots of a document
/// are no words.
enum SearchPieces {
    static func cut(_ text: String) -> String {
        let pieces = text.split(separator: " ").map { piece -> String in
            if let at = piece.firstIndex(of: "@") { return String(piece[..<at]) }
            let isDotted =
                piece.contains(".") && piece.allSatisfy { $0.isASCII && ($0.isNumber || ".-/".contains($0)) }
            return isDotted ? piece.filter(\.isNumber) : String(piece)
        }
        return pieces.joined(separator: " ")
    }
}
