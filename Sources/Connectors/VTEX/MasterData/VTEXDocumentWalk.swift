import Basics
import ConnectorKit

/// Walks the documents of one entity.
///
/// All of them by scrolls over windows of `createdIn`, each of at most 10 000 documents: a scroll that breaks off, or whose
/// token dies after twenty minutes without use, has only its window read again, in smaller windows from then on. News by searches on `updatedIn`, in order and going
/// on from the last moment seen instead of by row numbers, which move while documents change; then what was made and never
/// changed. News of more rows than a search reaches are scrolled.
struct VTEXDocumentWalk: Sendable {
    /// VTEX had no Master Data before.
    private static let beginning = Instant(seconds: 946_684_800)
    /// Searches lag behind by up to some minutes. Source: docs/platforms/vtex.md, Master Data.
    private static let indexLag = Duration.seconds(600)
    /// A window of fewer seconds is not cut any more.
    private static let narrowest = Duration.seconds(2)
    private static let mostTries = 2
    /// Rows that are read again when a page begins within a second: some may have moved out of it.
    private static let overlap = 20

    let data: VTEXMasterData

    struct Page: Sendable {
        var documents: [[UInt8]] = []
        var next: VTEXDocumentCursor?
    }

    func page(of walk: RecordWalk, after text: String?) async throws -> Page {
        let cursor = text.flatMap(VTEXDocumentCursor.init) ?? start(walk)
        switch cursor.way {
        case .search: return try await search(cursor, of: walk)
        case .scroll: return try await scroll(cursor, of: walk)
        }
    }

    private func start(_ walk: RecordWalk) -> VTEXDocumentCursor {
        switch walk {
        case .everything:
            let end = data.client.clock.now()
            return VTEXDocumentCursor(way: .scroll, field: .createdIn, from: Self.beginning, until: end, end: end)
        case .changed(let since, let until):
            return VTEXDocumentCursor(
                way: .search, field: .updatedIn, from: since - Self.indexLag, until: until, end: until)
        }
    }

    // MARK: scrolls

    private func scroll(_ cursor: VTEXDocumentCursor, of walk: RecordWalk) async throws -> Page {
        var cursor = cursor
        var rows: VTEXMasterData.Rows?
        if let token = cursor.token {
            rows = try await goOn(token, behind: cursor.read)
            if rows == nil { cursor.breaks += 1 }
        }
        if rows == nil {
            guard let opened = try await open(&cursor) else { return Page(next: after(cursor, of: walk)) }
            rows = opened
            cursor.read = 0
            cursor.total = opened.total ?? 0
        }
        guard let rows else { return Page(next: after(cursor, of: walk)) }
        cursor.read += rows.rows.count
        cursor.token = rows.token
        if let token = rows.token { data.scrolls.put(token, at: cursor.read) }
        if !rows.rows.isEmpty, cursor.token != nil { return Page(documents: rows.rows, next: cursor) }
        // An empty page is the end, unless rows are missing: some may have been deleted meanwhile, but not all.
        if cursor.read < cursor.total {
            if cursor.tries < Self.mostTries {
                cursor.token = nil
                cursor.tries += 1
                return Page(documents: rows.rows, next: cursor)
            }
            if cursor.read == 0 { throw PlatformError.vtexRowsMissing(data.client, entity: data.entity) }
        }
        return Page(documents: rows.rows, next: after(cursor, of: walk))
    }

    /// The scroll's next rows; nil when they would not be those behind the first `read`.
    private func goOn(_ token: String, behind read: Int) async throws -> VTEXMasterData.Rows? {
        guard data.scrolls.take(token, at: read) else { return nil }
        do {
            return try await data.scroll(token: token)
        } catch let error as PlatformError {
            // It answered, and handed out nothing. Of no answer, or half of one, nobody knows.
            if let status = error.status, status >= 400 { data.scrolls.put(token, at: read) }
            throw error
        }
    }

    /// As many documents as a scroll may have to be opened: fewer with every scroll that broke off, down to one page.
    private func most(_ cursor: VTEXDocumentCursor) -> Int {
        max(VTEXMasterData.scrollRows, VTEXMasterData.reachableRows >> min(2 * cursor.breaks, 20))
    }

    /// Cuts the window until a scroll of it is short enough to be read again. Nil when it has no documents.
    private func open(_ cursor: inout VTEXDocumentCursor) async throws -> VTEXMasterData.Rows? {
        while true {
            let count = try await data.count(cursor.filter)
            if count == 0 { return nil }
            let width = cursor.until - cursor.from
            guard let count, count > most(cursor), width > Self.narrowest else { break }
            cursor.until = (cursor.from + width / 2).wholeSecond
        }
        return try await data.scroll(cursor.filter)
    }

    /// The window behind this one; nil after the last.
    private func after(_ cursor: VTEXDocumentCursor, of walk: RecordWalk) -> VTEXDocumentCursor? {
        if cursor.until < cursor.end {
            var next = VTEXDocumentCursor(
                way: .scroll, field: cursor.field, from: cursor.until, until: cursor.end, end: cursor.end)
            next.breaks = cursor.breaks
            return next
        }
        return neverChanged(cursor, of: walk)
    }

    // MARK: searches

    private func search(_ cursor: VTEXDocumentCursor, of walk: RecordWalk) async throws -> Page {
        let found = try await data.search(
            cursor.filter, sort: "\(cursor.field.rawValue) ASC", from: cursor.read, rows: VTEXMasterData.searchRows)
        let total = found.total ?? cursor.read + found.rows.count
        let reach = max(total, cursor.read + found.rows.count + VTEXMasterData.searchRows)
        if total > VTEXMasterData.reachableRows || cursor.read > 0 && reach > VTEXMasterData.reachableRows {
            return Page(next: scrolled(cursor))
        }
        guard let last = try moments(found.rows, cursor).last else {
            guard cursor.read >= total else { throw PlatformError.vtexRowsMissing(data.client, entity: data.entity) }
            return Page(next: neverChanged(cursor, of: walk))
        }
        if cursor.read + found.rows.count >= total, found.total != nil || found.rows.count < VTEXMasterData.searchRows {
            return Page(documents: found.rows, next: neverChanged(cursor, of: walk))
        }
        var next = cursor
        if last.wholeSecond > cursor.from.wholeSecond {
            next.from = last.wholeSecond
            next.read = 0
        } else {
            next.read += max(1, found.rows.count - Self.overlap)
        }
        return Page(documents: found.rows, next: next)
    }

    /// The moments that rows are in order of.
    /// - Throws: `PlatformError` when they are not: Master Data forgets `_sort` while its index is in trouble, and going on
    ///   from the last row would leave some out.
    private func moments(_ rows: [[UInt8]], _ cursor: VTEXDocumentCursor) throws -> [Instant] {
        var moments: [Instant] = []
        for row in rows {
            let root = try? JSONDocument(parsing: row).root
            let moment = try? cursor.field == .updatedIn ? root?.moment("updatedIn") : root?.moment("createdIn")
            let before = moments.last ?? cursor.from.wholeSecond
            guard let moment, moment >= before else {
                throw PlatformError.vtexRowsMissing(data.client, entity: data.entity)
            }
            moments.append(moment)
        }
        return moments
    }

    private func scrolled(_ cursor: VTEXDocumentCursor) -> VTEXDocumentCursor {
        VTEXDocumentCursor(
            way: .scroll, field: cursor.field, from: cursor.from, until: cursor.end, end: cursor.end)
    }

    /// What follows after the news by `updatedIn`; nil when nothing does.
    private func neverChanged(_ cursor: VTEXDocumentCursor, of walk: RecordWalk) -> VTEXDocumentCursor? {
        guard case .changed(let since, let until) = walk, cursor.field == .updatedIn else { return nil }
        return VTEXDocumentCursor(
            way: .search, field: .createdIn, from: since - Self.indexLag, until: until, end: until)
    }
}
