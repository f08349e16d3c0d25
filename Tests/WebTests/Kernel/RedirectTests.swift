import HTTPTypes
import Testing
import Web

struct RedirectTests {
    @Test(arguments: ["/", "/o/org_1/orders?status=canceled&q=a%20b", "/settings#appearance", "/a//b"])
    func `a path of this server is gone to`(path: String) {
        let answer = Answer.redirect(to: path)

        #expect(answer.status == .seeOther)
        #expect(answer.headers[.location] == path)
    }

    @Test(arguments: [
        "", "o/org_1", "https://evil.example", "//evil.example", "/\\evil.example", "\\\\evil.example",
        "/\t/evil.example",
        "/\n/evil.example", "/\r\nSet-Cookie: a=b", " //evil.example", "/ok\\..\\evil", "javascript:alert(1)", "/café",
    ])
    func `what leads elsewhere, or may, leads to the first page`(path: String) {
        #expect(Answer.redirect(to: path).headers[.location] == "/")
    }
}
