import Storage

extension Members {
    static let tables: [SQL] = [
        """
        CREATE TABLE members (
            id \(type: .key) NOT NULL PRIMARY KEY,
            email \(type: .key) NOT NULL UNIQUE,
            name \(type: .text) NOT NULL,
            language \(type: .key) NOT NULL CHECK (language IN ('pt', 'es', 'en')),
            role \(type: .key) NOT NULL CHECK (role IN ('owner', 'reader')),
            state \(type: .key) NOT NULL CHECK (state IN ('active', 'disabled')),
            password_hash \(type: .key) NOT NULL,
            created_at \(type: .integer) NOT NULL,
            last_sign_in_at \(type: .integer)
        )
        """
    ]
}
