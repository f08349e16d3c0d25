import Basics

/// A platform that posts to an address of ours what happens to orders. One address for each key.
package protocol EventReceiver: Sendable {
    /// What the platform posts to now; nil for nothing.
    func hook() async throws -> HookStanding?

    /// Has the platform post every change to `url`, with a secret in a header, in the place of whatever it posts to.
    ///
    /// The platform tries the address before it keeps it.
    /// - Throws: `PlatformError` of kind `.refused` when the address did not answer as the platform wants.
    func register(url: String, header: StaticString, secret: Secret) async throws

    /// Has the platform post nothing any more; nothing when it does not.
    func remove() async throws
}

/// Where a platform posts to.
package struct HookStanding: Sendable, Hashable {
    package let url: String
    /// Whether everything is posted, as `register` asks for.
    package let isWhole: Bool

    package init(url: String, isWhole: Bool) {
        self.url = url
        self.isWhole = isWhole
    }
}
