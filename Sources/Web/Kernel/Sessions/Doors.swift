import AccessControl
import Basics
import Operations

extension Entrance.Doors {
    /// The real ones.
    static func of(_ services: Services) -> Entrance.Doors {
        Entrance.Doors(key: { _ in nil }, session: { _ in nil })
    }
}
