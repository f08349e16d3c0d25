import Basics
import ServiceLifecycle

#if canImport(Glibc)
    import Glibc
#endif

/// Gives back to the machine what memory the server holds and does not need: a small server is mostly idle, and often
/// not alone on its machine (docs/decisions/0016).
struct MemoryKeeper: Service {
    /// By then everything that only a start needs has run.
    private static let startEnds = Duration.seconds(4)
    private static let trimEvery = Duration.seconds(60)

    let clock: any WallClock

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            try await clock.sleep(for: Self.startEnds)
            Self.releaseCode()
            while true {
                Self.releaseHeap()
                try await clock.sleep(for: Self.trimEvery)
            }
        }
    }

    /// What was freed after a great deal of work, which glibc would keep for the next.
    private static func releaseHeap() {
        #if canImport(Glibc)
            // Swift's module of the C library leaves <malloc.h> out.
            guard let found = dlsym(nil, "malloc_trim") else { return }
            _ = unsafeBitCast(found, to: (@convention(c) (Int) -> Int32).self)(0)
        #endif
    }

    /// Code is mapped in pieces of 64 KiB around every first call, and what only the start called stays mapped. What is
    /// called again comes back from the file's cached pages.
    private static func releaseCode() {
        #if canImport(Glibc)
            guard let maps = fopen("/proc/self/maps", "r") else { return }
            defer { fclose(maps) }
            var line: UnsafeMutablePointer<CChar>?
            var room = 0
            defer { free(line) }
            // Whole, as the kernel hands it out a page at a time: a read of "the file" ends after the first.
            while getline(&line, &room, maps) > 0, let text = line {
                guard let code = CodeRange(String(cString: text)[...]) else { continue }
                madvise(UnsafeMutableRawPointer(bitPattern: code.start), code.count, MADV_DONTNEED)
            }
        #endif
    }
}

/// A stretch of a file's code in memory: nobody writes there, so that it can be read from the file again.
package struct CodeRange: Equatable {
    package let start: UInt
    /// In bytes.
    package let count: Int

    /// - Parameter line: of `/proc/self/maps`, as proc(5) describes it. Nil for what is not a file's code.
    package init?(_ line: Substring) {
        let words = line.split(separator: " ")
        guard words.count >= 6, words[1] == "r-xp", words[5].hasPrefix("/") else { return nil }
        let ends = words[0].split(separator: "-").compactMap { UInt($0, radix: 16) }
        guard ends.count == 2, ends[0] < ends[1] else { return nil }
        start = ends[0]
        count = Int(ends[1] - ends[0])
    }
}
