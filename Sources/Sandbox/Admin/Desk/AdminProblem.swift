import Basics
import HTTPTypes

/// Why a page cannot be shown.
enum AdminProblem: Error {
    case noAccount, noPage
    case noRole, noKey, noUser, noOrder
    case predefinedRole
    case tooLong
    case foreignHost, foreignForm
    /// A text that is in the reader's language already.
    case broken(String)
    case unexpected

    var status: HTTPResponse.Status {
        switch self {
        case .noAccount, .noPage, .noRole, .noKey, .noUser, .noOrder: .notFound
        case .predefinedRole: .conflict
        case .tooLong: .contentTooLarge
        case .foreignHost, .foreignForm: .forbidden
        case .broken, .unexpected: .internalServerError
        }
    }
}
