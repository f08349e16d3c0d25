import Basics
import ConnectorKit
import Connectors
import Testing

@Suite struct VTEXIntakeTests {
    static let token = String(repeating: "ABCDEFGH", count: 16)
    static let key = "vtexappkey-minhaloja-ABCDEF"

    private func normalise(
        account: String = "minhaloja", baseURL: String? = nil, key: String = Self.key, token: String = Self.token
    ) throws -> StoreCredential {
        try ConnectorCatalog.connector(named: "vtex").normalise(
            PastedCredential(account: account, baseURL: baseURL, key: key, token: Secret(token)))
    }

    private func error(
        account: String = "minhaloja", baseURL: String? = nil, key: String = Self.key, token: String = Self.token
    ) -> IntakeError? {
        #expect(throws: IntakeError.self) {
            _ = try normalise(account: account, baseURL: baseURL, key: key, token: token)
        }
    }

    @Test func `a plain credential passes untouched`() throws {
        let credential = try normalise()

        #expect(credential.account == "minhaloja")
        #expect(credential.baseURL == "https://minhaloja.vtexcommercestable.com.br")
        #expect(credential.key == Self.key)
        #expect(credential.token == Secret(Self.token))
        #expect(credential.warnings == [])
    }

    @Test(arguments: [
        "https://minhaloja.myvtex.com/admin", "minhaloja.vtexcommercestable.com.br",
        "http://minhaloja.vtexcommercebeta.com.br/", "https://teste--minhaloja.myvtex.com/admin/orders?page=1",
        "https://api.vtex.com/minhaloja/pricing", "MinhaLoja.myvtex.com",
    ])
    func `the account is taken out of VTEX's own addresses`(pasted: String) throws {
        let credential = try normalise(account: pasted)

        #expect(credential.account == "minhaloja")
        #expect(
            credential.warnings.map(\.portuguese)
                == ["O nome da conta foi tirado do endereço colado: minhaloja."])
    }

    @Test(arguments: [
        ("", "intake.account_missing"), (" \n", "intake.account_missing"),
        ("undefined", "intake.account_is_placeholder"),
        ("www.loja.com.br", "intake.account_is_shop_domain"),
        ("https://www.loja.com.br/", "intake.account_is_shop_domain"),
        (VTEXIntakeTests.key, "intake.account_is_key"), ("ana@loja.com.br", "intake.account_is_email"),
        (VTEXIntakeTests.token, "intake.account_is_token"), ("Minha Loja", "intake.account_unreadable"),
        ("lojá", "intake.account_unreadable"),
    ])
    func `each wrong account has a message of its own`(pasted: String, code: String) {
        let error = error(account: pasted)

        #expect(error?.code == code)
        #expect(error?.field == .account)
        #expect(error?.remedy?.portuguese.contains(".myvtex.com") == true)
    }

    @Test(arguments: [
        ("", "intake.key_missing"), ("null", "intake.key_is_placeholder"), ("ana@loja.com.br", "intake.key_is_email"),
        ("vtexappkey-****", "intake.key_is_masked"), ("minhaloja", "intake.key_is_account"),
        ("https://share.vtex.com/credentials/abc", "intake.key_is_link"),
        ("vtexappkey-minhaloja-ABCDEF vtexappkey-outra-ABCDEF", "intake.key_unreadable"),
        (VTEXIntakeTests.token, "intake.key_and_token_swapped"),
        ("X-VTEX-API-AppToken: \(VTEXIntakeTests.token)", "intake.key_and_token_swapped"),
        ("X-VTEX-API-AppKey: a\nX-VTEX-API-AppToken: b", "intake.both_headers_pasted"),
        ("X-VTEX-API-AppKey", "intake.header_without_value"),
    ])
    func `each wrong key has a message of its own`(pasted: String, code: String) {
        #expect(error(key: pasted)?.code == code)
    }

    @Test(arguments: [
        ("", "intake.token_missing"), ("undefined", "intake.token_is_placeholder"),
        ("None", "intake.token_is_placeholder"),
        ("********************", "intake.token_is_masked"), ("••••••ABCD", "intake.token_is_masked"),
        ("ana@loja.com.br", "intake.token_is_email"), ("vtexappkey-outra-ABCDEF", "intake.token_is_key"),
        (VTEXIntakeTests.key, "intake.key_and_token_same"),
        ("https://share.vtex.com/credentials/abc", "intake.token_is_link"), ("ABC DEF", "intake.token_has_blanks"),
        ("ABCÇDEF", "intake.token_unreadable"),
    ])
    func `each wrong token has a message of its own`(pasted: String, code: String) {
        #expect(error(token: pasted)?.code == code)
    }

    @Test func `key and token that changed places are told`() {
        let swapped = error(key: Self.token, token: Self.key)

        #expect(swapped?.code == "intake.key_and_token_swapped")
        #expect(swapped?.explanation.spanish == "La clave y el token están intercambiados.")
    }

    @Test func `what hangs on a pasted value is taken off and told`() throws {
        let credential = try normalise(key: " “\(Self.key)”\r\n", token: "\u{FEFF}\(Self.token)\u{200B}\n")

        #expect(credential.key == Self.key)
        #expect(credential.token == Secret(Self.token))
        #expect(credential.warnings.count == 1)
        #expect(credential.warnings[0].english.hasPrefix("Blanks, line ends, quotes or invisible characters"))
    }

    @Test func `a token wrapped over lines is joined when it is whole again`() throws {
        let wrapped = Self.token.prefix(64) + "\r\n  " + Self.token.suffix(64)

        let credential = try normalise(token: String(wrapped))

        #expect(credential.token == Secret(Self.token))
        #expect(
            credential.warnings.map(\.english) == ["The token came in pieces and was joined: it now has 128 letters."])
    }

    @Test func `a header's name is taken off`() throws {
        let credential = try normalise(
            key: "X-VTEX-API-AppKey: \(Self.key)", token: "x-vtex-api-apptoken=\(Self.token)")

        #expect(credential.key == Self.key)
        #expect(credential.token == Secret(Self.token))
        #expect(credential.warnings.count == 2)
    }

    @Test func `odd forms are let through with a warning`() throws {
        let short = try normalise(token: "ABC")
        let long = try normalise(token: Self.token + "A")
        let key = try normalise(key: "my-key")

        #expect(
            short.warnings.map(\.english) == [
                "The token has 3 characters, fewer than the usual 128. Check that it was copied whole."
            ])
        #expect(long.warnings[0].english.contains("129 characters, more than"))
        #expect(key.warnings[0].portuguese.contains("vtexappkey-conta-ABCDEF"))
    }

    @Test func `a key of another account is an external key and usual`() throws {
        #expect(try normalise(key: "vtexappkey-outro-nome-ABCDEF").warnings == [])
    }

    @Test func `a sandbox's address stands in for VTEX's`() throws {
        #expect(
            try normalise(baseURL: " http://127.0.0.1:8080/vtex/minhaloja/ ").baseURL
                == "http://127.0.0.1:8080/vtex/minhaloja")
        #expect(try normalise(baseURL: "").baseURL == "https://minhaloja.vtexcommercestable.com.br")
    }

    @Test(arguments: [
        ("127.0.0.1:8080", "intake.base_url_unreadable"), ("https://a.com/?x=1", "intake.base_url_unreadable"),
        ("https://user:pass@a.com", "intake.base_url_unreadable"), ("http://a.com", "intake.base_url_not_secure"),
        ("https://10.0.0.8", "intake.base_url_inside"), ("http://169.254.169.254", "intake.base_url_inside"),
    ])
    func `an address that keys may not go to is refused`(pasted: String, code: String) {
        #expect(error(baseURL: pasted)?.code == code)
    }

    @Test func `no message repeats a token, whichever field it is in`() {
        let errors = [
            error(account: Self.token), error(key: Self.token), error(key: "X-VTEX-API-AppToken: \(Self.token)"),
            error(token: Self.token + " " + Self.token), error(baseURL: Self.token), error(account: Self.token + "!"),
            error(key: "a " + Self.token),
        ]
        for error in errors {
            for language in Language.allCases {
                #expect(error?.text(in: language).contains(Self.token.prefix(16)) == false)
            }
        }
    }
}
