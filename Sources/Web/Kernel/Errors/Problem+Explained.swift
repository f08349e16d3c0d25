import AccessControl
import Basics
import ConnectorKit
import HTTPTypes

extension Problem {
    /// What the reader is told of an error: its own words where it is one that people can act on, and nothing of what is
    /// inside for all others.
    init(_ error: any Error) {
        switch error {
        case let problem as Problem: self = problem
        case let intake as IntakeError: self = Problem(intake: intake)
        case let access as AccessError: self = Problem(access: access)
        case let explained as any ExplainedError: self = Problem(explained: explained)
        case is CancellationError: self = .unavailable
        default: self = .internal
        }
    }

    /// What was pasted, by the field that it was pasted into.
    private init(intake: IntakeError) {
        let field =
            switch intake.field {
            case .account: "account"
            case .baseURL: "baseUrl"
            case .key: "appKey"
            case .token: "appToken"
            }
        self = Problem(.unprocessableContent, intake.code, intake.explanation, detail: intake.remedy)
        fields = [FieldProblem(field, code: intake.code, intake.explanation)]
    }

    private init(access: AccessError) {
        let status: HTTPResponse.Status
        switch access.problem {
        case .notYours: status = .notFound
        case .notSignedIn, .keyMalformed, .keyUnknown, .keyInactive, .keyExpired: status = .unauthorized
        case .tooManyAttempts: status = .tooManyRequests
        case .missingRight: status = .forbidden
        case .linkUnknown, .memberMissing, .keyMissing: status = .notFound
        case .linkOpened, .linkExpired: status = .gone
        default: status = .unprocessableContent
        }
        if access.problem == .notYours {
            // As if it did not exist.
            self = .notFound
            return
        }
        self = Problem(status, access.code, access.explanation, detail: access.remedy)
        if case .tooManyAttempts(let seconds) = access.problem { headers[.retryAfter] = String(seconds) }
        if status == .unauthorized { headers[.wwwAuthenticate] = "Bearer realm=\"ponte\"" }
    }

    private init(explained error: any ExplainedError) {
        if error.code == "secrets.busy" {
            self = Problem(.serviceUnavailable, error.code, error.explanation, detail: error.remedy)
                .with(.retryAfter, "1")
            return
        }
        if error.code.hasPrefix("storage.") || error.code.hasPrefix("secrets.") {
            // Names files, servers, columns: for the log, not for the reader.
            self = error.isRetryable ? .unavailable : .internal
            return
        }
        self = Problem(Self.status(of: error), error.code, error.explanation, detail: error.remedy)
        if let field = Self.fields[error.code] {
            fields = [FieldProblem(field, code: error.code, error.explanation)]
        }
    }

    /// What a room below refused, by the field or header of ours that brought it.
    private static let fields: [String: String] = [
        "records.name_empty": "name",
        "connectors.unknown_platform": "platform",
        "hub.unknown_recipe": "recipe",
        "apps.unknown_time_zone": "timeZone",
        "idempotency.mismatch": "Idempotency-Key",
    ]

    private static func status(of error: any ExplainedError) -> HTTPResponse.Status {
        if let known = statuses[error.code] { return known }
        let room = error.code.prefix { $0 != "." }
        switch room {
        // What somebody typed or pasted, or what the platform says of it.
        case "intake", "hub", "platform", "json", "access", "links", "connectors": return .unprocessableContent
        default: return error.isRetryable ? .serviceUnavailable : .internalServerError
        }
    }

    private static let statuses: [String: HTTPResponse.Status] = [
        "records.organization_missing": .notFound,
        "records.connection_missing": .notFound,
        "records.connection_exists": .conflict,
        "records.connection_unfinished": .conflict,
        "records.connection_finished": .conflict,
        "records.key_check_superseded": .conflict,
        "check.too_slow": .unprocessableContent,
        "key.refused": .unprocessableContent,
        "key.not_ready": .conflict,
        "records.organization_exists": .conflict,
        "records.name_empty": .unprocessableContent,
        "records.log_compacted": .gone, "records.log_ahead": .gone,
        "idempotency.mismatch": .unprocessableContent,
        "idempotency.running": .conflict,
        "reconciliation.already_open": .conflict,
        "reconciliation.not_imported": .conflict,
        "reconciliation.empty_span": .unprocessableContent,
        "sync.connection_stopped": .conflict,
        "sync.stream_paused": .conflict,
    ]
}
