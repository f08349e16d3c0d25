extension ConsoleRequest {
    /// Scheme and host that people reach this installation by, for addresses that they send to one another.
    func origin(_ publicURL: PublicURL?) -> String {
        if let publicURL { return publicURL.text }
        return (isSecure ? "https://" : "http://") + (request.authority ?? "")
    }
}
