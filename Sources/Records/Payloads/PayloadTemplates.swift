import Basics
import Storage

/// The templates of one organization's payloads: kept in the database, so that it can be read without the program that
/// wrote it. There is one for each text that a platform ever had, so a handful.
package struct PayloadTemplates: Sendable {
    let scope: OrganizationScope

    package init(_ scope: OrganizationScope) { self.scope = scope }

    /// The template with this text, if it is kept.
    package func find(_ text: [UInt8], in transaction: any Transaction) throws -> PayloadTemplate? {
        let number = try transaction.first(
            """
            SELECT number FROM payload_templates
            WHERE organization_id = \(scope.organizationID) AND body = \(text) ORDER BY number LIMIT 1
            """
        ) { try $0.integer(0) }
        return number.flatMap { PayloadTemplate(number: $0, text: text) }
    }

    /// The template with this text, kept from now on if it was not.
    package func keep(_ text: [UInt8], in transaction: any Transaction) throws -> PayloadTemplate? {
        if let known = try find(text, in: transaction) { return known }
        let last = try transaction.first(
            "SELECT MAX(number) FROM payload_templates WHERE organization_id = \(scope.organizationID)"
        ) { try $0.optionalInteger(0) }
        let number = (last.flatMap { $0 } ?? 0) + 1
        try transaction.execute(
            """
            INSERT INTO payload_templates (organization_id, number, body)
            VALUES (\(scope.organizationID), \(number), \(text))
            """)
        return PayloadTemplate(number: number, text: text)
    }
}
