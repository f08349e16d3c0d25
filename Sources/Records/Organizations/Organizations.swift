import Basics
import Journal
import Storage

/// Agencies and their organizations. Names are unique within an agency, whatever their case and accents.
package struct Organizations: Sendable {
    package init() {}

    /// The agency of an installation that has not been told of any other; made when it is not there.
    package func defaultAgency(at instant: Instant, in transaction: any Transaction) throws -> Agency {
        fatalError()
    }

    /// Makes an organization with an empty log, and opens its audit chain.
    package func create(
        named name: String, agency: AgencyID, by actor: Actor, at instant: Instant, in transaction: any Transaction
    ) throws -> Organization {
        fatalError()
    }

    package func find(named name: String, agency: AgencyID, in transaction: any Transaction) throws -> Organization? {
        fatalError()
    }

    package func list(in transaction: any Transaction) throws -> [Organization] {
        fatalError()
    }

    /// Organizations whose name has words that begin with the words of `text`, accents and case aside.
    package func search(_ text: String, limit: Int, in transaction: any Transaction) throws -> [Organization] {
        fatalError()
    }
}
