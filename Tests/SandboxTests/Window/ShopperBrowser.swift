import Basics
import Foundation
import NIOHTTP1
import Testing

/// A browser in the shop window: it follows redirects, keeps its cart's cookie and reads English.
actor ShopperBrowser {
    let admin: AdminClient
    private var cookie: String?
    private(set) var page = ""
    private(set) var path = ""

    init(_ sandbox: SandboxClient) { admin = AdminClient(sandbox: sandbox, base: "/shop/lojademo") }

    private var headers: [String: String] {
        ["Accept-Language": "en"].merging(cookie.map { ["Cookie": $0] } ?? [:]) { $1 }
    }

    @discardableResult
    func open(_ path: String) async throws -> Int {
        take(try await admin.send(.GET, admin.base + path, headers: headers), admin.base + path)
        return try await follow()
    }

    /// Sends a form and opens the page that follows; the status is that page's, or the refusal's.
    @discardableResult
    func post(_ path: String, _ fields: [(String, String)] = [], mark: String = UUID().uuidString) async throws -> Int {
        take(try await admin.post(path, fields, mark: mark, headers: headers), admin.base + path)
        return try await follow()
    }

    private var last: Answer?

    private func take(_ answer: Answer, _ path: String) {
        last = answer
        self.path = path
        page = answer.text
        for text in answer.headers["Set-Cookie"] where text.hasPrefix("ponte_shop_") {
            let value = String(text.prefix { $0 != ";" })
            cookie = value.hasSuffix("=") ? nil : value
        }
    }

    private func follow() async throws -> Int {
        while let answer = last, answer.status == 303, let location = answer.location {
            take(try await admin.send(.GET, location, headers: headers), location)
        }
        return last?.status ?? 0
    }

    /// Two of SKU 101 in the cart, and Ana at a house in Salvador.
    func goToPayment(email: String = "ana@example.com") async throws {
        try await post("/cart", [("sku", "101"), ("quantity", "2")])
        try await post(
            "/checkout",
            [
                ("email", email), ("firstName", "Ana"), ("lastName", "Souza"), ("document", "123.456.789-09"),
                ("phone", "(71) 99999-0000"),
            ])
        try await post(
            "/checkout/address",
            [
                ("postalCode", "40020000"), ("street", "Rua Chile"), ("number", "7"), ("neighborhood", "Centro"),
                ("city", "Salvador"), ("state", "BA"),
            ])
    }

    /// The number of the order whose page is shown.
    func orderID() throws -> String { String(try #require(path.firstMatch(of: /orders\/([0-9-]+)/)).1) }
}
