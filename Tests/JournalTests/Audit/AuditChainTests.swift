import Basics
import Journal
import Storage
import TestSupport
import Testing

struct AuditChainTests {
    private let chain = AuditChain(OrganizationScope(Given.organization))

    @Test(arguments: Engine.allCases) func `entries are numbered from one and kept as written`(engine: Engine)
        async throws
    {
        try await withDatabase(engine, migrations: JournalMigrations.all) { database in
            try await database.write { transaction in
                try chain.append(
                    AuditEntry("connection.created", subject: "con_1", details: [.init("state", after: "active")]),
                    by: Given.actor, at: Given.noon, in: transaction)
                try chain.append(
                    AuditEntry("connection.state_changed", subject: "con_1"), by: .sync, at: Given.noon + .seconds(1),
                    in: transaction)
            }

            let entries = try await database.read { try chain.entries(after: 0, limit: 10, in: $0) }

            #expect(entries.map(\.number) == [1, 2])
            #expect(entries.map(\.actor) == [Given.actor, .sync])
            #expect(entries.map(\.action) == ["connection.created", "connection.state_changed"])
            #expect(entries.map(\.details) == [#"[{"field":"state","after":"active"}]"#, "[]"])
            #expect(entries.map(\.recordedAt) == [Given.noon, Given.noon + .seconds(1)])
        }
    }

    @Test(arguments: Engine.allCases) func `a chain longer than a page is whole`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: JournalMigrations.all) { database in
            try await fill(database, count: 25)

            let verdict = try await database.read { try chain.verify(pageSize: 10, in: $0) }

            #expect(verdict == AuditVerdict(entries: 25, flaw: nil))
        }
    }

    @Test(arguments: Engine.allCases) func `an empty chain is whole and has no anchor`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: JournalMigrations.all) { database in
            let verdict = try await database.read { try chain.verify(in: $0) }
            let anchor = try await database.read { try chain.anchor(at: Given.noon, in: $0) }

            #expect(verdict == AuditVerdict(entries: 0, flaw: nil))
            #expect(anchor == nil)
        }
    }

    @Test(arguments: Engine.allCases) func `an entry goes when its transaction does`(engine: Engine) async throws {
        struct Refused: Error {}
        try await withDatabase(engine, migrations: JournalMigrations.all) { database in
            try await fill(database, count: 1)

            await #expect(throws: Refused.self) {
                try await database.write { transaction in
                    try chain.append(
                        AuditEntry("never", subject: "con_1"), by: Given.actor, at: Given.noon, in: transaction)
                    throw Refused()
                }
            }

            let verdict = try await database.read { try chain.verify(in: $0) }
            #expect(verdict == AuditVerdict(entries: 1, flaw: nil))
        }
    }

    @Test(arguments: Engine.allCases) func `chains of two organizations do not know each other`(engine: Engine)
        async throws
    {
        let other = AuditChain(OrganizationScope(Given.other))
        try await withDatabase(engine, migrations: JournalMigrations.all) { database in
            try await fill(database, count: 3)
            try await database.write { transaction in
                try other.append(AuditEntry("a", subject: "s"), by: Given.actor, at: Given.noon, in: transaction)
            }

            let anchors = try await database.read { transaction in
                [try chain.anchor(at: Given.noon, in: transaction), try other.anchor(at: Given.noon, in: transaction)]
            }

            #expect(anchors.map { $0?.number } == [3, 1])
        }
    }

    @Test(arguments: Engine.allCases) func `entries of writers at the same time form one chain`(engine: Engine)
        async throws
    {
        try await withDatabase(engine, migrations: JournalMigrations.all) { database in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for index in 0..<12 {
                    group.addTask {
                        try await database.write { transaction in
                            try chain.append(
                                AuditEntry("a", subject: "s\(index)"), by: Given.actor, at: Given.noon, in: transaction)
                        }
                    }
                }
                try await group.waitForAll()
            }

            let verdict = try await database.read { try chain.verify(in: $0) }
            #expect(verdict == AuditVerdict(entries: 12, flaw: nil))
        }
    }

    private func fill(_ database: any Database, count: Int) async throws {
        try await database.write { transaction in
            for index in 0..<count {
                try chain.append(
                    AuditEntry("test.step", subject: "step \(index)"), by: Given.actor, at: Given.noon, in: transaction)
            }
        }
    }
}
