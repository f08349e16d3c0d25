import HTTPTypes
import NIOCore

/// Takes posted forms apart.
enum FormFields {
    static let tokenField = "_csrf"
    static let mediaType = "application/x-www-form-urlencoded"

    /// Nil when the body is no form.
    static func fields(of request: WebRequest) -> QueryItems? {
        guard request.body.readableBytes > 0 else { return QueryItems() }
        let type = request.headers[.contentType]?.split(separator: ";").first.map { String($0).trimmingBlanks }
        guard type?.lowercased() == mediaType else { return nil }
        return QueryItems(parsing: Substring(String(buffer: request.body)))
    }
}
