import HTTPTypes

/// What the screens are dressed with, from within the program.
struct AdminFile {
    let bytes: [UInt8]
    let type: String

    static func named(_ name: String) -> AdminFile? {
        switch name {
        case "style.css": AdminFile(bytes: PackageResources.style_css, type: "text/css; charset=utf-8")
        case "icon.svg": AdminFile(bytes: PackageResources.icon_svg, type: "image/svg+xml")
        default: nil
        }
    }

    var reply: Reply {
        var reply = Reply(empty: .ok).with(.contentType, type).with(.cacheControl, "no-cache").guarded
        reply.body = bytes
        return reply
    }
}
