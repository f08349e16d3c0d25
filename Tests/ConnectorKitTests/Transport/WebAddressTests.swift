import ConnectorKit
import Testing

@Suite struct WebAddressTests {
    @Test func `an address is taken apart`() throws {
        let address = try #require(WebAddress("HTTPS://Shop.Example.com:8443/a/b?x=1"))

        #expect(address.scheme == "https")
        #expect(address.host == "shop.example.com")
        #expect(address.port == 8443)
        #expect(address.path == "/a/b?x=1")
        #expect(address.description == "https://shop.example.com:8443/a/b?x=1")
    }

    @Test func `usual ports are not shown`() {
        #expect(WebAddress("http://127.0.0.1:80/x")?.origin == "http://127.0.0.1")
        #expect(WebAddress("http://[::1]:8080")?.origin == "http://[::1]:8080")
    }

    @Test(arguments: [
        "ftp://a.com", "https://", "https://user@a.com/", "https://a.com:0/", "https://a.com:99999/", "a.com",
        "https://a.com/\r\nx: y", "https://a b.com", "https://a.com\\@b.com", "https://[::1", "https://a.com/#part",
    ])
    func `what is no web address is none`(text: String) {
        #expect(WebAddress(text) == nil)
    }

    @Test func `a redirect leads from where it stands`() throws {
        let address = try #require(WebAddress("https://a.com/x/y?z=1"))

        #expect(address.following(location: "/other")?.description == "https://a.com/other")
        #expect(address.following(location: "w")?.description == "https://a.com/x/w")
        #expect(address.following(location: "//b.com/z")?.description == "https://b.com/z")
        #expect(address.following(location: "http://c.com/")?.description == "http://c.com/")
    }
}
