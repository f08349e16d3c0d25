import AccessControl
import Basics
import Operations
import Records
import Storage
import TestSupport
import Testing
import Web

/// Connecting a store, as a person goes through it.
@Suite struct ConnectWizardTests {
    private static let key = "vtexappkey-novaloja-ABCDEF"
    private static let token = String(repeating: "QWERTYUI", count: 16)
    private static let store = [
        "account": "https://novaloja.myvtex.com/admin", "key": key, "token": token, "name": "Nova Loja",
        "time_zone": "America/Bahia", "base_url": "", "way": "check",
    ]

    private static func form(_ world: WebWorld) -> String {
        ConsolePath.newConnection(world.own.organization.id.text, "vtex")
    }

    /// Posts the form and waits for the check that it begins.
    /// - Returns: the draft.
    private static func begin(_ browser: Browser, _ fields: [String: String] = store) async throws -> Connection {
        let world = browser.world
        let reply = try await browser.post(form(world), fields)
        await world.services.finishKeyChecks()
        let draft = try await world.services.connections(of: world.own.organization.scope).first(where: \.isDraft)
        let connection = try #require(draft)
        #expect(reply.status == 303)
        #expect(
            reply.header("Location")
                == ConsolePath.connection(world.own.organization.id.text, connection.id.text, "check"))
        return connection
    }

    private static func path(_ connection: Connection, _ part: String? = nil, in world: WebWorld) -> String {
        let client = world.own.organization.id.text
        return part.map { ConsolePath.connection(client, connection.id.text, $0) }
            ?? ConsolePath.connection(client, connection.id.text)
    }

    private static func state(of connection: Connection, in world: WebWorld) async throws -> Connection.State? {
        try await world.services.connection(connection.id, of: world.own.organization.scope)?.state
    }

    @Test(arguments: Engine.allCases)
    func `from the platform to the start: missing box, ticked, checked again, started`(_ engine: Engine) async throws {
        // The second answer, and those after it, come from the role with the box ticked.
        let transport = StoreScript.transport(list: [403, 200], feed: 403)
        try await WebWorld.open(engine, orders: 0, transport: transport) { world in
            let ana = try await Browser.signedIn(as: .owner, in: world)

            let platforms = try await ana.get(ConsolePath.newConnection(world.own.organization.id.text))
            let form = try await ana.get(Self.form(world))
            let draft = try await Self.begin(ana)
            let lacking = try await ana.get(Self.path(draft, "check", in: world))
            let early = try await ana.post(Self.path(draft, "start", in: world))
            let stillDraft = try await Self.state(of: draft, in: world)
            let again = try await ana.post(Self.path(draft, "check", in: world))
            await world.services.finishKeyChecks()
            let ready = try await ana.get(Self.path(draft, "check", in: world))
            let started = try await ana.post(Self.path(draft, "start", in: world))
            let page = try await ana.get(Self.path(draft, in: world))

            #expect(platforms.text.contains(Self.form(world)))
            #expect(platforms.text.ranges(of: "class=\"card coming\"").count == 5)
            #expect(form.text.contains("id=\"guide-new\" open") && form.text.contains("id=\"guide-old\""))
            #expect(draft.name == "Nova Loja")
            #expect(draft.timeZone == "America/Bahia")
            #expect(lacking.text.contains("A chave vale, mas ainda não pode: listar pedidos."))
            #expect(lacking.text.contains("<li>OMS</li><li>AcessoOMS</li><li>List Orders</li>"))
            #expect(!lacking.text.contains("/start\""))
            #expect(early.header("Location") == Self.path(draft, "check", in: world))
            #expect(stillDraft == .draft)
            #expect(again.status == 303)
            #expect(ready.text.contains("1.240 pedidos"))
            #expect(ready.text.contains("cerca de 1 min"))
            #expect(ready.text.contains(Self.path(draft, "start", in: world)))
            #expect(ready.text.contains("Dá para começar sem isso"))
            #expect(started.header("Location") == Self.path(draft, in: world))
            #expect(try await Self.state(of: draft, in: world) == .active)
            #expect(page.status == 200)
            #expect(page.text.contains("Importação de pedidos"))
            for reply in [form, lacking, ready, page] { #expect(!reply.text.contains(Self.token)) }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a check that runs is watched, with scripts and without, and goes on after a restart`(
        _ engine: Engine
    ) async throws {
        try await WebWorld.open(engine, orders: 0, transport: StoreScript.transport()) { world in
            let ana = try await Browser.signedIn(as: .owner, in: world)
            let draft = try await Self.begin(ana)
            let scope = world.own.organization.scope
            let now = world.services.clock.now()
            func pretend(startedAt: Instant) async throws {
                try await world.services.database.write { transaction in
                    let checks = KeyChecks(scope)
                    try checks.forget(of: draft.id, in: transaction)
                    let begun = try checks.begin(
                        of: draft.id, recipe: "orders", at: startedAt, deadline: startedAt + .seconds(60),
                        in: transaction)
                    try checks.note(
                        KeyCheckRecord.Answer(capability: "orders.list", verdict: "granted", evidence: "200"),
                        in: try #require(begun), of: draft.id, in: transaction)
                }
            }

            try await pretend(startedAt: now)
            let running = try await ana.get(Self.path(draft, "check", in: world))
            let fragment = try await ana.get(Self.path(draft, "check/live", in: world))
            let doubled = try await ana.post(Self.path(draft, "check", in: world))
            try await pretend(startedAt: now - .seconds(61))
            let stale = try await ana.get(Self.path(draft, "check", in: world))
            _ = try await ana.post(Self.path(draft, "check", in: world))
            await world.services.finishKeyChecks()
            let done = try await ana.get(Self.path(draft, "check", in: world))

            #expect(running.text.contains("<noscript><meta http-equiv=\"refresh\" content=\"3\"></noscript>"))
            #expect(running.text.contains("1 de 16 respostas"))
            #expect(running.text.ranges(of: "perguntando…").count == 15)
            #expect(!running.text.contains("data-done"))
            #expect(!running.text.contains("/start\""))
            #expect(fragment.text.hasPrefix("<div class=\"stack\" id=\"check\""))
            #expect(doubled.status == 303)
            #expect(stale.text.contains("A verificação parou antes de terminar."))
            #expect(stale.text.contains("data-done"))
            #expect(!stale.text.contains("http-equiv=\"refresh\""))
            #expect(done.text.contains("A chave faz tudo o que é preciso; do que se pode perguntar, nada sobra."))
        }
    }

    @Test func `what is pasted wrong is said at its field, and never shown again where it may be the token`()
        async throws
    {
        try await WebWorld.open(.sqlite, orders: 0, transport: StoreScript.transport()) { world in
            let ana = try await Browser.signedIn(as: .owner, in: world)
            var swapped = Self.store
            swapped["key"] = Self.token
            swapped["token"] = Self.key
            var short = Self.store
            short["token"] = ""
            var elsewhere = Self.store
            elsewhere["account"] = Self.token

            for (fields, kept) in [(swapped, "Nova Loja"), (short, Self.key), (elsewhere, Self.key)] {
                let reply = try await ana.post(Self.form(world), fields)

                #expect(reply.status == 422)
                #expect(!reply.text.contains(Self.token))
                #expect(reply.text.contains("value=\"\(kept)\""))
                #expect(reply.text.contains("aria-invalid=\"true\""))
            }
            #expect(try await world.services.connections(of: world.own.organization.scope).count == 1)
        }
    }

    @Test func `a store that is connected already is linked to, and a draft is gone on with`() async throws {
        try await WebWorld.open(.sqlite, orders: 0, transport: StoreScript.transport()) { world in
            let ana = try await Browser.signedIn(as: .owner, in: world)
            let draft = try await Self.begin(ana)

            let again = try await Self.begin(ana)
            _ = try await ana.post(Self.path(draft, "start", in: world))
            let taken = try await ana.post(Self.form(world), Self.store)
            let corrected = try await ana.get(Self.path(draft, "set-up", in: world))

            #expect(again.id == draft.id)
            #expect(taken.status == 422)
            #expect(taken.text.contains("<a href=\"\(Self.path(draft, in: world))\">Nova Loja</a>"))
            #expect(corrected.header("Location") == Self.path(draft, in: world))
        }
    }

    @Test func `a draft is listed with the way on, corrected, and discarded`() async throws {
        try await WebWorld.open(.sqlite, orders: 0, transport: StoreScript.transport()) { world in
            let ana = try await Browser.signedIn(as: .owner, in: world)
            let rui = try await Browser.signedIn(as: .reader, in: world)
            let draft = try await Self.begin(ana)
            let list = ConsolePath.connections(world.own.organization.id.text)

            let listed = try await ana.get(list)
            let read = try await rui.get(list)
            let opened = try await ana.get(Self.path(draft, in: world))
            let openedByReader = try await rui.get(Self.path(draft, in: world))
            let form = try await ana.get(Self.path(draft, "set-up", in: world))
            var fields = Self.store
            fields["token"] = ""
            fields["name"] = "Outro nome"
            let corrected = try await ana.post(Self.path(draft, "set-up", in: world), fields)
            await world.services.finishKeyChecks()
            let question = try await ana.get(Self.path(draft, "discard", in: world))
            let between = try await Self.state(of: draft, in: world)
            let gone = try await ana.post(Self.path(draft, "discard", in: world))

            #expect(listed.text.contains("Em configuração"))
            #expect(listed.text.contains("Continuar<span"))
            #expect(read.text.contains("Em configuração"))
            #expect(!read.text.contains("Continuar<span"))
            #expect(opened.header("Location") == Self.path(draft, "check", in: world))
            #expect(openedByReader.header("Location") == list)
            #expect(form.text.contains("value=\"\(Self.key)\""))
            #expect(!form.text.contains(Self.token))
            #expect(corrected.header("Location") == Self.path(draft, "check", in: world))
            #expect(question.text.contains("Descartar Outro nome?"))
            #expect(between == .draft)
            #expect(gone.header("Location") == list)
            #expect(try await world.services.connections(of: world.own.organization.scope).count == 1)
        }
    }

    @Test(arguments: Engine.allCases)
    func `another client's draft is found at no step, by nobody`(_ engine: Engine) async throws {
        try await WebWorld.open(engine, orders: 0, transport: StoreScript.transport()) { world in
            let ana = try await Browser.signedIn(as: .owner, in: world)
            let rui = try await Browser.signedIn(as: .reader, in: world)
            let draft = try await Self.begin(ana)
            let theirs = world.other.organization.id.text
            let steps = ["set-up", "check", "check/live", "hand-in", "hand-in/live", "discard"]

            for step in steps {
                let path = ConsolePath.connection(theirs, draft.id.text, step)
                #expect(try await ana.get(path).status == 404, "\(step)")
                #expect(try await rui.get(Self.path(draft, step, in: world)).status == 403, "\(step)")
            }
            for step in ["set-up", "check", "hand-in", "start", "discard"] {
                let path = ConsolePath.connection(theirs, draft.id.text, step)
                #expect(try await ana.post(path, Self.store).status == 404, "\(step)")
                #expect(try await rui.post(Self.path(draft, step, in: world), Self.store).status == 403, "\(step)")
            }
            let wrong = try await ana.get(ConsolePath.newConnection(world.own.organization.id.text, "nothing"))
            #expect(wrong.status == 404)
            #expect(try await Self.state(of: draft, in: world) == .draft)
        }
    }

    @Test(arguments: Engine.allCases)
    func `somebody else hands the key in by a link that opens once`(_ engine: Engine) async throws {
        try await WebWorld.open(engine, orders: 0, transport: StoreScript.transport()) { world in
            let ana = try await Browser.signedIn(as: .owner, in: world)
            let guest = Browser.stranger(in: world)
            let asked = try await ana.post(Self.form(world), ["account": "novaloja", "way": "link"])
            let scope = world.own.organization.scope
            let draft = try #require(try await world.services.connections(of: scope).first(where: \.isDraft))
            let address = try #require(asked.text.firstMatch(of: #/id="link">https?:\/\/[^\/]*(\/hand-in\/[^<]+)</#))
            let link = String(address.1)

            let waiting = try await ana.get(Self.path(draft, "hand-in", in: world))
            let invited = try await guest.get(link)
            let slip = try await guest.post(link, ["key": Self.key, "token": "abc def"])
            let taken = try await guest.post(link, ["key": Self.key, "token": Self.token])
            let second = try await guest.get(link)
            let repeated = try await guest.post(link, ["key": Self.key, "token": Self.token])
            let come = try await ana.get(Self.path(draft, "hand-in/live", in: world))
            let ready = try await ana.get(Self.path(draft, "check", in: world))

            #expect(asked.status == 200)
            #expect(waiting.text.contains("A chave ainda não chegou."))
            #expect(!waiting.text.contains(link))
            #expect(invited.status == 200)
            #expect(invited.text.contains("Casa pede a chave de uma loja"))
            #expect(invited.text.contains("id=\"guide-old\""))
            #expect(slip.status == 422)
            #expect(taken.status == 200)
            #expect(taken.text.contains("Pronto: Casa já pode usar a chave."))
            #expect(taken.text.contains("A chave faz tudo o que é preciso"))
            for reply in [invited, taken, second] {
                #expect(!reply.text.contains("/o/"))
                #expect(!reply.text.contains("1.240"))
                #expect(!reply.text.contains("Loja casa"))
                #expect(!reply.text.contains(Self.token))
            }
            #expect(second.status == 410)
            #expect(second.text.contains("Este link já foi usado"))
            #expect(repeated.status == 410)
            #expect(come.text.contains("data-done"))
            #expect(come.text.contains(Self.path(draft, "check", in: world)))
            #expect(ready.text.contains("1.240 pedidos"))
        }
    }

    @Test func `a refused key is said to whoever hands it in, and the link stays`() async throws {
        let transport = ScriptedTransport()
        transport.answer("/", status: 401)
        try await WebWorld.open(.sqlite, orders: 0, transport: transport) { world in
            let draft = try await world.services.draft(
                Services.WantedDraft(
                    platform: "vtex", account: "novaloja", baseURL: nil, credential: nil, name: "",
                    timeZone: "America/Sao_Paulo"),
                in: world.own.organization.scope, by: WebWorld.actor
            ).connection
            let made = try await world.services.createHandInLink(
                for: draft.id, in: world.own.organization.scope, by: WebWorld.actor)
            let guest = Browser.stranger(in: world)
            let path = made.token.reveal { ConsolePath.handInLink($0) }

            let refused = try await guest.post(path, ["key": Self.key, "token": Self.token])
            let again = try await guest.get(path)
            let unknown = try await guest.get(ConsolePath.handInLink("nothing"))

            #expect(refused.status == 422)
            #expect(refused.text.contains("não aceitou a chave e o token"))
            #expect(refused.text.contains("value=\"\(Self.key)\""))
            #expect(again.status == 200)
            #expect(unknown.status == 410)
            #expect(unknown.text.contains("Este link não vale mais"))
        }
    }
}
