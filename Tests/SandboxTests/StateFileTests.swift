import Basics
import Foundation
import Logging
import NIOHTTP1
import Sandbox
import TestSupport
import Testing

@Suite struct StateFileTests {
    private func configuration(_ folder: String, orders: Int = 40, seed: UInt64 = 3) -> SandboxConfiguration {
        SandboxConfiguration(seed: seed, orders: orders, stateFile: folder + "/store.jsonl")
    }

    /// Each order's id, status, value and dates as the control tells them, oldest first.
    private func orders(_ client: SandboxClient) async throws -> [String] {
        var orders: [String] = []
        try await client.control(.GET, "/orders/list").json.root.forEachElement { order in
            orders.append(
                "\(try order.string("orderId")) \(try order.string("status")) \(try order.integer("value")) "
                    + "\(try order.string("creationDate")) \(try order.string("lastChange"))")
        }
        return orders
    }

    private func placeOrder(_ client: SandboxClient) async throws -> String {
        var id = ""
        try await client.control(.POST, "/orders").json.root.forEachElement { id = try $0.string("orderId") }
        return id
    }

    @Test func `a store that was stopped comes back with its orders, dates and keys`() async throws {
        try await withTemporaryFolder { folder in
            let (before, key) = try await withSandbox(configuration(folder)) { client in
                let key = try await client.key(["ListOrders"])
                let first = try await placeOrder(client)
                _ = try await placeOrder(client)
                _ = try await client.control(.POST, "/clock/advance", #"{"seconds":3600}"#)
                _ = try await client.control(.POST, "/orders/\(first)/advance", #"{"status":"invoiced"}"#)
                return (try await orders(client), key)
            }

            // Another seed and count are not asked for: the store is the one in the file.
            let (after, listed, clock) = try await withSandbox(configuration(folder, orders: 7, seed: 9)) { client in
                (
                    try await orders(client), try await client.list("per_page=100", key).total,
                    try await client.control(.GET, "/clock").json.root.instant("now")
                )
            }

            #expect(after == before)
            #expect(after.count == 42)
            #expect(listed == 42)
            #expect(clock == StandingClock.noon + .seconds(3600))
        }
    }

    @Test func `an order of a second run has an id of its own and stays for the third`() async throws {
        try await withTemporaryFolder { folder in
            let first = try await withSandbox(configuration(folder)) { try await placeOrder($0) }
            let second = try await withSandbox(configuration(folder)) { try await placeOrder($0) }

            let third = try await withSandbox(configuration(folder)) { try await orders($0) }

            #expect(first != second)
            #expect(third.suffix(2).map { $0.prefix { $0 != " " } } == [first[...], second[...]])
        }
    }

    @Test func `a line whose writer was killed is dropped and the next one is whole`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/store.jsonl"
            let before = try await withSandbox(configuration(folder)) { client in
                _ = try await placeOrder(client)
                return try await orders(client)
            }
            var bytes = try Data(contentsOf: URL(filePath: path))
            let lastLine = try #require(bytes.dropLast().lastIndex(of: 10)) + 1
            bytes.append(bytes[lastLine...].dropLast(40))
            try bytes.write(to: URL(filePath: path))

            let (after, added) = try await withSandbox(configuration(folder)) { client in
                (try await orders(client), try await placeOrder(client))
            }
            let last = try await withSandbox(configuration(folder)) { try await orders($0) }

            #expect(after == before)
            #expect(last.dropLast() == before[...])
            #expect(last.last?.hasPrefix(added + " ") == true)
        }
    }

    @Test func `a changed right and a reset outlive the run`() async throws {
        try await withTemporaryFolder { folder in
            let (first, key) = try await withSandbox(configuration(folder)) { client in
                let first = try await orders(client)
                _ = try await placeOrder(client)
                let key = try await client.key(["ListOrders"])
                _ = try await client.control(.PATCH, "/keys/\(key.id)", #"{"resources":["OMSViewer"]}"#)
                _ = try await client.control(.POST, "/reset")
                return (first, key)
            }

            let (again, status) = try await withSandbox(configuration(folder)) { client in
                (try await orders(client), try await client.get("/api/oms/pvt/orders", key).status)
            }

            #expect(again == first)
            #expect(status == 403)
        }
    }

    @Test func `the file is the owner's alone and one sandbox has it at a time`() async throws {
        try await withTemporaryFolder { folder in
            let configuration = configuration(folder)
            let error = try await withSandbox(configuration) { _ in
                try #require(throws: SandboxError.self) {
                    try SandboxServer(
                        configuration: configuration, clock: StandingClock(), logger: Logger(label: "test"))
                }
            }
            let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/store.jsonl")

            #expect(error.code == "sandbox.state_in_use")
            #expect(attributes[.posixPermissions] as? Int == 0o600)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["store.jsonl"])
        }
    }

    @Test func `a damaged line is named`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/store.jsonl"
            try await withSandbox(configuration(folder)) { _ = try await placeOrder($0) }
            let text = try String(contentsOfFile: path, encoding: .utf8)
            try text.replacing(#""kind":"access""#, with: #""kind":"axess""#)
                .write(toFile: path, atomically: true, encoding: .utf8)

            let error = try #require(throws: SandboxError.self) {
                try SandboxServer(
                    configuration: configuration(folder), clock: StandingClock(), logger: Logger(label: "test"))
            }

            #expect(error.code == "sandbox.state_damaged")
            #expect(error.explanation[.english] == "\(path), line 2: not the state of a store of this version.")
        }
    }
}
