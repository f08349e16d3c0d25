/// The keys and roles that a sandbox begins with, as opposed to those that somebody makes in it.
struct ReadyMade {
    private let keyIDs: Set<String>
    private let roleIDs: Set<Int>

    init(_ access: AccessState) {
        var keyIDs: Set<String> = []
        var roleIDs: Set<Int> = []
        if let owner = access.keys.first(where: { $0.roles.contains(Role.ownerID) }) { keyIDs.insert(owner.id) }
        for article in ArticleRole.all {
            if let key = access.keys.first(where: { $0.label == article.label }) { keyIDs.insert(key.id) }
            if let role = access.roles.first(where: { $0.isCustom && $0.name == article.role }) {
                roleIDs.insert(role.id)
            }
        }
        self.keyIDs = keyIDs
        self.roleIDs = roleIDs
    }

    func has(_ key: AppKey) -> Bool { keyIDs.contains(key.id) }
    func has(_ role: Role) -> Bool { roleIDs.contains(role.id) }
}
