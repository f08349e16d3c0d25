import Basics
import Commerce

/// The way to the records of one kind, with how many there are.
struct RecordKindEntry: Sendable {
    let path: String
    let title: String
    let count: String
    let isHere: Bool

    init(_ kind: RecordKind, count: Int, client: String, isHere: Bool = false, for reader: Reader) {
        path = ConsolePath.records(client, kind.rawValue)
        title = reader.say(RecordKindWords.many(kind))
        self.count = reader.number(count)
        self.isHere = isHere
    }
}
