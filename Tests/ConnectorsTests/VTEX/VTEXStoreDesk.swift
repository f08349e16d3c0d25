import Basics
import Commerce
import ConnectorKit
import Connectors
import TestSupport
import Testing

/// A store whose answers are scripted, and what a stream of it yields.
struct VTEXStoreDesk {
    let transport = ScriptedTransport()
    let clock = ManualClock(at: Instant(seconds: 1_780_000_000))
    private let store: any Store

    init() throws {
        let connector = try ConnectorCatalog.connector(named: "vtex")
        let credential = StoreCredential(
            account: "minhaloja", baseURL: "https://minhaloja.vtexcommercestable.com.br",
            key: "vtexappkey-minhaloja-ABCDEF", token: Secret(String(repeating: "PLANTED", count: 18) + "XX"))
        store = connector.store(credential, transport: transport, clock: clock)
        // The currency, which most streams ask for once.
        transport.answer("/api/catalog_system/pvt/saleschannel/list", status: 403)
        transport.answer(
            "/api/oms/pvt/orders?orderBy=creationDate,desc", body: #"{"list":[{"currencyCode":"BRL"}]}"#)
    }

    func source(_ stream: StreamKind) throws -> any RecordSource {
        try #require(store.records.first { $0.stream == stream })
    }

    /// All pages of a walk.
    func pages(_ stream: StreamKind, _ walk: RecordWalk = .everything) async throws -> [RecordPage] {
        var pages: [RecordPage] = []
        var cursor: String?
        repeat {
            pages.append(try await source(stream).page(of: walk, after: cursor))
            cursor = pages.last?.next
        } while cursor != nil && pages.count < 100
        return pages
    }

    func requests(_ part: String) -> [TransportRequest] { transport.requests.filter { $0.url.contains(part) } }
}

extension RecordPage {
    func ids(_ kind: RecordKind) -> [String] {
        records.map(\.document).filter { $0.kind == kind }.map(\.externalID)
    }
}

extension FetchedRecord {
    var core: String { String(decoding: document.core, as: UTF8.self) }
    var person: String { String(decoding: document.person ?? [], as: UTF8.self) }
}

extension [FetchedRecord] {
    func first(_ kind: RecordKind) throws -> FetchedRecord { try #require(first { $0.document.kind == kind }) }
}

/// What decides whether a record changed.
func hash(_ records: [FetchedRecord], _ kind: RecordKind) throws -> [UInt8] { try records.first(kind).contentHash }
