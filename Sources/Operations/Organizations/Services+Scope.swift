import Basics
import Storage

extension Services {
    /// The scope that a text names; whether such an organization exists is for the repositories to say.
    /// Nil for what cannot be an organization's id.
    package static func scope(ofOrganization text: String) -> OrganizationScope? {
        OrganizationID(parsing: text).map { OrganizationScope($0) }
    }
}
