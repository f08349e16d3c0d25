import Basics

package enum OrderKind: IDKind {
    package static let prefix = "ord"
}

package typealias OrderID = ID<OrderKind>
