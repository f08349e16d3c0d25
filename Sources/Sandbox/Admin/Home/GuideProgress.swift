import Basics

/// What somebody has done by hand in an account, as far as the articles ask for it.
struct GuideProgress {
    private let access: AccessState
    private let now: Instant
    /// Made by hand, the newest first.
    let keys: [AppKey]
    private let roles: [Role]

    init(_ access: AccessState, at now: Instant) {
        self.access = access
        self.now = now
        let readyMade = ReadyMade(access)
        keys = access.keys.filter { !readyMade.has($0) }.reversed()
        roles = access.roles.filter { $0.isCustom && !readyMade.has($0) }
    }

    var hasKey: Bool { !keys.isEmpty }
    /// Whether a key was made and the newest one's link was opened.
    var hasOpenedLink: Bool { keys.first.map { !access.hasLink(ofKey: $0.name, at: now) } ?? false }

    func hasRole(with resources: [Resource]) -> Bool { roles.contains { $0.grants(resources) } }

    /// Whether an active key made by hand may use all of these.
    func hasKey(with resources: [Resource]) -> Bool {
        keys.contains { key in
            guard let caller = access.caller(keyName: key.name) else { return false }
            return resources.allSatisfy(caller.mayUse)
        }
    }

    /// Whether a key has them through a user whose e-mail it is.
    func hasKeyAsUser(with resources: [Resource]) -> Bool {
        keys.contains { key in
            access.users(linkedTo: key).contains { user in
                user.roles.compactMap(access.role).contains { $0.grants(resources) }
            }
        }
    }
}

extension Role {
    fileprivate func grants(_ wanted: [Resource]) -> Bool {
        isAdmin || Set(wanted).isSubset(of: resources)
    }
}
