import AccessControl
import Basics
import Testing

struct PasswordRulesTests {
    @Test(arguments: [
        ("curta", AccessError.Problem.passwordTooShort), ("12345678901", .passwordTooShort),
        (String(repeating: "x1y2", count: 65), .passwordTooLong),
        (String(repeating: "x", count: 9000), .passwordTooLong),
        ("aaaaaaaaaaaaaaaa", .passwordTooEasy), ("abababababababab", .passwordTooEasy),
        ("lojalojalojaloja", .passwordTooEasy), ("ana.silva@loja.example", .passwordTooEasy),
        ("ana.silva123", .passwordTooEasy), ("abcdefghijklmnop", .passwordTooEasy), ("qwertyuiopas", .passwordTooEasy),
        ("password1234", .passwordTooEasy), ("senha12345678", .passwordTooEasy), ("0987654321098", .passwordTooEasy),
    ])
    func `what would soon be guessed is refused`(password: String, problem: AccessError.Problem) throws {
        let email = try #require(EmailAddress("ana.silva@loja.example"))

        #expect(throws: AccessError(problem)) { try PasswordRules.check(Secret(password), of: email) }
    }

    @Test(arguments: [
        "quatro cavalos no telhado", "correct horse battery", "çãõéíúâêôàü!", "x7#Kp2!vLq9z", "ponte sobre o rio doce",
        "一二三四五六七八九十百千",
    ])
    func `length is enough`(password: String) throws {
        let email = try #require(EmailAddress("ana.silva@loja.example"))

        try PasswordRules.check(Secret(password), of: email)
    }
}
