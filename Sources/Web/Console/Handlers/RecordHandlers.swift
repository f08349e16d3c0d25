import AccessControl
import Basics
import Commerce
import Foundation
import HTTPTypes
import Operations
import Records

/// Records besides orders: found and seen.
struct RecordHandlers: Sendable {
    private static let pageSize = 50

    let services: Services
    private var frames: Frames { Frames(services: services) }

    init(services: Services) { self.services = services }

    func register(in routes: inout ConsoleRoutes) {
        routes.get(ConsolePath.records("{organization}", "{kind}"), ReadRecords.self) { request, grant in
            try await list(request, grant).answer(in: frames.member(request, .records, in: grant.scope))
        }
        routes.get(ConsolePath.record("{organization}", "{kind}", "{record}"), ReadRecords.self) { request, grant in
            try await page(request, grant).answer(in: frames.member(request, .records, in: grant.scope))
        }
        let record = ConsolePath.record("{organization}", "{kind}", "{record}")
        routes.post(record + "/separate", ManagePeople.self) { request, grant in
            try await decide(request, grant, PersonWords.separated) {
                try await services.separatePerson($0, of: grant.scope, by: grant.actor)
            }
        }
        routes.post(record + "/unite", ManagePeople.self) { request, grant in
            try await decide(request, grant, PersonWords.united) {
                try await services.unitePerson($0, of: grant.scope, by: grant.actor)
            }
        }
    }

    /// Of a customer, whether it is the same person as others.
    private func decide(
        _ request: ConsoleRequest, _ grant: Grant<ManagePeople>, _ done: Phrase,
        _ deed: (RecordID) async throws -> Int?
    ) async throws -> Answer {
        let id: RecordID = try request.parameters.id("record")
        guard try Self.kind(request) == .customer else { throw Problem.notFound }
        let client = Services.organizationID(of: grant.scope)
        let page = request.form["page"].flatMap(RecordID.init(parsing:)) ?? id
        guard let count = try await deed(id) else { throw Problem.notFound }
        return request.done(
            count == 0 ? PersonWords.nobody : done,
            to: ConsolePath.record(client, RecordKind.customer.rawValue, page.text))
    }

    private func list(_ request: ConsoleRequest, _ grant: Grant<ReadRecords>) async throws -> RecordsPage {
        let query = RecordsPage.Query(
            try Self.kind(request),
            text: String((request.query["q"] ?? "").prefix(200)).trimmingCharacters(in: .whitespacesAndNewlines),
            isWithDeleted: request.query["deleted"] == "too", after: request.query["after"])
        var filter = RecordFilter(query.kind, seesPeople: grant.seesPeople)
        filter.text = query.text.isEmpty ? nil : query.text
        filter.isDeleted = query.isWithDeleted ? nil : false
        let found = try await services.records(
            filter, of: grant.scope, after: query.after.flatMap(Self.position), limit: Self.pageSize)
        let parents = try await services.parents(of: found.records, in: grant.scope, seesPeople: grant.seesPeople)
        let connections = try await services.connections(of: grant.scope)
        return RecordsPage(
            records: found.records.map { Self.listing($0, of: parents[$0.id], connections) }, query: query,
            next: found.next.map { "\($0.changedAt.microseconds).\($0.id.text)" },
            counts: try await services.recordCounts(of: grant.scope))
    }

    private func page(_ request: ConsoleRequest, _ grant: Grant<ReadRecords>) async throws -> RecordPage {
        let id: RecordID = try request.parameters.id("record")
        let history = try await services.recordHistory(
            id, try Self.kind(request), of: grant.scope, seesPeople: grant.seesPeople)
        guard let history else { throw Problem.notFound }
        return RecordPage(
            listing: Self.listing(history.record, of: history.parent, [history.connection]),
            children: history.children.map { Self.listing($0, of: history.record, [history.connection]) },
            orders: history.orders, skus: history.skus,
            same: history.same.map { Self.listing($0, of: nil, history.connections) },
            apart: history.apart.map { Self.listing($0, of: nil, history.connections) }, changes: history.changes,
            canonical: PrettyJSON.text(history.record.json))
    }

    private static func kind(_ request: ConsoleRequest) throws -> RecordKind {
        guard let kind = request.parameters["kind"].flatMap(RecordKind.init(rawValue:)) else { throw Problem.notFound }
        return kind
    }

    private static func listing(
        _ record: StoredRecord, of parent: StoredRecord?, _ connections: [Connection]
    ) -> RecordListing {
        let connection = connections.first { $0.id == record.connectionID }
        return RecordListing(
            record: record, parent: parent, connectionName: connection?.name ?? "",
            timeZone: connection?.timeZone ?? Frames.defaultZone)
    }

    /// What is no place in the list is passed over: an address may have been typed.
    private static func position(_ text: String) -> RecordPosition? {
        let parts = text.split(separator: ".", maxSplits: 1)
        guard parts.count == 2, let microseconds = Int64(parts[0]), let id = RecordID(parsing: String(parts[1])) else {
            return nil
        }
        return RecordPosition(changedAt: Instant(microseconds: microseconds), id: id)
    }
}
