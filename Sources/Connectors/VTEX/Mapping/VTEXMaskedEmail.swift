/// Tells VTEX's aliases from e-mail addresses.
///
/// Unless a store turned it off, orders carry an alias that forwards to the shopper for two months and is another in every
/// order: `{32 hex}@ct.vtex.com.br`, or `john@doe.com-207700027841b.ct.vtex.com.br`.
/// Source: docs/platforms/vtex.md.
enum VTEXMaskedEmail {
    /// `(@|-[0-9]+b\.)ct\.(vtex|[a-z0-9-]+)\.com\.br$`
    static func isMasked(_ email: String) -> Bool {
        let text = Array(email.lowercased().utf8)
        let end = Array(".com.br".utf8)
        guard text.suffix(end.count).elementsEqual(end) else { return false }
        // The label before the end, then `ct.` before it.
        var start = text.count - end.count
        let labelEnd = start
        while start > 0, isLabelByte(text[start - 1]) { start -= 1 }
        let marker = Array("ct.".utf8)
        guard start < labelEnd, start >= marker.count, text[(start - marker.count)..<start].elementsEqual(marker) else {
            return false
        }
        var position = start - marker.count
        guard position > 0 else { return false }
        if text[position - 1] == UInt8(ascii: "@") { return true }
        // `-[0-9]+b.`
        guard position >= 4, text[position - 1] == UInt8(ascii: "."), text[position - 2] == UInt8(ascii: "b") else {
            return false
        }
        position -= 2
        let digitsEnd = position
        while position > 0, (0x30...0x39).contains(text[position - 1]) { position -= 1 }
        return position < digitsEnd && position > 0 && text[position - 1] == UInt8(ascii: "-")
    }

    private static func isLabelByte(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
    }
}
