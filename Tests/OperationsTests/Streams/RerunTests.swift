import Basics
import ConnectorKit
import Journal
import Operations
import Records
import Storage
import Sync
import TestSupport
import Testing

struct RerunTests {
    @Test(arguments: Engine.allCases)
    func `a rerun forgets how far the backfill came, and says so in the audit chain`(engine: Engine) async throws {
        try await Installation.open(engine) { installation in
            let services = installation.services
            let placed = try await installation.connect()
            let key = StreamKey(placed.organization.scope, connection: placed.connection.id, kind: .orders)
            let now = Instant(seconds: 1_700_000_000)
            try await services.database.write { transaction in
                _ = try StreamTable(key).open(in: transaction)
                _ = try StreamTable(key).recordSurvey(
                    OrderSurvey(oldestPlacedAt: now, total: 7), until: now, in: transaction)
                try SliceTable(key).add(
                    [OrderQuery(from: now, until: now)], for: .backfill, at: now, in: transaction)
            }

            try await services.rerun(placed, stream: .orders, by: Installation.actor)

            let standing = try await services.standing(of: placed, stream: .orders)
            let outlook = try await services.database.read { try SliceTable(key).outlook(at: now, in: $0) }
            let entry = try await services.auditEntries(of: placed.organization, after: 2, limit: 10)
            #expect(standing.state?.isSurveyed == false)
            #expect(outlook == SliceTable.Outlook())
            #expect(entry.map(\.action) == ["stream.rerun"])
            #expect(entry.map(\.details) == [#"[{"field":"stream","after":"orders"}]"#])
        }
    }
}
