import HTTPTypes

/// Keeps pages of other sites from reading or pressing what is on the screens: nobody signs in here.
struct AdminGuard {
    /// The address that the sandbox was told to listen on.
    let listensOn: String

    /// Nil when the request may pass.
    func refuse(_ call: Call) -> AdminProblem? {
        let host = call.headers[.hostName] ?? ""
        // A name that an attacker's page had pointed here would make the browser take us for that page's own site.
        guard isOurs(Self.name(of: host)) else { return .foreignHost }
        guard call.method != .get, call.method != .head else { return nil }
        if let site = call.headers[Self.fetchSite], site != "same-origin", site != "none" { return .foreignForm }
        guard let origin = call.headers[.origin] else { return nil }
        return origin.lowercased() == "http://" + host.lowercased() ? nil : .foreignForm
    }

    /// The same for a face that programs use too, by whatever name they know this machine: only browsers tell where a request
    /// comes from, and only they can be made to send one.
    func refuseForeignPage(_ call: Call) -> AdminProblem? {
        let isFromBrowser = call.headers[Self.fetchSite] != nil || call.headers[.origin] != nil
        return isFromBrowser ? refuse(call) : nil
    }

    private func isOurs(_ name: String) -> Bool {
        name == "localhost" || name.hasSuffix(".localhost") || name == listensOn.lowercased() || Self.isAddress(name)
    }

    /// An address in digits cannot be pointed elsewhere.
    private static func isAddress(_ name: String) -> Bool {
        if name.hasPrefix("["), name.hasSuffix("]") {
            return name.dropFirst().dropLast().allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "." }
        }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
    }

    /// Lower case, without the port.
    private static func name(of host: String) -> String {
        let lowered = host.lowercased()
        if lowered.hasPrefix("["), let end = lowered.firstIndex(of: "]") { return String(lowered[...end]) }
        return String(lowered.prefix { $0 != ":" })
    }

    private static let fetchSite = HTTPField.Name.named("Sec-Fetch-Site")
}
