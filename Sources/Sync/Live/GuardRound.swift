import Basics
import ConnectorKit
import Logging
import Records
import Storage

/// One look of the guardian at one connection: asks the platform, does what is to be done, writes down what it found.
struct GuardRound: Sendable {
    let database: any Database
    let key: StreamKey
    let setUp: LiveSetUp
    let clock: any WallClock
    let logger: Logger

    /// - Returns: the way in use from now on; nil when it was turned off.
    func run() async throws -> LiveMode? {
        let table = LiveTable(key)
        guard let state = try await database.read({ try table.find(in: $0) }) else { return nil }
        var feed = try await setUp.feedStanding()
        var hook: LiveGuardian.Standing = state.wanted == .hook ? try await setUp.hookStanding() : .none
        var done: Set<LiveGuardian.Deed> = []
        var verdict = LiveGuardian.verdict(state, feed: feed, hook: hook, at: clock.now())
        while let deed = verdict.deeds.first(where: { !done.contains($0) }) {
            done.insert(deed)
            let standing = try await standing(after: deed, state)
            if deed == .registerHook { hook = standing } else { feed = standing }
            verdict = LiveGuardian.verdict(state, feed: feed, hook: hook, done: done, at: clock.now())
        }
        return try await note(verdict, before: state)
    }

    private func standing(
        after deed: LiveGuardian.Deed, _ state: LiveState
    ) async throws -> LiveGuardian.Standing {
        do {
            try await setUp.perform(deed, publicURL: state.publicURL)
            logger.notice("set-up for events put right", metadata: ["deed": "\(deed)"])
            return deed == .removeFeed ? .absent : .ours
        } catch let error as PlatformError {
            logger.warning("set-up for events not put right", metadata: ["deed": "\(deed)", "code": "\(error.code)"])
            return error.isRetryable ? .unknown : .refused(LiveRefusal(error))
        }
    }

    private func note(_ verdict: LiveGuardian.Verdict, before: LiveState) async throws -> LiveMode? {
        let now = clock.now()
        if verdict.mode != before.mode {
            logger.notice("way of hearing changed", metadata: ["mode": "\(verdict.mode.rawValue)"])
        }
        return try await database.write { [key] transaction in
            guard try LiveTable(key).find(in: transaction) != nil else { return nil }
            try LiveTable(key).setMode(verdict.mode, in: transaction)
            try LiveFindings(key.scope, connection: key.connectionID).note(verdict.findings, at: now, in: transaction)
            return verdict.mode
        }
    }
}
