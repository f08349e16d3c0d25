import ConnectorKit
import Testing

@Suite struct AddressPolicyTests {
    private func refusal(_ text: String, _ policy: AddressPolicy = AddressPolicy()) throws -> AddressPolicy.Refusal? {
        policy.refusal(of: try #require(WebAddress(text)))
    }

    @Test(arguments: [
        "https://loja.vtexcommercestable.com.br", "http://127.0.0.1:8080", "http://localhost:1", "http://[::1]:8080",
        "https://8.8.8.8/", "http://sandbox.localhost/",
    ])
    func `public https and loopback may be asked`(text: String) throws {
        #expect(try refusal(text) == nil)
    }

    @Test(arguments: [
        "https://10.0.0.1", "https://192.168.1.1", "https://172.20.0.1", "http://169.254.169.254/latest",
        "https://100.64.0.1", "https://0.0.0.0", "https://[fd00::1]", "https://[fe80::1]", "https://[::ffff:10.0.0.1]",
        "https://[::]", "https://metadata.google.internal", "https://router.local", "https://postgres:5432",
        "https://[2002:a00:1::]", "https://224.0.0.1",
    ])
    func `inside networks may not`(text: String) throws {
        #expect(try refusal(text) == .privateNetwork)
        #expect(
            try refusal(text.replacing("http://", with: "https://"), AddressPolicy(allowsPrivateNetworks: true)) == nil)
    }

    @Test(arguments: [
        "https://127.1", "https://0x7f000001", "https://2130706433", "https://0177.0.0.1", "https://a..b",
    ])
    func `numbers in odd forms may not`(text: String) throws {
        #expect(try refusal(text) == .oddHost)
    }

    @Test func `plain http may go to loopback only, unless it is allowed`() throws {
        #expect(try refusal("http://loja.example.com") == .plainHTTP)
        #expect(try refusal("http://loja.example.com", AddressPolicy(allowsPlainHTTP: true)) == nil)
        #expect(try refusal("http://[::ffff:127.0.0.1]/") == nil)
    }

    @Test func `loopback can be closed`() throws {
        #expect(try refusal("http://127.0.0.1:8080", AddressPolicy(allowsLoopback: false)) == .loopback)
    }
}
