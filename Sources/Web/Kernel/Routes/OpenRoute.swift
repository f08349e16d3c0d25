/// The closed list of what is answered to nobody in particular. Whatever is not here needs a right.
package enum OpenRoute: String, CaseIterable, Sendable {
    case alive, ready
    /// Has a guard of its own: loopback, or a bearer token by setting.
    case metrics
    case signIn, setUp
    /// Style sheets, scripts, icons: the program's own files.
    case assets
    /// Links that open once: the secret in their path is the right.
    case oneTimeLink
    /// The API's description.
    case documentation
    /// What platforms post: the secrets in path and header are the right.
    case hook
}
