import AccessControl
import Basics
import ConnectorKit
import HTTPTypes
import Operations
import Records
import Storage
import Sync
import TestSupport
import Testing

struct StatementsTests {
    private static let span = "?from=2026-09-01&until=2026-09-30"

    @Test func `statements tell the last word about each day, newest first`() async throws {
        try await WebWorld.open(.sqlite) { world in
            let answer = try await world.get("connections/\(world.own.connection.id.text)/statements" + Self.span)

            #expect(answer.status == 200)
            #expect(answer.items.count == 2)
            #expect(answer.text.contains(#""day":"2026-09-22","there":418,"here":417"#))
            #expect(answer.text.contains(#""verdict":"repaired""#))
            #expect(answer.text.contains(#""verdict":"equal""#))
        }
    }

    @Test func `one reconciliation names its differences`() async throws {
        try await WebWorld.open(.sqlite) { world in
            let (connection, id) = (world.own.connection.id.text, world.own.reconciliation.text)
            let answer = try await world.get("connections/\(connection)/reconciliations/\(id)")

            #expect(answer.status == 200)
            #expect(answer.text.contains(#""externalId":"casa-1001-01","kind":"missing_here","outcome":"repaired""#))
            #expect(answer.text.contains(#""hasMoreDifferences":false"#))
        }
    }

    @Test func `another organization's reconciliation is under one's own connection as if it did not exist`()
        async throws
    {
        try await WebWorld.open(.sqlite) { world in
            let (connection, foreign) = (world.own.connection.id.text, world.other.reconciliation.text)
            let answer = try await world.get("connections/\(connection)/reconciliations/\(foreign)")

            #expect(answer.status == 404)
        }
    }

    @Test(arguments: [
        (#"{"from":"2026-02-30x"}"#, 422, "from"), (#"{"until":"gestern"}"#, 422, "until"),
        (#"{"days":3}"#, 422, "days"),
    ])
    func `a span that is none is refused by its field`(_ body: String, _ status: Int, _ field: String) async throws {
        try await WebWorld.open(.sqlite) { world in
            let path = "/api/v1/connections/\(world.own.connection.id.text)/reconciliations"
            let answer = try await world.ask(.post, path, key: world.own.key, body: body)

            #expect(answer.status == status)
            #expect(answer.fields == [field])
        }
    }

    @Test func `what was not imported cannot be reconciled yet`() async throws {
        try await WebWorld.open(.sqlite) { world in
            let path = "/api/v1/connections/\(world.own.connection.id.text)/reconciliations"
            let answer = try await world.ask(.post, path, key: world.own.key, body: "{}")

            #expect(answer.status == 409)
            #expect(answer.code == "reconciliation.not_imported")
        }
    }

    @Test func `what was imported is reconciled, one at a time`() async throws {
        try await WebWorld.open(.sqlite) { world in
            try await world.finishImport()
            let path = "/api/v1/connections/\(world.own.connection.id.text)/reconciliations"

            let first = try await world.ask(.post, path, key: world.own.key, body: #"{"from":"2026-09-01"}"#)
            let second = try await world.ask(.post, path, key: world.own.key, body: "{}")

            #expect(first.status == 202)
            #expect(first.header("Location")?.hasPrefix(path + "/rec_") == true)
            #expect(first.text.contains(#""state":"queued","from":"2026-09-01""#))
            #expect(second.status == 409)
            #expect(second.code == "reconciliation.already_open")
        }
    }
}

extension WebWorld {
    /// The own connection's orders have been read to the end.
    func finishImport() async throws {
        let key = StreamKey(own.organization.scope, connection: own.connection.id, kind: .orders)
        try await services.database.write { transaction in
            let streams = StreamTable(key)
            _ = try streams.open(in: transaction)
            try transaction.execute(
                """
                UPDATE streams SET backfill_until = 0, swept_until = 0, backfill_done_at = 0
                WHERE organization_id = \(key.scope.organizationID)
                """)
        }
    }
}
