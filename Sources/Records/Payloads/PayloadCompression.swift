import CZstd
import Synchronization

/// Source payloads as Zstandard frames. A frame tells its plain size.
enum PayloadCompression {
    static let bytesMax = 64 * 1024 * 1024
    private static let level: Int32 = 1
    private static let contexts = ContextPool()

    /// Nil when the payload is larger than `bytesMax`.
    static func compressed(_ payload: [UInt8], against template: PayloadTemplate?) -> [UInt8]? {
        guard payload.count <= bytesMax, let context = contexts.compressor() else { return nil }
        defer { contexts.giveBack(compressor: context) }
        let bound = ZSTD_compressBound(payload.count)
        var isWhole = false
        let bytes = [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
            let size = payload.withUnsafeBytes { plain in
                withExtendedLifetime(template) {
                    if let dictionary = template?.dictionary {
                        ZSTD_compress_usingCDict(
                            context, buffer.baseAddress, bound, plain.baseAddress, payload.count, dictionary)
                    } else {
                        ZSTD_compressCCtx(
                            context, buffer.baseAddress, bound, plain.baseAddress, payload.count, level)
                    }
                }
            }
            isWhole = ZSTD_isError(size) == 0
            count = isWhole ? size : 0
        }
        return isWhole ? bytes : nil
    }

    /// Nil when `frame` is not a whole frame of at most `bytesMax` plain bytes.
    /// - Parameter template: the text that it was compressed against; nil or empty for none.
    static func plain(_ frame: [UInt8], template: [UInt8]?) -> [UInt8]? {
        let declared = frame.withUnsafeBytes { ZSTD_getFrameContentSize($0.baseAddress, frame.count) }
        guard declared <= UInt64(bytesMax), let context = contexts.decompressor() else { return nil }
        defer { contexts.giveBack(decompressor: context) }
        let plainSize = Int(declared)
        let template = template ?? []
        var isWhole = false
        let bytes = [UInt8](unsafeUninitializedCapacity: plainSize) { buffer, count in
            let size = frame.withUnsafeBytes { frame in
                template.withUnsafeBytes {
                    ZSTD_decompress_usingDict(
                        context, buffer.baseAddress, plainSize, frame.baseAddress, frame.count, $0.baseAddress, $0.count
                    )
                }
            }
            isWhole = ZSTD_isError(size) == 0 && size == plainSize
            count = isWhole ? size : 0
        }
        return isWhole ? bytes : nil
    }
}

/// Zstandard's working memory, about a megabyte each, made once for each thread that works at the same time.
private final class ContextPool: Sendable {
    // Addresses, since pointers cannot cross threads as such; each is held by one thread at a time.
    private let compressors = Mutex<[UInt]>([])
    private let decompressors = Mutex<[UInt]>([])

    func compressor() -> OpaquePointer? {
        guard let idle = compressors.withLock({ $0.popLast() }) else { return ZSTD_createCCtx() }
        return OpaquePointer(bitPattern: idle)
    }

    func giveBack(compressor: OpaquePointer) {
        let address = UInt(bitPattern: compressor)
        compressors.withLock { $0.append(address) }
    }

    func decompressor() -> OpaquePointer? {
        guard let idle = decompressors.withLock({ $0.popLast() }) else { return ZSTD_createDCtx() }
        return OpaquePointer(bitPattern: idle)
    }

    func giveBack(decompressor: OpaquePointer) {
        let address = UInt(bitPattern: decompressor)
        decompressors.withLock { $0.append(address) }
    }
}
