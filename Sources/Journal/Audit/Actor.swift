/// Who did something: a member, a key, the command line, or Ponte itself.
package struct Actor: Hashable, Sendable {
    /// As in `cli:ana`, `system:sync`, `member:mem_01k…`: never a person's name or e-mail in clear, the machine's own
    /// users aside.
    package let name: String

    package init(_ name: String) { self.name = name }

    package static let sync = Actor("system:sync")
}
