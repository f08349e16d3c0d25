import CPostgres

/// What libpq reads in a PostgreSQL URL.
enum PostgresURL {
    /// `user@host:port/name`, without the password.
    static func address(of text: String) throws(StorageError) -> String {
        // libpq's own message may quote the URL, so it is not passed on.
        guard let options = PQconninfoParse(text, nil) else {
            throw StorageError(.badURL, "", detail: "postgres: cannot be read; encode special characters with %")
        }
        defer { PQconninfoFree(options) }
        var found: [String: String] = [:]
        var option = options
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val { found[String(cString: keyword)] = String(cString: value) }
            option += 1
        }
        let port = found["port"] ?? "5432"
        guard port.allSatisfy({ $0.isNumber || $0 == "," }) else {
            throw StorageError(.badURL, "", detail: "postgres: the port is a number")
        }
        var address = found["user"].map { $0 + "@" } ?? ""
        address += found["host"] ?? "localhost"
        address += ":" + port
        address += "/" + (found["dbname"] ?? found["user"] ?? "")
        return address
    }
}
