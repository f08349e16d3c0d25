import ArgumentParser
import Basics
import ConnectorKit

/// How a run ends, as its exit status: scripts rely on it.
package enum Ending: Int32, Sendable {
    case done = 0
    /// The question was answered, and the answer is "no": a right is missing, a chain is broken, a key was refused.
    case answeredNo = 1
    /// The question could not be asked: wrong arguments, no network, no database.
    case couldNotAsk = 2
    /// Ctrl-C, as shells count it.
    case interrupted = 130

    var exitCode: ExitCode { ExitCode(rawValue) }

    /// The ending that an error stands for.
    static func of(_ error: any Error) -> Ending {
        if error is CancellationError { return .interrupted }
        guard let error = error as? PlatformError else { return .couldNotAsk }
        return switch error.kind {
        case .unauthorised, .forbidden: .answeredNo
        default: .couldNotAsk
        }
    }
}
