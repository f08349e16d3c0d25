import Basics

/// What surrounds a page: who reads it, where he is, what he may do.
package struct Frame: Sendable {
    package var reader: Reader
    /// This page's address, to come back to after changing the language.
    package var path: String
    /// Goes with every form.
    package var csrfToken: String
    /// Nil before signing in.
    package var member: FrameMember?
    /// The client whose pages these are; nil on pages above the clients.
    package var client: FrameClient?
    /// Those that the member can go to; a switch is shown when there is more than one.
    package var clients: [FrameClient]
    package var abilities: Abilities
    package var place: Place?
    /// Whether a page for those who are not signed in has more than a small form.
    package var isWide = false
    /// Seconds after which a browser without scripts loads the page again; nil for never.
    package var refreshSeconds: Int?
    /// A message that the deed before this page left.
    package var notice: Notice?

    package init(
        reader: Reader, path: String, csrfToken: String, member: FrameMember? = nil, client: FrameClient? = nil,
        clients: [FrameClient] = [], abilities: Abilities = [], place: Place? = nil, notice: Notice? = nil
    ) {
        self.reader = reader
        self.path = path
        self.csrfToken = csrfToken
        self.member = member
        self.client = client
        self.clients = clients
        self.abilities = abilities
        self.place = place
        self.notice = notice
    }
}

/// Who is signed in.
package struct FrameMember: Sendable, Hashable {
    package let name: String
    package let email: String

    package init(name: String, email: String) {
        self.name = name
        self.email = email
    }
}

/// A client by id and name.
package struct FrameClient: Sendable, Hashable {
    package let id: String
    package let name: String

    package init(id: String, name: String) {
        self.id = id
        self.name = name
    }
}

/// What the reader may do: what he may not is not shown to him. The kernel refuses it all the same.
package struct Abilities: OptionSet, Sendable {
    package let rawValue: Int

    package init(rawValue: Int) { self.rawValue = rawValue }

    package static let manageConnections = Abilities(rawValue: 1)
    package static let seePeople = Abilities(rawValue: 2)
    package static let seeActivity = Abilities(rawValue: 4)
    package static let manageKeys = Abilities(rawValue: 8)
    package static let manageMembers = Abilities(rawValue: 16)
    package static let manageClients = Abilities(rawValue: 32)
    package static let manageInstallation = Abilities(rawValue: 64)
    package static let managePeople = Abilities(rawValue: 128)
    package static let all = Abilities(rawValue: 255)
}

/// The entries of the main menu.
package enum Place: String, Sendable, CaseIterable { case home, connections, orders, records, activity, settings }
