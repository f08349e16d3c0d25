import Basics
import Journal
import Operations
import Records
import Storage
import TestSupport
import Testing

struct ConnectionStateTests {
    @Test(arguments: Engine.allCases)
    func `pause and resume are in the audit chain with who did it`(engine: Engine) async throws {
        try await Installation.open(engine) { installation in
            let services = installation.services
            let placed = try await installation.connect()

            try await services.setState(.paused, of: placed, by: Actor("member:mem_1"))
            let paused = try await services.connections().first?.connection.state
            try await services.setState(.active, of: placed, by: Actor("cli:rui"))
            let resumed = try await services.connections().first?.connection.state

            let entries = try await services.auditEntries(of: placed.organization, after: 2, limit: 10)
            #expect([paused, resumed] == [.paused, .active])
            #expect(entries.map(\.action) == ["connection.state_changed", "connection.state_changed"])
            #expect(entries.map(\.actor) == [Actor("member:mem_1"), Actor("cli:rui")])
            #expect(entries.map(\.subject) == Array(repeating: placed.connection.id.text, count: 2))
            #expect(
                entries.map(\.details) == [
                    #"[{"field":"state","before":"active","after":"paused"}]"#,
                    #"[{"field":"state","before":"paused","after":"active"}]"#,
                ])
            #expect(try await installation.deeds(in: placed.organization).count == 4)
        }
    }
}
