import AccessControl
import Basics

/// An app key as the commands tell of it.
enum KeyText {
    /// One object and a line end.
    /// - Parameter token: of a key that was made just now; nil for any other.
    static func json(_ key: AppKey, organization: String, token: String? = nil) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("id", key.id.text)
            writer.member("organization", organization)
            writer.member("label", key.label)
            writer.array("permissions") { writer in
                for permission in key.permissions.permissions { writer.element(permission.rawValue) }
            }
            writer.member("state", key.state.rawValue)
            writer.member("createdAt", key.createdAt)
            writer.member("createdBy", key.createdBy)
            writer.member("expiresAt", key.expiresAt)
            writer.member("lastUsedAt", key.lastUsedAt)
            writer.member("token", token)
        }
        return writer.bytes + [UInt8(ascii: "\n")]
    }

    static func row(_ key: AppKey, organization: String, now: Instant, paint: Paint) -> [Columns.Cell] {
        let isGood = key.state == .active && !key.isExpired(at: now)
        return [
            Columns.Cell(key.id.text), Columns.Cell(organization), Columns.Cell(key.label, paint: paint.strong),
            Columns.Cell(state(key, now), paint: isGood ? paint.good : paint.quiet),
            Columns.Cell(lastUse(key), paint: paint.quiet),
            Columns.Cell(key.permissions.permissions.map(\.rawValue).joined(separator: " ")),
        ]
    }

    private static func state(_ key: AppKey, _ now: Instant) -> String {
        if key.isExpired(at: now) { return Phrase(pt: "vencida", es: "vencida", en: "expired").spoken }
        return switch key.state {
        case .active: Phrase(pt: "ativa", es: "activa", en: "active").spoken
        case .inactive: Phrase(pt: "inativa", es: "inactiva", en: "inactive").spoken
        }
    }

    private static func lastUse(_ key: AppKey) -> String {
        guard let last = key.lastUsedAt else {
            return Phrase(pt: "nunca usada", es: "nunca usada", en: "never used").spoken
        }
        return DateText.moment(last, in: Surroundings.current.language)
    }
}
