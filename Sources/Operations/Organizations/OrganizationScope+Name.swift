import Storage

/// The tenant that a deed is done for, for rooms that do not know the database.
package typealias Tenant = OrganizationScope
