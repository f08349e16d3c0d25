import Basics
import HTTPTypes

/// The language that a reader asked for: in the address, in a cookie from an earlier choice, or by the browser.
struct ReaderLanguage {
    let language: Language
    /// Set when the address says so, to be remembered.
    private let isChoice: Bool

    private static let cookie = "ponte_sandbox_language"

    init(of call: Call) {
        if let chosen = call.field("lang").flatMap(Language.init(rawValue:)) {
            language = chosen
            isChoice = true
            return
        }
        isChoice = false
        language =
            call.cookie(Self.cookie).flatMap(Language.init(rawValue:))
            ?? Self.first(accepting: call.headers[.acceptLanguage])
    }

    func remembered(by reply: Reply) -> Reply {
        guard isChoice else { return reply }
        return reply.with(
            .setCookie, "\(Self.cookie)=\(language.rawValue); Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly")
    }

    /// The first language of `Accept-Language` that Ponte's people read; Portuguese otherwise.
    private static func first(accepting header: String?) -> Language {
        for part in (header ?? "").split(separator: ",") {
            let tag = part.drop { $0 == " " }
            if let language = Language(tag: String(tag)) { return language }
        }
        return .portuguese
    }
}

extension Language {
    /// As `lang` says it.
    var tag: String { self == .portuguese ? "pt-BR" : rawValue }

    var ownName: String {
        switch self {
        case .portuguese: "Português"
        case .spanish: "Español"
        case .english: "English"
        }
    }
}
