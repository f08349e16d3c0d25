import HTTPTypes
import NIOCore

/// What a handler gives back: status, headers and the body's bytes.
package struct Answer: Sendable {
    package var status: HTTPResponse.Status
    package var headers: HTTPFields
    package var body: ByteBuffer

    package init(_ status: HTTPResponse.Status = .ok, headers: HTTPFields = HTTPFields(), body: ByteBuffer = .init()) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    static let jsonType = "application/json; charset=utf-8"

    /// JSON that is finished already.
    package static func json(_ bytes: [UInt8], status: HTTPResponse.Status = .ok) -> Answer {
        json(ByteBuffer(bytes: bytes), status: status)
    }

    /// JSON that is finished already, without a copy.
    package static func json(_ body: ByteBuffer, status: HTTPResponse.Status = .ok) -> Answer {
        Answer(status, headers: [.contentType: jsonType], body: body)
    }

    package static func text(
        _ text: String, type: String = "text/plain; charset=utf-8", status: HTTPResponse.Status = .ok
    ) -> Answer {
        Answer(status, headers: [.contentType: type], body: ByteBuffer(string: text))
    }

    package static func page(_ page: Page) -> Answer {
        var answer = text(page.html, type: "text/html; charset=utf-8", status: page.status)
        for cookie in page.cookies { answer.set(cookie) }
        return answer
    }

    /// 303: a form that was taken in is answered by going elsewhere, so that reloading repeats nothing.
    ///
    /// - Parameter path: on this server, as `LocalPath` has it; anything else goes to `/`.
    package static func redirect(to path: String, flash: Flash? = nil, secure: Bool = false) -> Answer {
        var answer = Answer(.seeOther, headers: [.location: LocalPath.isSafe(path) ? path : "/"])
        if let flash { answer.set(flash.cookie(secure: secure)) }
        return answer
    }

    package static let noContent = Answer(.noContent)

    package mutating func set(_ cookie: Cookie) {
        headers.append(HTTPField(name: .setCookie, value: cookie.headerValue))
    }

    package func with(_ name: HTTPField.Name, _ value: String) -> Answer {
        var copy = self
        copy.headers[name] = value
        return copy
    }
}
