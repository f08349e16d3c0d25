import Basics
import Journal
import Storage

/// Agencies and their organizations. Names are unique within an agency, whatever their case and accents.
package struct Organizations: Sendable {
    package init() {}

    /// The agency of an installation that has not been told of any other; made when it is not there.
    package func defaultAgency(at instant: Instant, in transaction: any Transaction) throws -> Agency {
        let first = try transaction.first("SELECT id, name FROM agencies ORDER BY id LIMIT 1") { row in
            Agency(id: try row.id(0), name: try row.text(1))
        }
        if let first { return first }
        let agency = Agency(id: AgencyID(at: instant), name: "Ponte")
        try transaction.execute(
            "INSERT INTO agencies (id, name, created_at) VALUES (\(agency.id), \(agency.name), \(instant))")
        return agency
    }

    /// Makes an organization with an empty log, and opens its audit chain.
    ///
    /// - Throws: `RecordsError` with code `records.organization_exists` or `records.name_empty`.
    package func create(
        named name: String, agency: AgencyID, by actor: Actor, at instant: Instant, in transaction: any Transaction
    ) throws -> Organization {
        let folded = FoldedName(try NameRule.shown(name))
        if let taken = try find(named: name, agency: agency, in: transaction) {
            throw RecordsError(.organizationExists(name: taken.name))
        }
        let organization = Organization(id: OrganizationID(at: instant), agencyID: agency, name: folded.shown)
        try transaction.execute(
            """
            INSERT INTO organizations (id, agency_id, name, folded_name, created_at)
            VALUES (\(organization.id), \(agency), \(organization.name), \(folded.text), \(instant))
            """)
        for term in SearchTerms.terms(of: [name]) {
            try transaction.execute(
                "INSERT INTO organization_terms (organization_id, term) VALUES (\(organization.id), \(term))")
        }
        try ChangeLog(organization.scope).begin(in: transaction)
        try AuditChain(organization.scope).append(
            AuditEntry("organization.created", subject: organization.id.text), by: actor, at: instant, in: transaction)
        return organization
    }

    package func find(_ id: OrganizationID, in transaction: any Transaction) throws -> Organization? {
        try transaction.first("SELECT id, agency_id, name FROM organizations WHERE id = \(id)", Self.organization)
    }

    package func find(named name: String, agency: AgencyID, in transaction: any Transaction) throws -> Organization? {
        try transaction.first(
            """
            SELECT id, agency_id, name FROM organizations
            WHERE agency_id = \(agency) AND folded_name = \(FoldedName(name).text)
            """, Self.organization)
    }

    /// All organizations of all agencies, by name.
    package func list(in transaction: any Transaction) throws -> [Organization] {
        try transaction.all("SELECT id, agency_id, name FROM organizations ORDER BY folded_name, id", Self.organization)
    }

    /// Organizations whose name has words that begin with the words of `text`, accents and case aside.
    package func search(_ text: String, limit: Int, in transaction: any Transaction) throws -> [Organization] {
        var query: SQL = "SELECT id, agency_id, name FROM organizations WHERE 1 = 1"
        for prefix in SearchTerms.prefixes(of: text) {
            query = """
                \(query) AND id IN (SELECT organization_id FROM organization_terms WHERE \(prefix.matches("term")))
                """
        }
        return try transaction.all("\(query) ORDER BY folded_name, id LIMIT \(limit)", Self.organization)
    }

    private static func organization(_ row: Row) throws -> Organization {
        Organization(id: try row.id(0), agencyID: try row.id(1), name: try row.text(2))
    }
}
