import Basics

/// What a member sets for himself, and what there is to know of the installation.
package struct SettingsPage: ConsolePage {
    /// One browser that is signed in.
    package struct Session: Sendable {
        package let startedAt: Instant
        package let lastSeenAt: Instant
        package let isThisOne: Bool

        package init(startedAt: Instant, lastSeenAt: Instant, isThisOne: Bool) {
            self.startedAt = startedAt
            self.lastSeenAt = lastSeenAt
            self.isThisOne = isThisOne
        }
    }

    package struct Installation: Sendable {
        package let version: String
        /// As in `SQLite` or `PostgreSQL`.
        package let database: String
        /// Nil when it was not set: then links are made of what the browser asked for.
        package let publicURL: String?

        package init(version: String, database: String, publicURL: String?) {
            self.version = version
            self.database = database
            self.publicURL = publicURL
        }
    }

    package var sessions: [Session]
    package var installation: Installation
    /// Why the last change of the password was refused, by field: `current`, `new`.
    package var passwordErrors: [String: Phrase]

    package init(sessions: [Session], installation: Installation, passwordErrors: [String: Phrase] = [:]) {
        self.sessions = sessions
        self.installation = installation
        self.passwordErrors = passwordErrors
    }

    package static let template = Template.settings
    package static let words = WordList(SettingsWords())

    package func title(for reader: Reader) -> String { SettingsWords.heading[reader.language] }

    package func content(in frame: Frame) -> any Sendable {
        let reader = frame.reader
        var current = Field("current", reader.say(SettingsWords.currentPassword), .password)
        current.autocomplete = "current-password"
        current.error = passwordErrors["current"].map(reader.say)
        var new = Field("new", reader.say(SettingsWords.newPassword), .password)
        new.autocomplete = "new-password"
        new.hint = reader.say(SetUpWords.passwordHint)
        new.error = passwordErrors["new"].map(reader.say)
        var language = Field("language", reader.say(SettingsWords.language))
        language.options = Language.allCases.map {
            Field.Option(
                value: $0.rawValue, title: FrameWords.languageName[$0],
                isChosen: $0 == reader.language)
        }
        var theme = Field("theme", reader.say(SettingsWords.theme))
        theme.options = Theme.allCases.map {
            Field.Option(value: $0.rawValue, title: reader.say(SettingsWords.theme($0)), isChosen: $0 == reader.theme)
        }
        return Content(
            heading: title(for: reader), appearancePath: ConsolePath.settingsAppearance, appearance: [language, theme],
            passwordPath: ConsolePath.settingsPassword, password: [current, new],
            sessionsPath: ConsolePath.settingsSessions, sessions: sessions.map { Row($0, for: reader) },
            hasOthers: sessions.count > 1, links: links(frame), hasLinks: !links(frame).isEmpty,
            version: installation.version, database: installation.database,
            publicURL: installation.publicURL)
    }

    private func links(_ frame: Frame) -> [Crumb] {
        var links: [Crumb] = []
        if frame.abilities.contains(.manageMembers) {
            links.append(Crumb(frame.reader.say(MembersWords.heading), ConsolePath.members))
        }
        if frame.abilities.contains(.manageKeys), let client = frame.client {
            links.append(Crumb(frame.reader.say(KeysWords.heading), ConsolePath.keys(client.id)))
        }
        if frame.abilities.contains(.manageClients) {
            links.append(Crumb(frame.reader.say(ClientsWords.heading), ConsolePath.clients))
        }
        return links
    }

    private struct Row: Sendable {
        let started: String
        let seen: String
        let isThisOne: Bool

        init(_ session: Session, for reader: Reader) {
            started = reader.moment(session.startedAt)
            seen = reader.ago(session.lastSeenAt)
            isThisOne = session.isThisOne
        }
    }

    private struct Content: Sendable {
        let heading: String
        let appearancePath: String
        let appearance: [Field]
        let passwordPath: String
        let password: [Field]
        let sessionsPath: String
        let sessions: [Row]
        let hasOthers: Bool
        let links: [Crumb]
        let hasLinks: Bool
        let version: String
        let database: String
        let publicURL: String?
    }
}
