import Synchronization

/// Orders that appear or take a step by themselves, per minute; 0 stands still.
final class Pace: Sendable {
    private let box: Mutex<Double>

    init(perMinute: Double) { box = Mutex(perMinute) }

    var perMinute: Double {
        get { box.withLock { $0 } }
        set { box.withLock { $0 = newValue } }
    }
}
