import Basics

/// Keys, users and roles of one account. A value: its owner guards it.
struct AccessState: Sendable {
    let account: String
    private(set) var keys: [AppKey] = [] { didSet { revision += 1 } }
    private(set) var users: [AccessUser] = [] { didSet { revision += 1 } }
    private(set) var roles: [Role] = Role.predefined { didSet { revision += 1 } }
    private(set) var links: [String: TokenLink] = [:]
    /// Grows with each change of keys, users or roles; links are not worth keeping.
    private(set) var revision = 0
    private(set) var nextRole = 10_001
    private var keysByName: [String: Int] = [:]

    init(account: String) { self.account = account }

    /// What an earlier run left.
    init(account: String, keys: [AppKey], users: [AccessUser], roles: [Role], nextRole: Int) {
        self.account = account
        self.keys = keys
        self.users = users
        self.roles = roles
        self.nextRole = nextRole
        keysByName = Dictionary(keys.enumerated().map { ($1.name.lowercased(), $0) }, uniquingKeysWith: { $1 })
    }

    // MARK: roles

    func role(_ id: Int) -> Role? { roles.first { $0.id == id } }
    func role(named name: String) -> Role? { roles.first { $0.name == name } }

    mutating func addRole(name: String, resources: [Resource]) -> Role {
        let role = Role(id: nextRole, name: name, isAdmin: false, isCustom: true, resources: resources)
        nextRole += 1
        roles.append(role)
        return role
    }

    /// False when there is no such role.
    mutating func changeRole(_ id: Int, name: String?, resources: [Resource]?) -> Bool {
        guard let position = roles.firstIndex(where: { $0.id == id && !$0.isAdmin }) else { return false }
        if let name { roles[position].name = name }
        if let resources { roles[position].resources = resources }
        return true
    }

    mutating func removeRole(_ id: Int) -> Bool {
        guard let position = roles.firstIndex(where: { $0.id == id && !$0.isAdmin }) else { return false }
        roles.remove(at: position)
        for position in keys.indices { keys[position].roles.removeAll { $0 == id } }
        for position in users.indices { users[position].roles.removeAll { $0 == id } }
        return true
    }

    /// Who has the role as their own.
    func holders(of role: Int) -> RoleHolders {
        RoleHolders(
            keys: keys.filter { $0.roles.contains(role) }, users: users.filter { $0.roles.contains(role) })
    }

    // MARK: keys

    func key(id: String) -> AppKey? { keys.first { $0.id.lowercased() == id.lowercased() } }
    func key(named name: String) -> AppKey? { keysByName[name.lowercased()].map { keys[$0] } }

    mutating func addKey(label: String, roles: [Int], at now: Instant) -> AppKey {
        var name = Tokens.keyName(account: account)
        while keysByName[name] != nil { name = Tokens.keyName(account: account) }
        var key = AppKey(
            id: Tokens.uuid(), name: name, label: label, created: now, token: Tokens.token(), tokenCreated: now)
        key.roles = roles
        keysByName[name.lowercased()] = keys.count
        keys.append(key)
        return key
    }

    /// Nil when there is no key with that id or name.
    mutating func change<Result>(key text: String, _ body: (inout AppKey) throws -> Result) rethrows -> Result? {
        let wanted = text.lowercased()
        guard let position = keys.firstIndex(where: { $0.id.lowercased() == wanted || $0.name.lowercased() == wanted })
        else { return nil }
        return try body(&keys[position])
    }

    /// False when there is no key with that id or name.
    mutating func switchKey(_ text: String, isActive: Bool) -> Bool {
        change(key: text) { $0.isActive = isActive } != nil
    }

    mutating func removeKey(_ text: String) -> Bool {
        let wanted = text.lowercased()
        guard let position = keys.firstIndex(where: { $0.id.lowercased() == wanted || $0.name.lowercased() == wanted })
        else { return false }
        keys.remove(at: position)
        keysByName = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1.name.lowercased(), $0) })
        return true
    }

    // MARK: users

    func user(id: String) -> AccessUser? { users.first { $0.id == id.lowercased() } }

    /// A user with an e-mail address, or the old way to give a key a role: a user whose e-mail is the key. Nil for any other
    /// e-mail; who is known already is left as they are.
    mutating func invite(email: String, name: String) -> AccessUser? {
        guard Self.isAddress(email) || key(named: email) != nil else { return nil }
        if let known = users.first(where: { $0.email.lowercased() == email.lowercased() }) { return known }
        let user = AccessUser(id: Tokens.hexadecimal(bytes: 16), email: email, name: name)
        users.append(user)
        return user
    }

    private static func isAddress(_ text: String) -> Bool {
        let sides = text.split(separator: "@", omittingEmptySubsequences: false)
        return sides.count == 2 && !sides[0].isEmpty && sides[1].contains(".")
    }

    mutating func removeUser(_ id: String) -> Bool {
        let before = users.count
        users.removeAll { $0.id == id.lowercased() }
        return users.count != before
    }

    /// Roles of a user or of a key; those of a user whose e-mail is the key are the key's too. Nil for an unknown id.
    func roleIDs(of id: String) -> [Int]? {
        if let user = user(id: id) {
            return user.roles
        }
        return key(id: id).map(effectiveRoles)
    }

    /// Users whose e-mail is the key.
    func users(linkedTo key: AppKey) -> [AccessUser] {
        users.filter { $0.email.lowercased() == key.name.lowercased() }
    }

    private func effectiveRoles(of key: AppKey) -> [Int] {
        let linked = users(linkedTo: key).flatMap(\.roles)
        return key.roles + linked.filter { !key.roles.contains($0) }
    }

    /// Adds to what is there. False for an unknown id.
    mutating func addRoles(_ ids: [Int], to id: String) -> Bool {
        if let position = users.firstIndex(where: { $0.id == id.lowercased() }) {
            users[position].roles += ids.filter { !users[position].roles.contains($0) }
            return true
        }
        return change(key: id) { key in key.roles += ids.filter { !key.roles.contains($0) } } != nil
    }

    mutating func dropRole(_ role: Int, from id: String) {
        if let position = users.firstIndex(where: { $0.id == id.lowercased() }) {
            users[position].roles.removeAll { $0 == role }
        }
        change(key: id) { key in key.roles.removeAll { $0 == role } }
    }

    // MARK: callers

    /// Nil for an unknown or inactive key and for a wrong token.
    func caller(keyName: String, token: Secret) -> Caller? {
        guard let key = key(named: keyName), key.isActive, key.accepts(token) else { return nil }
        return caller(key)
    }

    /// Nil for an unknown or inactive key.
    func caller(keyName: String) -> Caller? {
        guard let key = key(named: keyName), key.isActive else { return nil }
        return caller(key)
    }

    private func caller(_ key: AppKey) -> Caller {
        let granted = effectiveRoles(of: key).compactMap(role)
        return Caller(
            keyID: key.id, keyName: key.name, isAdmin: granted.contains { $0.isAdmin },
            resources: Set(granted.flatMap(\.resources)))
    }

    // MARK: one-time links

    mutating func addLink(_ link: TokenLink) { links[link.id] = link }

    /// Whether a link waits to be opened.
    func hasLink(_ id: String, at now: Instant) -> Bool { links[id].map { now < $0.expires } ?? false }
    func hasLink(ofKey name: String, at now: Instant) -> Bool {
        links.values.contains { $0.keyName == name && now < $0.expires }
    }

    /// Opens a link: the first time within its life only.
    mutating func openLink(_ id: String, at now: Instant) -> TokenLink? {
        guard let link = links.removeValue(forKey: id) else { return nil }
        return now < link.expires ? link : nil
    }
}
