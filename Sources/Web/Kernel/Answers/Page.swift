import HTTPTypes

/// A page that is rendered already: what the console's pure functions give back.
package struct Page: Sendable {
    package var html: String
    package var status: HTTPResponse.Status
    package var cookies: [Cookie]

    package init(_ html: String, status: HTTPResponse.Status = .ok, cookies: [Cookie] = []) {
        self.html = html
        self.status = status
        self.cookies = cookies
    }
}
