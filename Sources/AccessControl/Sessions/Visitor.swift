/// Where somebody comes from, as the web server saw it: for the throttle and the list of sessions.
package struct Visitor: Hashable, Sendable {
    /// The address of the client itself, not that of a proxy before Ponte; nil when nobody knows.
    package let address: String?
    package let agent: String?

    package init(address: String?, agent: String?) {
        self.address = address.flatMap { ShownText($0, lengthMax: 100)?.text }
        self.agent = agent.flatMap { ShownText(String($0.unicodeScalars.prefix(200)), lengthMax: 200)?.text }
    }

    /// The command line, a test.
    package static let unknown = Visitor(address: nil, agent: nil)
}
