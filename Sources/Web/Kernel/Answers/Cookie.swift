/// A cookie of ours: never readable by scripts, never sent along from other sites' forms.
package struct Cookie: Sendable, Hashable {
    package let name: String
    /// Letters, digits, `-`, `_` and `.` only.
    package let value: String
    /// Nil ends with the browser; zero removes it now.
    package let maxAgeSeconds: Int?
    package let isSecure: Bool

    package init(_ name: String, _ value: String, maxAgeSeconds: Int? = nil, secure: Bool) {
        self.name = Self.name(name, secure: secure)
        self.value = value
        self.maxAgeSeconds = maxAgeSeconds
        isSecure = secure
    }

    /// `__Host-` ties it to this host over HTTPS: no other host or plain connection can set it.
    package static func name(_ name: String, secure: Bool) -> String { secure ? "__Host-" + name : name }

    package static func removing(_ name: String, secure: Bool) -> Cookie {
        Cookie(name, "", maxAgeSeconds: 0, secure: secure)
    }

    var headerValue: String {
        var text = "\(name)=\(value); Path=/; HttpOnly; SameSite=Lax"
        if let maxAgeSeconds { text += "; Max-Age=\(maxAgeSeconds)" }
        if isSecure { text += "; Secure" }
        return text
    }
}
