import Basics

/// The ids of a store's orders, listed a page ahead of those who fetch them.
///
/// A list ends at 30 pages; the next one begins at the creation date where it ended.
actor OrderIDFeed {
    private static let pageSize = 100
    private static let pageLimit = 30
    /// So many ids in hand start the next page.
    private static let lowWater = 64

    private let client: BareClient
    private let wanted: Int
    private var waiting: [String] = []
    private var position = 0
    private var seen: Set<String> = []
    private var page = 1
    private var from = "2000-01-01T00:00:00.000Z"
    private var last: String?
    private var isAtEnd = false
    private var loading: Task<Void, any Error>?
    private(set) var bytes = 0

    init(client: BareClient, wanted: Int) {
        self.client = client
        self.wanted = wanted
    }

    /// Nil when there is no other.
    func next() async throws -> String? {
        while true {
            if waiting.count - position < Self.lowWater, !isAtEnd, loading == nil {
                // Safe because every caller that needs the page awaits this very task below.
                loading = Task { try await load() }
            }
            if position < waiting.count {
                position += 1
                return waiting[position - 1]
            }
            guard let loading else { return nil }
            try await loading.value
        }
    }

    private func load() async throws {
        defer { loading = nil }
        let path =
            "/api/oms/pvt/orders?orderBy=creationDate,asc&per_page=\(Self.pageSize)&page=\(page)"
            + "&f_creationDate=creationDate:%5B\(from)%20TO%202100-01-01T00:00:00.000Z%5D"
        let body = try await client.body(path)
        bytes += body.count
        var count = 0
        try JSONDocument(parsing: body).root.forEach("list") { entry in
            count += 1
            last = try entry.string("creationDate")
            let id = try entry.string("orderId")
            if seen.count < wanted, seen.insert(id).inserted { waiting.append(id) }
        }
        page += 1
        if count < Self.pageSize || seen.count >= wanted { isAtEnd = true }
        if page > Self.pageLimit, let last {
            // A whole window within one instant would never end.
            if last == from { isAtEnd = true }
            page = 1
            from = last
        }
    }
}
