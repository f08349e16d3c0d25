import AccessControl
import Basics
import ConnectorKit
import Journal
import Operations
import Records
import Storage
import TestSupport
import Testing

struct DraftTests {
    @Test(arguments: Engine.allCases)
    func `a store is kept as a draft with its key sealed, and nothing is begun`(engine: Engine) async throws {
        try await SetUpHouse.open(engine) { house in
            let (draft, warnings) = try await house.services.draft(
                house.wanted(account: "https://minhaloja.myvtex.com/admin", name: " Minha  Loja "), in: house.scope,
                by: SetUpHouse.actor)

            #expect(draft.state == .draft)
            #expect(draft.account == "minhaloja")
            #expect(draft.name == "Minha Loja")
            #expect(draft.key == SetUpHouse.key)
            #expect(warnings.count == 1)
            #expect(try await house.token(of: draft) == Secret(SetUpHouse.token))
            #expect(try await house.services.connections(of: house.scope) == [draft])
            #expect(try await house.deeds() == ["organization.created", "connection.draft_created"])
            #expect(house.transport.requests.isEmpty)
            let chain = try await house.services.verifyAudit(
                of: try #require(try await house.services.organization(of: house.scope)), against: nil)
            #expect(chain.isWhole)
        }
    }

    @Test(arguments: Engine.allCases)
    func `the same store once more goes on with its draft`(engine: Engine) async throws {
        try await SetUpHouse.open(engine) { house in
            let first = try await house.draft(key: nil)

            let again = try await house.draft()

            #expect(!first.hasCredential)
            #expect(again.id == first.id)
            #expect(again.key == SetUpHouse.key)
            #expect(try await house.count("connections") == 1)
            #expect(
                try await house.deeds() == [
                    "organization.created", "connection.draft_created", "connection.draft_changed",
                ])
        }
    }

    @Test(arguments: Engine.allCases)
    func `a store that is connected already is no draft`(engine: Engine) async throws {
        try await SetUpHouse.open(engine) { house in
            StoreScript.play(on: house.transport)
            let draft = try await house.draft()
            _ = try await house.checked(draft)
            try await house.services.startDraft(draft.id, in: house.scope, by: SetUpHouse.actor)

            await #expect(throws: RecordsError(.connectionExists(platform: "vtex", account: "minhaloja"))) {
                try await house.draft()
            }
            await #expect(throws: RecordsError(.connectionFinished(id: draft.id.text))) {
                try await house.services.reviseDraft(
                    draft.id, house.wanted(), in: house.scope, by: SetUpHouse.actor)
            }
            await #expect(throws: RecordsError(.connectionFinished(id: draft.id.text))) {
                try await house.services.discardDraft(draft.id, in: house.scope, by: SetUpHouse.actor)
            }

            #expect(try await house.services.connection(draft.id, of: house.scope)?.state == .active)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a corrected account keeps the token that was pasted before`(engine: Engine) async throws {
        try await SetUpHouse.open(engine) { house in
            let draft = try await house.draft()

            let (corrected, _) = try await house.services.reviseDraft(
                draft.id, house.wanted(account: "outraloja", token: " "), in: house.scope, by: SetUpHouse.actor)
            await #expect(throws: IntakeError.self) {
                try await house.services.reviseDraft(
                    draft.id, house.wanted(key: "vtexappkey-minhaloja-GHIJKL", token: ""), in: house.scope,
                    by: SetUpHouse.actor)
            }

            #expect(corrected.account == "outraloja")
            #expect(corrected.baseURL == "https://outraloja.vtexcommercestable.com.br")
            #expect(try await house.token(of: corrected) == Secret(SetUpHouse.token))
            #expect(try await house.services.connection(draft.id, of: house.scope) == corrected)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a draft starts once its key was checked and can list and read orders, not before`(
        engine: Engine
    ) async throws {
        try await SetUpHouse.open(engine) { house in
            StoreScript.play(on: house.transport, list: 403)
            let draft = try await house.draft()
            func start() async throws {
                try await house.services.startDraft(draft.id, in: house.scope, by: SetUpHouse.actor)
            }
            func refusal() async -> String? {
                do {
                    try await start()
                    return nil
                } catch {
                    return (error as? any ExplainedError)?.code
                }
            }

            let unchecked = await refusal()
            _ = try await house.checked(draft)
            let lacking = await refusal()
            let between = try await house.services.connection(draft.id, of: house.scope)?.state
            StoreScript.play(on: house.transport)
            // The box was ticked meanwhile: the first answers of the script are used up.
            _ = try await house.checked(draft)
            _ = try await house.checked(draft)
            try await start()

            #expect(unchecked == "key.not_ready")
            #expect(lacking == "key.not_ready")
            #expect(between == .draft)
            #expect(try await house.services.connection(draft.id, of: house.scope)?.state == .active)
            #expect(
                try await house.deeds() == [
                    "organization.created", "connection.draft_created", "connection.created",
                ])
        }
    }

    @Test(arguments: Engine.allCases)
    func `a discarded draft leaves nothing behind but its entries in the chain`(engine: Engine) async throws {
        try await SetUpHouse.open(engine) { house in
            StoreScript.play(on: house.transport)
            let draft = try await house.draft()
            _ = try await house.checked(draft)
            let made = try await house.services.createHandInLink(
                for: draft.id, in: house.scope, by: SetUpHouse.actor)

            try await house.services.discardDraft(draft.id, in: house.scope, by: SetUpHouse.actor)

            for table in ["connections", "vault_secrets", "key_checks", "key_check_answers", "one_time_links"] {
                #expect(try await house.count(table) == 0, "\(table)")
            }
            await #expect(throws: AccessError(.linkUnknown)) { try await house.services.invitation(made.token) }
            #expect(try await house.deeds().last == "connection.draft_discarded")
        }
    }

    @Test(arguments: Engine.allCases)
    func `another organization's drafts are as good as none`(engine: Engine) async throws {
        try await SetUpHouse.open(engine) { house in
            let draft = try await house.draft()
            let missing = RecordsError(.connectionMissing(id: draft.id.text))

            await #expect(throws: missing) {
                try await house.services.reviseDraft(
                    draft.id, house.wanted(), in: house.otherScope, by: SetUpHouse.actor)
            }
            await #expect(throws: missing) {
                try await house.services.startDraft(draft.id, in: house.otherScope, by: SetUpHouse.actor)
            }
            await #expect(throws: missing) {
                try await house.services.discardDraft(draft.id, in: house.otherScope, by: SetUpHouse.actor)
            }
            await #expect(throws: missing) {
                try await house.services.createHandInLink(
                    for: draft.id, in: house.otherScope, by: SetUpHouse.actor)
            }

            #expect(try await house.services.connections(of: house.scope) == [draft])
        }
    }

    @Test(arguments: Engine.allCases)
    func `connecting a store by other ways ends its draft`(engine: Engine) async throws {
        try await SetUpHouse.open(engine) { house in
            let draft = try await house.draft(key: nil)

            let placed = try await house.services.ensureConnection(
                Services.WantedStore(
                    platform: "vtex",
                    pasted: PastedCredential(
                        account: "minhaloja", baseURL: nil, key: SetUpHouse.key, token: Secret(SetUpHouse.token)),
                    organization: "Casa"),
                by: SetUpHouse.actor)

            #expect(placed.connection.id == draft.id)
            #expect(placed.connection.state == .active)
            #expect(try await house.token(of: draft) == Secret(SetUpHouse.token))
        }
    }

    @Test(arguments: Engine.allCases)
    func `a draft is neither paused nor made active by hand`(engine: Engine) async throws {
        try await SetUpHouse.open(engine) { house in
            let draft = try await house.draft()

            for isPaused in [true, false] {
                await #expect(throws: RecordsError(.connectionUnfinished(id: draft.id.text))) {
                    try await house.services.edit(
                        draft.id, Services.ConnectionEdit(isPaused: isPaused), of: house.scope, by: SetUpHouse.actor)
                }
            }

            #expect(try await house.services.connections(of: house.scope) == [draft])
        }
    }
}
