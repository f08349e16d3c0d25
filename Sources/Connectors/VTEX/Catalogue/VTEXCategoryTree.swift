import Basics
import Commerce
import ConnectorKit

/// VTEX's tree of categories, which comes in one answer.
struct VTEXCategoryTree: Sendable {
    /// Deeper than any shop's.
    private static let path = "/api/catalog_system/pub/category/tree/30"
    /// VTEX keeps addresses with the host that somebody asked by.
    private static let filter = JSONFilter(removing: [], volatile: ["url"])

    let client: VTEXClient

    func read() async throws -> (records: [FetchedRecord], unreadable: [UnreadableRecord]) {
        let startedAt = client.clock.now()
        let response = try await client.get(Self.path, quotaGroup: VTEXClient.catalogueQuota)
        if let error = VTEXFailure(client: client, right: .readCategories).error(of: response) { throw error }
        guard response.status != 404 else { return ([], []) }
        do {
            var walk = Walk(fetchedAt: startedAt)
            try JSONDocument(parsing: response.body).root.forEachElement { try walk.read($0, under: []) }
            return (walk.records, walk.unreadable)
        } catch let error as JSONError {
            throw PlatformError.vtexUnreadable(
                Phrase(pt: "Árvore de categorias", es: "Árbol de categorías", en: "Category tree"), error)
        }
    }

    private struct Walk {
        let fetchedAt: Instant
        var records: [FetchedRecord] = []
        var unreadable: [UnreadableRecord] = []

        mutating func read(_ node: JSONView, under parents: [(id: String, name: String)]) throws {
            let id: String
            let name: String
            do {
                id = try node.requiredWords("id")
                name = try node.words("name") ?? id
                var category = Category(externalID: id, name: name)
                category.parentID = parents.last?.id
                category.path = parents.map(\.id) + [id]
                category.pathNames = parents.map(\.name) + [name]
                category.url = try node.words("url")
                records.append(
                    try VTEXRecord.fetched(
                        category, payload: try node.jsonWithoutChildren(), filter: filter, fetchedAt: fetchedAt))
            } catch {
                unreadable.append(try VTEXRecord.unreadable(.category, try? node.words("id"), error))
                return
            }
            try node.forEach("children") { try read($0, under: parents + [(id, name)]) }
        }
    }
}

extension JSONView {
    /// This node of the tree as JSON again, without those below it.
    fileprivate func jsonWithoutChildren() throws -> [UInt8] {
        var writer = JSONWriter(capacity: 256)
        try writer.object { writer in
            if self["id"]?.kind == .number {
                writer.member("id", try optionalInteger("id"))
            } else {
                writer.member("id", try optionalText("id"))
            }
            writer.member("name", try optionalText("name"))
            writer.member("hasChildren", try flag("hasChildren"))
            writer.member("url", try optionalText("url"))
            writer.member("Title", try optionalText("Title"))
            writer.member("MetaTagDescription", try optionalText("MetaTagDescription"))
        }
        return writer.bytes
    }
}
