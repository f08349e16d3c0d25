import Basics
import ConnectorKit

/// Makes a credential of what people paste into the four fields of a VTEX connection.
///
/// What can be put right without guessing is put right and said as a warning; anything else is refused with a message of
/// its own. No message repeats a pasted value: any of the fields may hold the token.
enum VTEXIntake {
    static let tokenLength = 128

    static func normalise(_ pasted: PastedCredential) throws(IntakeError) -> StoreCredential {
        var warnings: [Phrase] = []
        let key = try header(PastedText(pasted.key), name: "x-vtex-api-appkey", field: .key, warnings: &warnings)
        let rawToken = pasted.token.reveal { PastedText($0) }
        let token = try header(rawToken, name: "x-vtex-api-apptoken", field: .token, warnings: &warnings)
        try refuseSwapped(key: key, token: token)
        let account = try VTEXAccountName.find(in: PastedText(pasted.account))
        if account.wasAddress { warnings.append(.accountTakenFromAddress(account.name)) }
        let cleanKey = try checkKey(key, account: account.name, warnings: &warnings)
        let cleanToken = try checkToken(token, warnings: &warnings)
        guard cleanKey != cleanToken else { throw .keyAndTokenSame }
        if PastedText(pasted.account).wasCleaned || PastedText(pasted.key).wasCleaned || rawToken.wasCleaned {
            warnings.append(.cleaned)
        }
        let baseURL = try baseURL(pasted.baseURL, account: account.name)
        return StoreCredential(
            account: account.name, baseURL: baseURL, key: cleanKey, token: Secret(cleanToken), warnings: warnings)
    }

    static func address(account: String, baseURL given: String?) throws(IntakeError) -> StoreAddress {
        let found = try VTEXAccountName.find(in: PastedText(account))
        return StoreAddress(account: found.name, baseURL: try baseURL(given, account: found.name))
    }

    /// Takes the name of its header off a value, as copied from a request: `X-VTEX-API-AppKey: vtexappkey-…`.
    private static func header(
        _ pasted: PastedText, name: String, field: IntakeError.Field, warnings: inout [Phrase]
    ) throws(IntakeError) -> PastedText {
        let lower = pasted.text.lowercased()
        let headers = ["x-vtex-api-appkey", "x-vtex-api-apptoken"].filter { lower.contains($0) }
        guard let found = headers.first else { return pasted }
        guard headers.count == 1 else { throw .bothHeaders(in: field) }
        guard found == name else { throw .keyAndTokenSwapped }
        guard let colon = pasted.text.firstIndex(where: { $0 == ":" || $0 == "=" }) else {
            throw .headerWithoutValue(field)
        }
        warnings.append(.headerNameTakenOff(field))
        return PastedText(String(pasted.text[pasted.text.index(after: colon)...]))
    }

    private static func refuseSwapped(key: PastedText, token: PastedText) throws(IntakeError) {
        let keyIsToken = isToken(key.text) || key.text.utf8.count > 100 && key.isPlainASCII
        let tokenIsKey = token.text.lowercased().hasPrefix("vtexappkey-")
        if tokenIsKey, key.text == token.text { throw .keyAndTokenSame }
        if tokenIsKey, key.text.lowercased().hasPrefix("vtexappkey-") { throw .tokenIsKey }
        if tokenIsKey || keyIsToken { throw .keyAndTokenSwapped }
    }

    private static func isToken(_ text: String) -> Bool {
        text.utf8.count == tokenLength && text.utf8.allSatisfy { (0x41...0x5A).contains($0) }
    }

    private static func checkKey(
        _ key: PastedText, account: String, warnings: inout [Phrase]
    ) throws(IntakeError) -> String {
        if key.isEmpty { throw .keyMissing }
        if key.isPlaceholder { throw .keyIsPlaceholder }
        if key.looksLikeEmail { throw .keyIsEmail }
        if key.isMasked { throw .keyIsMasked }
        if key.text.contains("://") { throw .keyIsLink }
        if key.hasBlanks || !key.isPlainASCII { throw .keyUnreadable }
        if key.text.lowercased() == account { throw .keyIsAccount }
        if !isUsualKey(key.text) { warnings.append(.unusualKey) }
        return key.text
    }

    /// `vtexappkey-{account}-{six capitals}`; external keys carry their owner's account.
    private static func isUsualKey(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count >= 3, parts[0] == "vtexappkey", let last = parts.last else { return false }
        return last.utf8.count == 6 && last.utf8.allSatisfy { (0x41...0x5A).contains($0) }
            && VTEXAccountName.isName(parts[1..<(parts.count - 1)].joined(separator: "-"))
    }

    private static func checkToken(_ token: PastedText, warnings: inout [Phrase]) throws(IntakeError) -> String {
        if token.isEmpty { throw .tokenMissing }
        if token.isPlaceholder { throw .tokenIsPlaceholder }
        if token.isMasked { throw .tokenIsMasked }
        if token.looksLikeEmail { throw .tokenIsEmail }
        if token.text.contains("://") || token.text.contains("share.vtex.com") { throw .tokenIsLink }
        if token.hasBlanks {
            // A line wrapped by an e-mail or a document is whole again without its blanks; anything else may be two things.
            let joined = token.text.filter { !$0.isWhitespace }
            guard isToken(joined) else { throw .tokenHasBlanks }
            warnings.append(.tokenJoined)
            return joined
        }
        guard token.isPlainASCII else { throw .tokenUnreadable }
        let length = token.text.utf8.count
        if length != tokenLength { warnings.append(.tokenLength(length)) }
        return token.text
    }

    private static func baseURL(_ pasted: String?, account: String) throws(IntakeError) -> String {
        let given = PastedText(pasted ?? "")
        guard !given.isEmpty else { return "https://\(account).vtexcommercestable.com.br" }
        var text = given.text
        while text.hasSuffix("/") { text.removeLast() }
        guard let address = WebAddress(text), !address.path.contains("?") else { throw .baseURLUnreadable }
        switch AddressPolicy().refusal(of: address) {
        case nil: return address.description
        case .plainHTTP: throw .baseURLNotSecure
        case .loopback, .privateNetwork, .oddHost: throw .baseURLInside
        }
    }
}
