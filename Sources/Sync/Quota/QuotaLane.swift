/// The part of an account's quota that a request draws on. Each lane has a share of its own, so that a backfill never
/// makes live work wait; live work has the backfill's too while no backfill asks.
package enum QuotaLane: String, Hashable, Sendable, CaseIterable {
    /// What the platform told of, and what somebody waits for.
    case live
    /// Looking for what nobody told of. It draws on the live share, and lets what was told go first.
    case sweep
    case backfill

    /// The lane whose line of time it draws on.
    var share: QuotaLane { self == .backfill ? .backfill : .live }

    /// The lane of the work that this task does; requests inherit it.
    @TaskLocal package static var current: QuotaLane = .live
}
