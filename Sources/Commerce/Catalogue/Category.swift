import Basics

/// A shelf of the store's catalogue.
package struct Category: CanonicalRecord {
    package static var kind: RecordKind { .category }

    package var externalID: String
    package var name: String
    /// Nil for a department.
    package var parentID: String?
    /// From the department down to this one, as are `pathNames`.
    package var path: [String] = []
    package var pathNames: [String] = []
    package var url: String?

    package init(externalID: String, name: String) {
        self.externalID = externalID
        self.name = name
    }

    package var changedAt: Instant? { nil }
    package var title: String? { name }
    package var parent: RecordLink? { parentID.map { RecordLink(.category, $0) } }

    package var factValues: [(field: String, value: String)] {
        var values = [(field: "name", value: name)]
        if let parentID { values.append(("parentId", parentID)) }
        return values
    }

    package var words: RecordWords { RecordWords(plain: [externalID, name]) }

    package func write(to writer: inout JSONWriter) {
        writer.member("externalId", externalID)
        writer.member("name", name)
        writer.member("parentId", parentID)
        writer.strings("path", path)
        writer.strings("pathNames", pathNames)
        writer.member("url", url)
    }
}
