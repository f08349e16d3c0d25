import Basics

/// The master keys of an installation: one seals, all open.
package struct Keyring: Sendable {
    init() {}
}
