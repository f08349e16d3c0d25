/// Which addresses requests may go to.
///
/// Addresses are typed in by people and named by redirects, so a hub that follows them anywhere could be made to ask the
/// machines around it (cloud metadata, databases, routers) in its own name. Public addresses need `https`: then a public
/// name that resolves to an inside machine fails at its certificate, before any header has been sent. Loopback is let
/// through for a sandbox on the same machine, and the operator of a hub that others type addresses into can close it.
package struct AddressPolicy: Hashable, Sendable {
    package var allowsLoopback: Bool
    package var allowsPrivateNetworks: Bool
    /// `http` beyond loopback: keys then travel in clear.
    package var allowsPlainHTTP: Bool

    package init(allowsLoopback: Bool = true, allowsPrivateNetworks: Bool = false, allowsPlainHTTP: Bool = false) {
        self.allowsLoopback = allowsLoopback
        self.allowsPrivateNetworks = allowsPrivateNetworks
        self.allowsPlainHTTP = allowsPlainHTTP
    }

    package enum Refusal: Hashable, Sendable { case loopback, privateNetwork, plainHTTP, oddHost }

    /// Nil when requests may go there.
    package func refusal(of address: WebAddress) -> Refusal? {
        switch HostKind(address.host) {
        case .loopback: allowsLoopback ? nil : .loopback
        case .odd: .oddHost
        case .privateNetwork where !allowsPrivateNetworks: .privateNetwork
        case .privateNetwork, .elsewhere: address.scheme == "https" || allowsPlainHTTP ? nil : .plainHTTP
        }
    }
}
