import Basics
import Commerce

/// What the layouts see.
struct FrameContext: Sendable {
    struct Entry: Sendable {
        let path: String
        let title: String
        let icon: String
        let isHere: Bool
    }
    struct ClientEntry: Sendable {
        let path: String
        let name: String
        let isHere: Bool
    }
    struct LanguageEntry: Sendable {
        let code: String
        let name: String
        let isHere: Bool
    }

    let title: String
    /// Finished markup of the page's own template.
    let main: String
    let language: String
    let theme: String
    let stylesheet: String
    let script: String
    let frame: FrameLinks
    let favicon: String
    let csrf: String
    let path: String
    let homePath: String
    let signOutPath: String
    let settingsPath: String
    let languagePath: String
    let clientsPath: String
    let memberName: String
    let memberEmail: String
    let clientName: String?
    let hasSwitch: Bool
    let clients: [ClientEntry]
    let entries: [Entry]
    let languages: [LanguageEntry]
    /// Not on a page without a form's token, as that of an error: there the choice would be refused.
    let hasLanguages: Bool
    let notice: NoticeContent?
    let isWide: Bool
    let refresh: Int?
    let t: [String: String]

    init(frame: Frame, title: String, main: String) {
        let reader = frame.reader
        self.title = title
        self.main = main
        language = FrameWords.languageTag[reader.language]
        theme = reader.theme.rawValue
        stylesheet = Asset.stylesheet.path
        script = Asset.script.path
        self.frame = FrameLinks(frame)
        favicon = Asset.favicon.path
        csrf = frame.csrfToken
        path = frame.path
        homePath = frame.client.map { ConsolePath.client($0.id) } ?? ConsolePath.home
        signOutPath = ConsolePath.signOut
        settingsPath = ConsolePath.settings
        languagePath = ConsolePath.language
        clientsPath = ConsolePath.clients
        memberName = frame.member?.name ?? ""
        memberEmail = frame.member?.email ?? ""
        clientName = frame.client?.name
        hasSwitch = frame.clients.count > 1
        clients = frame.clients.map {
            ClientEntry(path: ConsolePath.client($0.id), name: $0.name, isHere: $0.id == frame.client?.id)
        }
        entries = Place.allCases.compactMap { Self.entry($0, in: frame) }
        languages = Language.allCases.map {
            LanguageEntry(code: $0.rawValue, name: FrameWords.languageName[$0], isHere: $0 == reader.language)
        }
        hasLanguages = !frame.csrfToken.isEmpty
        notice = frame.notice.map { NoticeContent($0, for: reader) }
        isWide = frame.isWide
        refresh = frame.refreshSeconds
        t = FrameWords.list.phrases.mapValues { $0[reader.language] }
    }

    private static func entry(_ place: Place, in frame: Frame) -> Entry? {
        let client = frame.client?.id
        let path: String? =
            switch place {
            case .home: client.map(ConsolePath.client) ?? ConsolePath.home
            case .connections: client.map(ConsolePath.connections)
            case .orders: client.map(ConsolePath.orders)
            case .records: client.map { ConsolePath.records($0, RecordKind.customer.rawValue) }
            case .activity: frame.abilities.contains(.seeActivity) ? client.map(ConsolePath.activity) : nil
            case .settings: ConsolePath.settings
            }
        guard let path else { return nil }
        return Entry(
            path: path, title: FrameWords.title(of: place)[frame.reader.language], icon: place.rawValue,
            isHere: place == frame.place)
    }
}
