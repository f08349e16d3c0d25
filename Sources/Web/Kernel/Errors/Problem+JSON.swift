import Basics
import HTTPTypes
import NIOCore

extension Problem {
    static let mediaType = "application/problem+json"

    /// The problem as a program reads it.
    func answer(in language: Language, requestID: String) -> Answer {
        var writer = JSONWriter(capacity: 512)
        writer.object { writer in
            writer.member("type", "/api/docs#\(code)")
            writer.member("title", title[language])
            writer.member("status", status.code)
            writer.member("detail", detail?[language])
            writer.member("code", code)
            writer.member("requestId", requestID)
            if !fields.isEmpty {
                writer.array("errors") { writer in
                    for field in fields {
                        writer.elementObject { writer in
                            writer.member("field", field.field)
                            writer.member("code", field.code)
                            writer.member("detail", field.detail[language])
                        }
                    }
                }
            }
            for number in numbers { writer.member(key: number.name, number: number.value) }
            for link in links { writer.member(key: link.name, link.value) }
        }
        var answer = Answer(status, headers: headers, body: ByteBuffer(bytes: writer.bytes))
        answer.headers[.contentType] = Self.mediaType
        return answer
    }
}
