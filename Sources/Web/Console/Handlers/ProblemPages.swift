import Basics
import HTTPTypes

extension ErrorPages {
    /// In the console's look, each with a way on.
    static let console = ErrorPages { problem, language, requestID in
        let kind: ProblemPage.Kind =
            switch problem.status.code {
            case 401: .signedOut
            case 403: problem.code == "form.expired" ? .other : .forbidden
            case 404: .notFound
            case 429: .tooManyTries
            case 500...599: .internalError
            default: .other
            }
        let page = ProblemPage(kind: kind, detail: detail(of: problem, kind), requestID: requestID)
        // Nothing is known of the reader here but his language: the page stands alone.
        let frame = Frame(
            reader: Reader(language: language, timeZone: Frames.defaultZone, now: SystemClock().now()),
            path: ConsolePath.home, csrfToken: "")
        return Page(page.html(in: frame), status: problem.status)
    }

    /// The kind's own words say more than those made for programs, save where only the latter know what was wrong.
    private static func detail(of problem: Problem, _ kind: ProblemPage.Kind) -> Phrase? {
        kind == .other ? problem.detail ?? problem.title : nil
    }
}
