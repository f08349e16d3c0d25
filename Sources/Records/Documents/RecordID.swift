import Basics

package enum StoredRecordIDs: IDKind {
    package static let prefix = "rec"
}

/// The id of a record besides orders, whatever its kind.
package typealias RecordID = ID<StoredRecordIDs>
