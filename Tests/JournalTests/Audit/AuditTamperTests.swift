import Basics
import Journal
import Storage
import TestSupport
import Testing

struct AuditTamperTests {
    private static let organization = Given.organization
    private let chain = AuditChain(OrganizationScope(organization))

    /// What somebody with the database in hand may do to a chain of nine entries, and what the walk must say.
    private static let deeds: [(deed: [SQL], flaw: AuditVerdict.Flaw)] = [
        (["UPDATE audit_entries SET details = '[]' WHERE number = 4"], .edited(number: 4)),
        (["UPDATE audit_entries SET actor = 'cli:eve' WHERE number = 1"], .edited(number: 1)),
        (["UPDATE audit_entries SET recorded_at = recorded_at + 1 WHERE number = 9"], .edited(number: 9)),
        (["DELETE FROM audit_entries WHERE number = 5"], .missing(number: 5)),
        (["DELETE FROM audit_entries WHERE number = 1"], .missing(number: 1)),
        (["DELETE FROM audit_entries WHERE number = 9"], .missing(number: 9)),
        (["DELETE FROM audit_heads"], .beyondHead(number: 1)),
        (
            [
                "UPDATE audit_entries SET number = 100 WHERE number = 3",
                "UPDATE audit_entries SET number = 3 WHERE number = 6",
                "UPDATE audit_entries SET number = 6 WHERE number = 100",
            ], .misplaced(number: 3)
        ),
        (
            [
                "DELETE FROM audit_entries WHERE number = 7",
                "UPDATE audit_entries SET number = 7 WHERE number = 8",
                "UPDATE audit_entries SET number = 8 WHERE number = 9",
                "UPDATE audit_heads SET number = 8",
            ], .misplaced(number: 7)
        ),
    ]

    @Test(arguments: Engine.allCases, deeds.indices)
    func `a changed chain is broken where it was changed`(engine: Engine, index: Int) async throws {
        let (deed, flaw) = Self.deeds[index]
        try await withDatabase(engine, migrations: JournalMigrations.all) { database in
            try await append(1...9, to: database)

            try await database.write { transaction in for statement in deed { try transaction.execute(statement) } }

            let verdict = try await database.read { try chain.verify(pageSize: 4, in: $0) }
            #expect(verdict.flaw == flaw)
        }
    }

    @Test(arguments: Engine.allCases) func `an anchor shows that the end was cut`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: JournalMigrations.all) { database in
            try await append(1...6, to: database)
            let middle = try await anchor(database)
            try await append(7...9, to: database)
            let end = try await anchor(database)

            try await cut(database, after: 7)

            #expect(try await verdict(database, nil) == AuditVerdict(entries: 7, flaw: nil))
            #expect(try await verdict(database, middle) == AuditVerdict(entries: 7, flaw: nil))
            #expect(try await verdict(database, end) == AuditVerdict(entries: 7, flaw: .cutShort(anchored: 9)))
        }
    }

    @Test(arguments: Engine.allCases) func `an anchor shows that the chain was written anew`(engine: Engine)
        async throws
    {
        try await withDatabase(engine, migrations: JournalMigrations.all) { database in
            try await append(1...6, to: database)
            let kept = try await anchor(database)

            try await cut(database, after: 0)
            try await database.write { try $0.execute("DELETE FROM audit_heads") }
            try await append(11...20, to: database)

            #expect(try await verdict(database, nil) == AuditVerdict(entries: 10, flaw: nil))
            #expect(try await verdict(database, kept).flaw == .rewritten(anchored: 6))
        }
    }

    @Test(arguments: Engine.allCases) func `an anchor still holds when the chain has grown`(engine: Engine) async throws
    {
        try await withDatabase(engine, migrations: JournalMigrations.all) { database in
            try await append(1...3, to: database)
            let kept = try await anchor(database)
            let reread = AuditAnchor(parsing: kept?.text ?? "")

            try await append(4...5, to: database)

            #expect(reread == kept)
            #expect(try await verdict(database, reread) == AuditVerdict(entries: 5, flaw: nil))
        }
    }

    @Test(arguments: Engine.allCases) func `another organization's anchor is refused`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: JournalMigrations.all) { database in
            try await append(1...3, to: database)
            let foreign = AuditAnchor(
                organizationID: Given.other, number: 2, hash: [UInt8](repeating: 0, count: 32), at: Given.noon)

            #expect(try await verdict(database, foreign).flaw == .foreignAnchor)
        }
    }

    @Test(arguments: ["", "ponte-audit-anchor/1 org_x 1 00 2026-11-22", "ponte-audit-anchor/2 a b c d"])
    func `a text that is no anchor is refused`(text: String) {
        #expect(AuditAnchor(parsing: text) == nil)
    }

    private func append(_ steps: ClosedRange<Int>, to database: any Database) async throws {
        try await database.write { transaction in
            for step in steps {
                try chain.append(
                    AuditEntry("test.step", subject: "step", details: [.init("step", after: "\(step)")]),
                    by: Given.actor, at: Given.noon, in: transaction)
            }
        }
    }

    /// Removes the end of the chain as somebody would who knows of the head.
    private func cut(_ database: any Database, after number: Int64) async throws {
        try await database.write { transaction in
            try transaction.execute("DELETE FROM audit_entries WHERE number > \(number)")
            try transaction.execute(
                """
                UPDATE audit_heads SET number = \(number), hash = COALESCE(
                    (SELECT hash FROM audit_entries WHERE number = \(number)), hash)
                """)
        }
    }

    private func anchor(_ database: any Database) async throws -> AuditAnchor? {
        try await database.read { try chain.anchor(at: Given.noon, in: $0) }
    }

    private func verdict(_ database: any Database, _ anchor: AuditAnchor?) async throws -> AuditVerdict {
        try await database.read { try chain.verify(against: anchor, pageSize: 4, in: $0) }
    }
}
