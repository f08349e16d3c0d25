import Basics
import Testing

struct SecretTests {
    @Test func `nothing but revealing shows the text`() {
        let secret = Secret("planted-token")
        var dumped = ""

        dump([secret], to: &dumped)

        #expect("\(secret)" == "•••")
        #expect(String(reflecting: secret) == "•••")
        #expect("\([secret: secret])" == "[•••: •••]")
        #expect(!dumped.contains("planted"))
        #expect(secret.reveal { $0 } == "planted-token")
        #expect(!secret.isEmpty && Secret("").isEmpty)
    }
}
