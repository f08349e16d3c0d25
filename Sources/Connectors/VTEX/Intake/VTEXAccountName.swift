import Basics
import ConnectorKit

/// Finds the account's name in what people paste: `x`, `https://x.myvtex.com/admin`, `x.vtexcommercestable.com.br`,
/// `workspace--x.myvtex.com`, `api.vtex.com/x`.
enum VTEXAccountName {
    private static let hosts = [
        ".vtexcommercestable.com.br", ".vtexcommercebeta.com.br", ".vtexpayments.com.br", ".myvtex.com",
        ".vtexlocal.com.br",
    ]

    /// - Returns: the name, and whether it was taken out of an address.
    static func find(in pasted: PastedText) throws(IntakeError) -> (name: String, wasAddress: Bool) {
        guard !pasted.isEmpty else { throw .accountMissing }
        if pasted.isPlaceholder { throw .accountIsPlaceholder }
        let text = pasted.text.lowercased()
        if text.contains("vtexappkey-") { throw .accountIsKey }
        if pasted.looksLikeEmail, !text.contains("://") { throw .accountIsEmail }
        if isName(text) {
            if text.count > 60 { throw .accountIsToken }
            return (text, false)
        }
        let address = afterScheme(text)
        let host = String(address.prefix { !"/?#:".contains($0) })
        if host == "api.vtex.com" {
            let first = address.dropFirst(host.count + 1).prefix { !"/?#".contains($0) }
            guard isName(String(first)) else { throw .accountMissing }
            return (String(first), true)
        }
        for suffix in hosts where host.hasSuffix(suffix) {
            let label = String(host.dropLast(suffix.count))
            let name = label.firstRange(of: "--").map { String(label[$0.upperBound...]) } ?? label
            guard isName(name) else { throw .accountUnreadable }
            return (name, true)
        }
        let isDomain = host.contains(".") && host.split(separator: ".").allSatisfy { isName(String($0)) }
        throw isDomain ? .accountIsShopDomain : .accountUnreadable
    }

    static func isName(_ text: String) -> Bool {
        guard let first = text.utf8.first, first != UInt8(ascii: "-"), text.utf8.last != UInt8(ascii: "-") else {
            return false
        }
        return text.utf8.allSatisfy {
            (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
        }
    }

    private static func afterScheme(_ text: String) -> Substring {
        guard let separator = text.firstRange(of: "://") else { return Substring(text) }
        return text[separator.upperBound...]
    }
}
