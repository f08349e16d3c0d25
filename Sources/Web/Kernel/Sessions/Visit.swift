import AccessControl
import Basics

/// What a browser brings along beside its request.
package struct Visit: Sendable {
    /// Goes into every form as the field `_csrf`.
    package let formToken: Secret
    /// A message to show once; the kernel has taken it out of the browser's cookies already.
    package let flash: Flash?
    /// Set on the answer: the form token of somebody without a session.
    var newCookie: Cookie?
    /// The session's token, to end it by.
    package let session: Secret?
}
