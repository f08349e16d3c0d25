import HTTPTypes
import NIOCore
import Testing
import Web

struct AddressTests {
    @Test(arguments: [
        ("10.0.0.0/8", "10.255.1.2", true), ("10.0.0.0/8", "11.0.0.1", false),
        ("192.168.4.0/22", "192.168.7.255", true),
        ("192.168.4.0/22", "192.168.8.0", false), ("::1", "::1", true), ("fd00::/8", "fdab::1", true),
        ("127.0.0.1", "::ffff:127.0.0.1", true), ("0.0.0.0/0", "1.2.3.4", true), ("0.0.0.0/0", "::1", false),
    ])
    func `a network holds the addresses that begin like it`(range: String, address: String, holds: Bool) throws {
        let network = try #require(NetworkRange(parsing: range))

        #expect(network.contains(address) == holds)
    }

    @Test(arguments: ["", "10.0.0.0/33", "x", "10.0.0.0/", "1.2.3", "::1/129", "10.0.0.0/8/8"])
    func `what is no network is none`(text: String) {
        #expect(NetworkRange(parsing: text) == nil)
    }

    private static func header(_ name: String) throws -> HTTPField.Name { try #require(HTTPField.Name(name)) }

    @Test
    func `the client is the last hop that is no proxy of ours`() throws {
        let proxies = try ["127.0.0.1", "10.0.0.0/8"].map { try #require(NetworkRange(parsing: $0)) }
        let addresses = ClientAddress(trusted: proxies)
        let peer = try SocketAddress(ipAddress: "127.0.0.1", port: 1)
        let stranger = try SocketAddress(ipAddress: "203.0.113.9", port: 1)
        let forged: HTTPFields = [
            try Self.header("X-Forwarded-For"): "1.1.1.1, 198.51.100.7, 10.2.3.4",
            try Self.header("X-Forwarded-Proto"): "https",
        ]

        let through = addresses.origin(of: peer, headers: forged)
        let direct = addresses.origin(of: stranger, headers: forged)

        #expect(through.address == "198.51.100.7")
        #expect(through.isSecure == true)
        #expect(direct.address == "203.0.113.9")
        #expect(direct.isSecure == nil)
    }

    @Test(arguments: [
        ("https://Ponte.Example.com/", "https://ponte.example.com", "ponte.example.com"),
        ("http://localhost:8080", "http://localhost:8080", "localhost:8080"),
        ("https://a.example:443", "https://a.example", "a.example"),
    ])
    func `a public address is read`(text: String, shown: String, authority: String) throws {
        let url = try #require(PublicURL(parsing: text))
        #expect(url.text == shown)
        #expect(url.authority == authority)
    }

    @Test(arguments: ["", "ponte.example.com", "ftp://x", "https://", "https://a/b", "https://a?b", "https://u@a"])
    func `what is no public address is none`(text: String) {
        #expect(PublicURL(parsing: text) == nil)
    }
}
