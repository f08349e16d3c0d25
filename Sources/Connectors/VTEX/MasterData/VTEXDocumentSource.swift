import Basics
import Commerce
import ConnectorKit

/// A stream whose records are documents of one of Master Data's entities.
struct VTEXDocumentSource: RecordSource {
    /// Raise it when the mapping gets better, so that kept payloads are mapped again. 2: it is noted whose a cart is.
    var mapperVersion: Int { 2 }
    var tellsChanges: Bool { true }

    let stream: StreamKind
    /// The first is the document's own.
    let kinds: [RecordKind]
    let data: VTEXMasterData
    /// The records that a document is.
    /// - Throws: `JSONError` for a document that cannot be read.
    let read: @Sendable (_ document: [UInt8], _ fetchedAt: Instant, _ currency: String) throws -> [FetchedRecord]
    /// Nil where documents hold no money.
    let currency: VTEXCurrency?

    static func customers(
        _ client: VTEXClient, _ currency: VTEXCurrency, _ scrolls: VTEXScrollPlaces
    ) -> VTEXDocumentSource {
        VTEXDocumentSource(
            stream: .customers, kinds: [.customer, .subscriber, .cart],
            data: VTEXMasterData(client: client, entity: "CL", right: .readCustomers, scrolls: scrolls),
            read: { try VTEXCustomerDocument.records($0, fetchedAt: $1, currency: $2) }, currency: currency)
    }

    static func addresses(_ client: VTEXClient, _ scrolls: VTEXScrollPlaces) -> VTEXDocumentSource {
        VTEXDocumentSource(
            stream: .addresses, kinds: [.address],
            data: VTEXMasterData(client: client, entity: "AD", right: .readAddresses, scrolls: scrolls),
            read: { document, fetchedAt, _ in try VTEXAddressDocument.records(document, fetchedAt: fetchedAt) },
            currency: nil)
    }

    func survey() async throws -> Int? { try await data.count(nil) }

    func page(
        of walk: RecordWalk, after cursor: String?, asking patience: any Patience
    ) async throws -> RecordPage {
        let currency = try await patience.ask { try await self.currency?.code(data.client) ?? "" }
        let startedAt = data.client.clock.now()
        let found = try await patience.ask { try await VTEXDocumentWalk(data: data).page(of: walk, after: cursor) }
        var page = RecordPage(records: [], next: found.next?.text)
        for document in found.documents {
            do {
                page.records += try read(document, startedAt, currency)
            } catch {
                page.unreadable.append(try VTEXRecord.unreadable(kinds[0], id(of: document), error))
            }
        }
        return page
    }

    func fetch(_ kind: RecordKind, _ externalID: String) async throws -> [FetchedRecord] {
        let currency = try await currency?.code(data.client) ?? ""
        let startedAt = data.client.clock.now()
        guard let document = try await data.document(externalID) else { return [] }
        do {
            return try read(document, startedAt, currency)
        } catch {
            throw try VTEXRecord.unreadable(kinds[0], externalID, error).error
        }
    }

    private func id(of document: [UInt8]) -> String? {
        guard let root = try? JSONDocument(parsing: document).root else { return nil }
        return try? VTEXDocumentID.id(of: root, entity: data.entity)
    }
}

/// A document's id: `CL-{uuid}` and the bare `{uuid}` are the same.
enum VTEXDocumentID {
    static func id(of document: JSONView, entity: String) throws(JSONError) -> String {
        bare(try document.requiredWords("id"), entity: entity)
    }

    static func bare(_ id: String, entity: String) -> String {
        id.uppercased().hasPrefix(entity + "-") ? String(id.dropFirst(entity.count + 1)) : id
    }
}
