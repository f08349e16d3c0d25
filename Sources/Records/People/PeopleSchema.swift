import Storage

/// What says which customers are one person.
enum PeopleSchema {
    static let statements: [SQL] = [keys, keysByValue, members, membersByPerson, separations, fillings, fillAll]

    /// What each customer is recognised and told apart by, as its person says; it goes with the person. No foreign key, as
    /// with the words.
    private static let keys: SQL = """
        CREATE TABLE identity_keys (
            organization_id \(type: .key) NOT NULL,
            record_id \(type: .key) NOT NULL,
            kind \(type: .key) NOT NULL,
            value \(type: .key) NOT NULL,
            PRIMARY KEY (organization_id, record_id, kind, value)
        ) \(clustered: ())
        """

    private static let keysByValue: SQL =
        "CREATE INDEX identity_keys_by_value ON identity_keys (organization_id, kind, value, record_id)"

    /// Customers who are one person with another; `person_id` is the id of the first of them. Whoever is not in here is a
    /// person alone. `joined_by` says which kinds of keys they share with the others, in words with blanks between.
    private static let members: SQL = """
        CREATE TABLE person_members (
            organization_id \(type: .key) NOT NULL,
            record_id \(type: .key) NOT NULL,
            person_id \(type: .key) NOT NULL,
            joined_by \(type: .text) NOT NULL,
            PRIMARY KEY (organization_id, record_id),
            FOREIGN KEY (organization_id, record_id) REFERENCES records (organization_id, id) ON DELETE CASCADE
        ) \(clustered: ())
        """

    private static let membersByPerson: SQL =
        "CREATE INDEX person_members_by_person ON person_members (organization_id, person_id, record_id)"

    /// Customers of whom somebody said that they are not one person, both ways round.
    private static let separations: SQL = """
        CREATE TABLE person_separations (
            organization_id \(type: .key) NOT NULL,
            record_id \(type: .key) NOT NULL,
            other_id \(type: .key) NOT NULL,
            separated_at \(type: .integer) NOT NULL,
            PRIMARY KEY (organization_id, record_id, other_id),
            FOREIGN KEY (organization_id, record_id) REFERENCES records (organization_id, id) ON DELETE CASCADE,
            FOREIGN KEY (organization_id, other_id) REFERENCES records (organization_id, id) ON DELETE CASCADE,
            CHECK (record_id <> other_id)
        ) \(clustered: ())
        """

    /// Organizations whose customers were stored before there were keys beside them, and how far they are filled.
    private static let fillings: SQL = """
        CREATE TABLE person_fillings (
            organization_id \(type: .key) NOT NULL PRIMARY KEY,
            position \(type: .key) NOT NULL
        )
        """

    private static let fillAll: SQL =
        "INSERT INTO person_fillings (organization_id, position) SELECT id, '' FROM organizations"
}
