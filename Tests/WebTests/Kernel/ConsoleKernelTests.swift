import AccessControl
import Basics
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import Operations
import Storage
import TestSupport
import Testing
import Web

/// Forms, cookies and messages, with a console of three routes.
struct ConsoleKernelTests {
    private static func application(
        _ settings: WebSettings = WebSettings()
    ) -> Application<Gateway> {
        var console = ConsoleRoutes()
        console.open(.get, "/door", .signIn) { request in
            let message = request.visit.flash.map { "[\($0.text)]" } ?? ""
            return .page(Page(message + request.visit.formToken.reveal { $0 }))
        }
        console.open(.post, "/door", .signIn) { request in
            request.redirect(to: request.form["to"] ?? "/door", flash: Flash(.success, "Olá, João; \"ok\""))
        }
        console.own(.get, "/home") { _, _ in .page(Page("home")) }
        let gateway = Gateway(
            table: RouteTable(console.routes),
            entrance: Entrance(doors: Entrance.Doors(key: { _ in nil }, session: { _ in nil })), errorPages: .plain,
            settings: settings, figures: Figures(), clock: SystemClock(), logger: .silent)
        return WebServer(gateway: gateway, settings, .silent).application
    }

    private static func form(_ fields: String, _ cookie: String?, more: HTTPFields = [:]) -> (HTTPFields, ByteBuffer) {
        var headers = more
        headers[.contentType] = "application/x-www-form-urlencoded"
        if let cookie { headers[.cookie] = cookie }
        return (headers, ByteBuffer(string: fields))
    }

    @Test
    func `a form with its own token is taken and its message shown once`() async throws {
        try await Self.application().test(.router) { client in
            let page = try await client.executeRequest(uri: "/door", method: .get, headers: [:], body: nil)
            let cookie = try #require(page.headers[.setCookie])
            let token = String(buffer: page.body)
            let visitor = String(cookie.prefix { $0 != ";" })

            let (headers, body) = Self.form("_csrf=\(token)", visitor)
            let posted = try await client.executeRequest(uri: "/door", method: .post, headers: headers, body: body)
            let flash = try #require(posted.headers[.setCookie]).prefix { $0 != ";" }
            let next = try await client.executeRequest(
                uri: "/door", method: .get, headers: [.cookie: "\(visitor); \(flash)"], body: nil)

            #expect(cookie == "ponte_visitor=\(token); Path=/; HttpOnly; SameSite=Lax")
            #expect(posted.status == .seeOther)
            #expect(posted.headers[.location] == "/door")
            #expect(String(buffer: next.body) == "[Olá, João; \"ok\"]" + token)
            #expect(next.headers[.setCookie]?.contains("Max-Age=0") == true)
        }
    }

    @Test
    func `a form without its token, or from another site, is refused`() async throws {
        try await Self.application().test(.router) { client in
            let page = try await client.executeRequest(uri: "/door", method: .get, headers: [:], body: nil)
            let token = String(buffer: page.body)
            let visitor = "ponte_visitor=\(token)"
            let foreign: HTTPFields = [try #require(HTTPField.Name("Sec-Fetch-Site")): "cross-site"]
            let attempts: [(HTTPFields, ByteBuffer)] = [
                Self.form("", visitor), Self.form("_csrf=", visitor), Self.form("_csrf=\(token)", nil),
                Self.form("_csrf=\(token)x", visitor), Self.form("_csrf=\(token)", visitor, more: foreign),
            ]

            for (headers, body) in attempts {
                let answer = try await client.executeRequest(uri: "/door", method: .post, headers: headers, body: body)
                #expect(answer.status == .forbidden)
            }
        }
    }

    @Test
    func `a redirect never leaves this server`() async throws {
        try await Self.application().test(.router) { client in
            let page = try await client.executeRequest(uri: "/door", method: .get, headers: [:], body: nil)
            let token = String(buffer: page.body)
            for target in ["https%3A%2F%2Fevil.example", "%2F%2Fevil.example", "%2F%5Cevil.example"] {
                let (headers, body) = Self.form("_csrf=\(token)&to=\(target)", "ponte_visitor=\(token)")
                let answer = try await client.executeRequest(uri: "/door", method: .post, headers: headers, body: body)
                #expect(answer.headers[.location] == "/")
            }
        }
    }

    @Test
    func `nobody is sent to the door, and cookies are tied to the host over HTTPS`() async throws {
        var settings = WebSettings()
        settings.publicURL = PublicURL(parsing: "https://localhost")
        try await Self.application(settings).test(.router) { client in
            let home = try await client.executeRequest(uri: "/home?a=b%26c", method: .get, headers: [:], body: nil)
            let door = try await client.executeRequest(uri: "/door", method: .get, headers: [:], body: nil)

            #expect(home.status == .seeOther)
            #expect(home.headers[.location] == "/sign-in?back=%2Fhome%3Fa%3Db%2526c")
            #expect(door.headers[.setCookie]?.hasPrefix("__Host-ponte_visitor=") == true)
            #expect(door.headers[.setCookie]?.hasSuffix("; Secure") == true)
        }
    }
}
