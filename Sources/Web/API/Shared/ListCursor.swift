import Basics
import Crypto

/// Where a list goes on, in letters that say nothing: the position, and a digest of whose list it is and what was asked for.
///
/// A position moves within the caller's own list only, so it needs no seal; the digest finds cursors of another list.
enum ListCursor {
    private static let digestLength = 12

    /// - Parameters:
    ///   - owner: the organization.
    ///   - question: everything that decides which items the list has.
    static func text(_ number: Int64, _ id: String, owner: String, question: [String?]) -> String {
        var bytes = digest(owner, question)
        withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
        bytes.append(contentsOf: id.utf8)
        return Base64URL.text(bytes)
    }

    /// - Throws: 400 for a cursor that is broken, another organization's, or of another question.
    static func position(
        of text: String, owner: String, question: [String?]
    ) throws(Problem) -> (number: Int64, id: String) {
        guard text.utf8.count <= 200, let bytes = Base64URL.bytes(text), bytes.count >= digestLength + 8,
            Array(bytes[..<digestLength]) == digest(owner, question),
            let id = String(validating: bytes[(digestLength + 8)...], as: UTF8.self)
        else { throw Problem.badQuery([.foreignCursor]) }
        let number = bytes[digestLength..<digestLength + 8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return (Int64(bitPattern: number), id)
    }

    private static func digest(_ owner: String, _ question: [String?]) -> [UInt8] {
        var hash = SHA256()
        for part in [owner] + question {
            let bytes = Array((part ?? "").utf8)
            withUnsafeBytes(of: (part == nil ? -1 : Int64(bytes.count)).bigEndian) { hash.update(bufferPointer: $0) }
            hash.update(data: bytes)
        }
        return Array(hash.finalize().prefix(digestLength))
    }
}

extension Problem.FieldProblem {
    static let foreignCursor = Problem.FieldProblem(
        "cursor", code: "cursor",
        Phrase(
            pt: "Não é deste cliente ou desta consulta: comece a lista de novo.",
            es: "No es de este cliente o de esta consulta: empiece la lista de nuevo.",
            en: "It is not of this organization or of this query: begin the list anew."))
}
