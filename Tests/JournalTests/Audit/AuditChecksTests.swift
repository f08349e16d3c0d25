import Basics
import Journal
import Storage
import TestSupport
import Testing

struct AuditChecksTests {
    private let chain = AuditChain(OrganizationScope(Given.organization))

    @Test(arguments: Engine.allCases)
    func `a walk is written down, and the next one takes its place`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: JournalMigrations.all) { [chain] database in
            let before = try await database.read { try chain.lastCheck(in: $0) }
            try await database.write { transaction in
                for _ in 1...3 {
                    try chain.append(AuditEntry("a.b", subject: "x"), by: Given.actor, at: Given.noon, in: transaction)
                }
                try chain.record(try chain.verify(in: transaction), at: Given.noon, in: transaction)
            }
            let whole = try await database.read { try chain.lastCheck(in: $0) }
            try await database.write { transaction in
                try transaction.execute("UPDATE audit_entries SET actor = 'cli:eve' WHERE number = 2")
                try chain.record(
                    try chain.verify(in: transaction), at: Given.noon + .seconds(60), in: transaction)
            }
            let broken = try await database.read { try chain.lastCheck(in: $0) }

            #expect(before == nil)
            #expect(whole?.at == Given.noon)
            #expect(whole?.verdict == AuditVerdict(entries: 3, flaw: nil))
            #expect(broken?.at == Given.noon + .seconds(60))
            #expect(broken?.verdict == AuditVerdict(entries: 1, flaw: .edited(number: 2)))
        }
    }

    @Test func `every flaw is read as it was written`() async throws {
        let flaws: [AuditVerdict.Flaw] = [
            .edited(number: 1), .missing(number: 2), .misplaced(number: 3), .beyondHead(number: 4),
            .cutShort(anchored: 5), .rewritten(anchored: 6), .foreignAnchor,
        ]
        try await withDatabase(.sqlite, migrations: JournalMigrations.all) { [chain] database in
            for flaw in flaws {
                let read = try await database.write { transaction in
                    try chain.record(AuditVerdict(entries: 0, flaw: flaw), at: Given.noon, in: transaction)
                    return try chain.lastCheck(in: transaction)
                }
                #expect(read?.verdict.flaw == flaw)
            }
        }
    }
}
