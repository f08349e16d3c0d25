import Basics
import HTTPTypes

/// Refuses forms that another site made a browser send.
enum FormGuard {
    /// - Throws: 403 `form.expired`, 400 for a body that is no form.
    static func check(_ request: WebRequest, _ visit: Visit) throws(Problem) {
        if let site = request.headers[.fetchSite], site != "same-origin", site != "none" {
            throw Problem.formExpired
        }
        guard let form = FormFields.fields(of: request) else { throw Problem.wrongMediaType }
        guard let given = request.headers[.formToken] ?? form[FormFields.tokenField],
            visit.newCookie == nil, visit.formToken.reveal({ isSame($0, given) })
        else { throw Problem.formExpired }
    }

    /// Takes as long for a near miss as for a wide one.
    private static func isSame(_ left: String, _ right: String) -> Bool {
        let (left, right) = (Array(left.utf8), Array(right.utf8))
        guard left.count == right.count else { return false }
        var difference: UInt8 = 0
        for index in left.indices { difference |= left[index] ^ right[index] }
        return difference == 0
    }
}
