import Commerce
import Storage

/// The words that a record is found by: its own, its id and title, and those of its person.
struct RecordTerms: Hashable, Sendable {
    /// Tell nothing of a person.
    let plain: [String]
    let personal: [String]

    init(_ document: RecordDocument) {
        let texts = [document.externalID, document.title ?? ""] + document.words.plain
        let plain = SearchTerms.terms(of: texts.map(SearchPieces.cut))
        self.plain = plain
        let known = Set(plain)
        personal = SearchTerms.terms(of: document.words.personal.map(SearchPieces.cut)).filter { !known.contains($0) }
    }
}
