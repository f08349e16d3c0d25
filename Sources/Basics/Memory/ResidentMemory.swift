#if canImport(Glibc)
    import Glibc
#endif

/// What this process holds of the machine's memory and can hand back. Does nothing but on Linux with glibc.
package enum ResidentMemory {
    /// Hands back what was freed and glibc keeps for the next time: much, after a great deal of work.
    package static func releaseHeap() {
        #if canImport(Glibc)
            // Swift's module of the C library leaves <malloc.h> out.
            guard let found = dlsym(nil, "malloc_trim") else { return }
            // Safe because this is the function's signature since glibc 2.0: `int malloc_trim(size_t)`.
            _ = unsafeBitCast(found, to: (@convention(c) (Int) -> Int32).self)(0)
        #endif
    }

    /// Hands back the code that is mapped. What is called again is mapped again from the file's cached pages, 64 KiB around
    /// each call: so what only a start called stays away.
    package static func releaseCode() {
        #if canImport(Glibc)
            guard let maps = fopen("/proc/self/maps", "r") else { return }
            defer { fclose(maps) }
            var line: UnsafeMutablePointer<CChar>?
            var room = 0
            defer { free(line) }
            // Line by line, as the kernel hands the file out a page at a time and says that it is empty.
            while getline(&line, &room, maps) > 0, let text = line {
                guard let code = CodeRange(String(cString: text)[...]) else { continue }
                // Safe because nothing is lost: the pages are a file's, private, and were never written to.
                madvise(UnsafeMutableRawPointer(bitPattern: code.start), code.count, MADV_DONTNEED)
            }
        #endif
    }
}
