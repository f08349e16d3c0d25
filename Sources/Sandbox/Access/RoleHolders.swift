/// Who has a role as their own. A key that has it through a user counts as that user.
struct RoleHolders: Sendable {
    let keys: [AppKey]
    let users: [AccessUser]

    var count: Int { keys.count + users.count }
    var isEmpty: Bool { count == 0 }
}
