import Basics
import HTTPTypes

/// Refuses forms that another site made a browser send.
enum FormGuard {
    /// - Throws: 403 `form.expired`, 415 `form.unreadable` for a body that is no form.
    static func check(_ request: WebRequest, _ visit: Visit) throws(Problem) {
        if let site = request.headers[.fetchSite], site != "same-origin", site != "none" {
            throw Problem.formExpired
        }
        guard let form = FormFields.fields(of: request) else { throw Problem.noForm }
        guard let given = request.headers[.formToken] ?? form[FormFields.tokenField],
            visit.newCookie == nil, visit.formToken.reveal({ ConstantTime.isSame($0, given) })
        else { throw Problem.formExpired }
    }
}
