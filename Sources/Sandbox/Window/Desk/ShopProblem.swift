import HTTPTypes

/// Why a page of the shop cannot be shown.
enum ShopProblem: Error {
    case missing, tooLong, foreign, unexpected

    var status: HTTPResponse.Status {
        switch self {
        case .missing: .notFound
        case .tooLong: .contentTooLarge
        case .foreign: .forbidden
        case .unexpected: .internalServerError
        }
    }
}
