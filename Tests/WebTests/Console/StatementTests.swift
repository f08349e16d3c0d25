import AccessControl
import Basics
import Operations
import Records
import Storage
import Sync
import TestSupport
import Testing
import Web

struct StatementTests {
    private static func path(_ world: WebWorld) -> String {
        ConsolePath.connection(world.own.organization.id.text, world.own.connection.id.text, "statement")
    }

    @Test func `a statement tells each day, the differences by name and what was done`() async throws {
        try await WebWorld.open(.sqlite) { world in
            let browser = try await Browser.signedIn(as: .owner, in: world)

            let page = try await browser.get(Self.path(world) + "?from=2026-09-01&until=2026-09-30")

            #expect(page.status == 200)
            #expect(page.text.contains("418"))
            #expect(page.text.contains("417"))
            #expect(page.text.contains("casa-1001-01"))
            #expect(page.text.contains("2026-09-22"))
            #expect(!page.text.contains("vizinho-1001-01"))
        }
    }

    @Test func `the button asks for a reconciliation, and the page follows it without scripts`() async throws {
        try await WebWorld.open(.sqlite) { world in
            try await world.finishImport()
            let browser = try await Browser.signedIn(as: .owner, in: world)

            let answer = try await browser.post(Self.path(world))
            let page = try await browser.get(Self.path(world))

            #expect(answer.status == 303)
            #expect(page.text.contains(#"http-equiv="refresh" content="3""#))
            let scope = world.own.organization.scope
            let connection = world.own.connection.id
            let open = try await world.services.database.read {
                try Reconciliations(scope).open(of: connection, in: $0)
            }
            #expect(open?.state == .queued)
        }
    }

    @Test func `who may only look has no button, and is refused`() async throws {
        try await WebWorld.open(.sqlite) { world in
            let browser = try await Browser.signedIn(as: .reader, in: world)

            let page = try await browser.get(Self.path(world))
            let answer = try await browser.post(Self.path(world))

            #expect(page.status == 200)
            #expect(!page.text.contains(#"method="post" action="\#(Self.path(world))""#))
            #expect(answer.status == 403)
        }
    }

    @Test func `days that are none are passed over`() async throws {
        try await WebWorld.open(.sqlite) { world in
            let browser = try await Browser.signedIn(as: .owner, in: world)

            for query in ["?from=x&until=y", "?from=0001-01-01&until=2026-01-01", "?from=2026-12-31&until=2026-01-01"] {
                let page = try await browser.get(Self.path(world) + query)

                #expect(page.status == 200, "\(query)")
            }
        }
    }
}
