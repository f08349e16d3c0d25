/// Lets in only requests that were sent to this server's own name, so that no link or cookie is made for another's, and no
/// foreign page reaches a server of the local network by a name of its own.
struct HostGuard: Sendable {
    /// Host and port of the public address, in lower case; nil without one.
    private let published: String?
    private let publicURL: String?
    private let bound: String

    init(publicURL: PublicURL?, boundHost: String) {
        published = publicURL?.authority
        self.publicURL = publicURL?.text
        bound = boundHost.lowercased()
    }

    /// - Throws: 421 that names the right address.
    /// - Parameter isProbe: health checks and figures come by the address of the machine.
    func check(_ authority: String?, isProbe: Bool) throws(Problem) {
        guard let authority = authority?.lowercased(), !authority.isEmpty else {
            throw Problem.wrongHost(expected: publicURL)
        }
        if let published {
            if authority == published { return }
            guard isProbe else { throw Problem.wrongHost(expected: publicURL) }
        }
        let host = Self.host(of: authority)
        // An address in digits is nobody's name to give away.
        guard host == "localhost" || host == bound || NetworkRange.bytes(host) != nil else {
            throw Problem.wrongHost(expected: publicURL)
        }
    }

    private static func host(of authority: String) -> String {
        if authority.hasPrefix("[") {
            return String(authority.dropFirst().prefix { $0 != "]" })
        }
        return String(authority.prefix { $0 != ":" })
    }
}
