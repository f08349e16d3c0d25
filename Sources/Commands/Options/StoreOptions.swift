import ArgumentParser
import Basics
import ConnectorKit
import Glibc

/// Which store, and the key to it. The token has no flag: it comes from the environment or a file.
struct StoreOptions: ParsableArguments {
    @Option(
        help: .said(
            pt: "Plataforma da loja: vtex.", es: "Plataforma de la tienda: vtex.", en: "Platform of the store: vtex.",
            value: "name"))
    var platform = "vtex"

    @Option(
        help: .said(
            pt: "Conta na plataforma, como em {conta}.myvtex.com.",
            es: "Cuenta en la plataforma, como en {cuenta}.myvtex.com.",
            en: "Account on the platform, as in {account}.myvtex.com.", value: "account"))
    var account: String?

    @Option(
        name: .customLong("base-url"),
        help: .said(
            pt: "Endereço no lugar do da plataforma, como o de um sandbox: {baseURL}/vtex/{conta}.",
            es: "Dirección en lugar de la de la plataforma, como la de un sandbox: {baseURL}/vtex/{cuenta}.",
            en: "Address in place of the platform's own, as that of a sandbox: {baseURL}/vtex/{account}.", value: "url")
    )
    var baseURL: String?

    @Option(
        name: .customLong("app-key"),
        help: .said(
            pt: "Chave (appKey). O token vem de PONTE_APP_TOKEN ou de --app-token-file.",
            es: "Clave (appKey). El token viene de PONTE_APP_TOKEN o de --app-token-file.",
            en: "App key. Its token comes from PONTE_APP_TOKEN or --app-token-file.", value: "key"))
    var appKey: String?

    @OptionGroup var token: TokenOptions

    /// What a person pasted.
    /// - Throws: `CommandError` for what is missing.
    func pasted() throws -> PastedCredential {
        guard let account else { throw CommandError.missingOption("--account") }
        guard let appKey else { throw CommandError.missingOption("--app-key") }
        return PastedCredential(account: account, baseURL: baseURL, key: appKey, token: try token.read())
    }
}

/// Where the token of a key comes from.
struct TokenOptions: ParsableArguments {
    @Option(
        name: .customLong("app-token-file"),
        help: .said(
            pt: "Arquivo com o token da chave; - é a entrada padrão.",
            es: "Archivo con el token de la clave; - es la entrada estándar.",
            en: "File with the key's token; - is standard input.", value: "file"))
    var appTokenFile: String?

    /// A token is a few dozen characters; a file that is longer than this is another file.
    private static let sizeMax = 4096

    func read() throws -> Secret {
        guard let appTokenFile else {
            guard let token = Surroundings.current.environment["PONTE_APP_TOKEN"], !token.isEmpty else {
                throw CommandError.tokenMissing
            }
            return Secret(token)
        }
        let bytes = try SmallFile.read(appTokenFile, sizeMax: Self.sizeMax)
        let text = String(decoding: bytes, as: UTF8.self).trimmed
        guard !text.isEmpty else { throw CommandError.tokenMissing }
        return Secret(text)
    }
}

extension String {
    /// Without blanks and line ends at both ends.
    fileprivate var trimmed: String {
        var rest = self[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
