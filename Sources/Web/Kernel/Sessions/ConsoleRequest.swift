import AccessControl
import Basics
import HTTPTypes

/// A request to the console, its form taken apart and found genuine.
package struct ConsoleRequest: Sendable {
    package let request: WebRequest
    package let visit: Visit
    /// Nil on pages for those who are not signed in.
    package let caller: Caller?
    /// The fields of a posted form; empty for a page.
    package let form: QueryItems

    init(_ request: WebRequest, _ visit: Visit, caller: Caller?) {
        self.request = request
        self.visit = visit
        self.caller = caller
        form = FormFields.fields(of: request) ?? QueryItems()
    }

    package var language: Language { request.language }
    package var parameters: PathParameters { request.parameters }
    package var query: QueryItems { request.query }
    package var isSecure: Bool { request.isSecure }

    /// A form that was taken in goes on elsewhere.
    package func redirect(to path: String, flash: Flash? = nil) -> Answer {
        .redirect(to: path, flash: flash, secure: isSecure)
    }
}
