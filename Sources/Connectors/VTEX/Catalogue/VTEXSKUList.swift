import Basics
import ConnectorKit

/// The ids of all SKUs, which the catalogue, prices and stock are walked by. Source: docs/platforms/vtex.md, Catalogue.
struct VTEXSKUList: Sendable {
    /// SKUs of one page of records: each is a question of its own.
    static let perPage = 50
    /// VTEX hands out no more at once.
    private static let mostPerPage = 1000

    let client: VTEXClient

    /// Pages are counted from 1; empty behind the last one.
    func page(_ number: Int) async throws -> [String] {
        let ids = try await ids(number, size: Self.perPage)
        // Nothing comes behind the last page, nor from an index in trouble: it is asked again.
        return ids.isEmpty ? try await self.ids(number, size: Self.perPage) : ids
    }

    /// How many there are, found in some twenty questions.
    func count() async throws -> Int {
        var known = 0
        var beyond = 1
        while try await !ids(beyond, size: Self.mostPerPage).isEmpty {
            known = beyond
            beyond *= 2
        }
        while known + 1 < beyond {
            let middle = (known + beyond) / 2
            if try await ids(middle, size: Self.mostPerPage).isEmpty { beyond = middle } else { known = middle }
        }
        guard known > 0 else { return 0 }
        return (known - 1) * Self.mostPerPage + (try await ids(known, size: Self.mostPerPage).count)
    }

    private func ids(_ page: Int, size: Int) async throws -> [String] {
        let response = try await client.get(
            "/api/catalog_system/pvt/sku/stockkeepingunitids?page=\(page)&pagesize=\(size)",
            quotaGroup: VTEXClient.catalogueQuota)
        if let error = VTEXFailure(client: client, right: .readSKUs).error(of: response) { throw error }
        if response.status == 404 { return [] }
        do {
            var ids: [String] = []
            try JSONDocument(parsing: response.body).root.forEachElement { element in
                ids.append(element.kind == .string ? try element.stringValue() : String(try element.integerValue()))
            }
            return ids
        } catch let error as JSONError {
            throw PlatformError.vtexUnreadable(
                Phrase(pt: "Lista de SKUs", es: "Lista de SKU", en: "List of SKUs"), error)
        }
    }
}

/// A place in the list of SKUs, as the database keeps it.
enum VTEXPageNumber {
    /// The first page for nil, and for what is no number.
    static func number(_ cursor: String?) -> Int { max(1, cursor.flatMap { Int($0) } ?? 1) }
}
