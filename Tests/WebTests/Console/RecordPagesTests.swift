import AccessControl
import Basics
import Commerce
import Operations
import Records
import Storage
import TestSupport
import Testing
import Web

/// Records besides orders, as a shopkeeper finds them.
struct RecordPagesTests {
    private static func path(_ world: WebWorld, _ kind: RecordKind) -> String {
        ConsolePath.records(world.own.organization.id.text, kind.rawValue)
    }

    private static func page(_ world: WebWorld, _ kind: RecordKind) throws -> String {
        let id = try #require(world.own.records[kind])
        return ConsolePath.record(world.own.organization.id.text, kind.rawValue, id.text)
    }

    @Test(arguments: Engine.allCases)
    func `a list of each kind leads to each record's page, found by a person without accents`(
        engine: Engine
    ) async throws {
        try await WebWorld.open(engine, records: true) { world in
            let browser = try await Browser.signedIn(as: .owner, in: world)

            for kind in RecordKind.allCases {
                let path = try Self.page(world, kind)
                let list = try await browser.get(Self.path(world, kind))
                let page = try await browser.get(path)

                #expect(list.status == 200 && list.text.contains(path), "\(kind)")
                #expect(page.status == 200 && page.text.contains("Zuleide"), "\(kind)")
            }
            let customer = try Self.page(world, .customer)
            let found = try await browser.get(Self.path(world, .customer) + "?q=ZULEÍDE")
            let none = try await browser.get(Self.path(world, .customer) + "?q=ninguem")
            #expect(found.text.contains(customer))
            #expect(none.status == 200 && !none.text.contains(customer))
        }
    }

    @Test func `who may not see people finds nobody and reads no name`() async throws {
        try await WebWorld.open(.sqlite, records: true) { world in
            let browser = try await Browser.signedIn(as: .reader, in: world)

            for kind in RecordKind.allCases {
                let path = try Self.page(world, kind)
                let list = try await browser.get(Self.path(world, kind) + "?q=zuleide")
                let page = try await browser.get(path)

                #expect(list.status == 200 && !list.text.contains(path), "\(kind)")
                #expect(page.status == 200 && !page.text.contains("Zuleide"), "\(kind)")
            }
        }
    }

    @Test(arguments: ["nothing", "order", "customers", "%00", ".."])
    func `a kind that there is not is not found`(kind: String) async throws {
        try await WebWorld.open(.sqlite, records: true) { world in
            let browser = try await Browser.signedIn(as: .owner, in: world)
            let client = world.own.organization.id.text
            let customer = try #require(world.own.records[.customer]).text

            for path in [ConsolePath.records(client, kind), ConsolePath.record(client, kind, customer)] {
                let status = try await browser.get(path).status
                #expect([400, 404].contains(status), "\(path)")
            }
            // Its id is known, under another kind.
            let other = try await browser.get(ConsolePath.record(client, "cart", customer))
            #expect(other.status == 404)
        }
    }

    @Test(arguments: ["", "1", "1.x", "-1.rec_1", "99999999999999999999.rec_01jd0000000000000000000001", "%ff"])
    func `a place that is none shows the list from its beginning`(after: String) async throws {
        try await WebWorld.open(.sqlite, records: true) { world in
            let browser = try await Browser.signedIn(as: .owner, in: world)

            let list = try await browser.get(Self.path(world, .customer) + "?after=" + after)

            #expect([200, 400].contains(list.status), "\(after)")
        }
    }

    @Test func `a connection's page says of each stream where it stands`() async throws {
        try await WebWorld.open(.sqlite, records: true) { world in
            let browser = try await Browser.signedIn(as: .owner, in: world)
            let connection = ConsolePath.connection(
                world.own.organization.id.text, world.own.connection.id.text)

            let page = try await browser.get(connection)
            let part = try await browser.get(connection + "/streams")

            for text in [page.text, part.text] {
                #expect(text.contains("id=\"streams\""))
                #expect(text.contains(Self.path(world, .cart)))
            }
        }
    }
}
