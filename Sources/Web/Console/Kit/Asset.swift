/// A file that pages refer to: at a path with its content's digest in it, so that browsers may keep it for good.
package struct Asset: Sendable {
    package let bytes: [UInt8]
    package let contentType: String
    /// As in `console-3fa1b2c4d5e6.css`.
    package let fileName: String
    /// Quoted, as the header has it.
    package let etag: String

    package var path: String { "/assets/" + fileName }

    private init(_ bytes: [UInt8], _ name: String, _ suffix: String, _ contentType: String) {
        let digest = Self.digest(of: bytes)
        self.bytes = bytes
        self.contentType = contentType
        fileName = "\(name)-\(digest).\(suffix)"
        etag = "\"\(digest)\""
    }

    package static let stylesheet = Asset(PackageResources.console_css, "console", "css", "text/css; charset=utf-8")
    package static let script = Asset(PackageResources.console_js, "console", "js", "text/javascript; charset=utf-8")
    package static let icons = Asset(PackageResources.icons_svg, "icons", "svg", "image/svg+xml")
    package static let favicon = Asset(PackageResources.favicon_svg, "favicon", "svg", "image/svg+xml")

    package static let all = [stylesheet, script, icons, favicon]

    /// - Parameter fileName: as `fileName` has it.
    package static func named(_ fileName: String) -> Asset? { all.first { $0.fileName == fileName } }

    /// FNV-1a, 64 bits: tells versions of one file apart, and need not withstand anybody.
    private static func digest(of bytes: [UInt8]) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        let text = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - text.count) + text
    }
}
