import Basics

/// An entry's details as the text that the chain's hash covers:
/// `[{"field":"state","before":"active","after":"paused"}]`.
enum AuditDetails {
    static func text(of details: [AuditEntry.Detail]) -> String {
        var writer = JSONWriter(capacity: 16 + details.count * 64)
        writer.array { writer in
            for detail in details {
                writer.elementObject { writer in
                    writer.member("field", detail.field)
                    writer.member("before", detail.before)
                    writer.member("after", detail.after)
                }
            }
        }
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
