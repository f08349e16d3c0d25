import Basics
import Journal
import Operations
import Records
import Storage
import TestSupport
import Testing

struct AuditStandingTests {
    @Test(arguments: Engine.allCases)
    func `a chain stands as its last walk found it, and says how much came since`(_ engine: Engine) async throws {
        try await Installation.open(engine) { house in
            let placed = try await house.connect()
            let scope = placed.organization.scope

            let before = try await house.services.auditStanding(of: scope)
            try await house.services.checkAuditsDue()
            let walked = try await house.services.auditStanding(of: scope)
            try await house.services.setState(.paused, of: placed, by: Installation.actor)
            let later = try await house.services.auditStanding(of: scope)
            let again = try await house.services.checkAudit(of: scope)

            #expect(before.lastCheck == nil)
            #expect(before.newEntries == 2)
            #expect(walked.lastCheck?.verdict == AuditVerdict(entries: 2, flaw: nil))
            #expect(walked.newEntries == 0)
            #expect(later.lastCheck == walked.lastCheck)
            #expect(later.newEntries == 1)
            #expect(again.verdict == AuditVerdict(entries: 3, flaw: nil))
        }
    }

    @Test(arguments: Engine.allCases)
    func `a chain that somebody changed is told as broken from the next walk on`(_ engine: Engine) async throws {
        try await Installation.open(engine) { house in
            let scope = try await house.connect().organization.scope
            try await house.services.checkAudit(of: scope)
            try await house.services.database.write {
                try $0.execute("UPDATE audit_entries SET actor = 'cli:eve' WHERE number = 1")
            }

            // Within the rest after a walk, what is known is told.
            let known = try await house.services.checkAudit(of: scope)
            house.pass(.seconds(60))
            let found = try await house.services.checkAudit(of: scope)
            let standing = try await house.services.auditStanding(of: scope)

            #expect(known.verdict.isWhole)
            #expect(found.verdict.flaw == .edited(number: 1))
            #expect(standing.lastCheck == found)
        }
    }
}
