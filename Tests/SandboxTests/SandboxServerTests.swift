import Basics
import Foundation
import Logging
import NIOHTTP1
import Sandbox
import TestSupport
import Testing

@Suite struct SandboxServerTests {
    /// A NIO server that is cancelled while an accepted connection waits to be taken ends the program: apple/swift-nio#2637.
    @Test func `a server that is cancelled while connections come in just ends`() async throws {
        for _ in 1...20 {
            let callers = try await withSandbox(SandboxConfiguration(orders: 1)) { client in
                (1...40).map { _ in Task { try? await client.get("/healthz") } }
            }
            // The client goes on asking a server that is gone until it is told to stop.
            for caller in callers { caller.cancel() }
            for caller in callers { _ = await caller.value }
        }
    }

    @Test func `a port that is taken ends in a sentence`() async throws {
        try await withSandbox { client in
            let second = try SandboxServer(
                configuration: SandboxConfiguration(port: client.port, orders: 1), clock: StandingClock(),
                logger: Logger(label: "test"))

            let error = try await #require(throws: SandboxError.self) { try await second.run() }

            #expect(error.code == "sandbox.port_taken")
            #expect(error.explanation[.spanish] == "El puerto \(client.port) ya está en uso por otro programa.")
        }
    }

    @Test func `the credentials file is the owner's alone and its keys work`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/credentials.json"
            try await withSandbox(SandboxConfiguration(orders: 5, credentialsFile: path)) { client in
                let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
                let document = try JSONDocument(parsing: Array(try Data(contentsOf: URL(filePath: path))))
                var statuses: [String: Int] = [:]
                var keys: [(label: String, key: TestKey)] = []
                try document.root.with("vtex") { vtex in
                    try vtex.forEach("keys") { key in
                        keys.append(
                            (
                                try key.string("label"),
                                TestKey(name: try key.string("appKey"), token: try key.string("appToken"), id: "")
                            ))
                    }
                }
                for (label, key) in keys {
                    statuses[label] = try await client.get("/api/oms/pvt/orders?per_page=1", key).status
                }

                #expect(mode == 0o600)
                #expect(try document.root.string("baseURL") == "http://127.0.0.1:\(client.port)")
                #expect(
                    statuses == [
                        "article-000-ra-trustvox": 403, "article-002-growlat": 200,
                        "article-004-mais-fidelidade": 200, "ponte-orders": 200, "ponte-store": 200,
                    ])
            }
        }
    }

    @Test func `whoever opens its bare address is led to the store's admin`() async throws {
        try await withSandbox { client in
            let answer = try await client.send(.GET, "/")

            #expect(answer.status == 200)
            #expect(answer.text.contains("href=\"/admin/lojademo/roles\""))
        }
    }

    @Test func `an account name that VTEX would refuse is refused`() throws {
        let error = try #require(throws: SandboxError.self) {
            try SandboxServer(
                configuration: SandboxConfiguration(account: "Loja Demo"), clock: StandingClock(),
                logger: Logger(label: "test"))
        }

        #expect(error.code == "sandbox.bad_account")
    }
}
