import HTTPTypes

/// Reads the cookies that a browser sent.
enum Cookies {
    static func value(_ name: String, in headers: HTTPFields) -> String? {
        for header in headers[values: .cookie] {
            for pair in header.split(separator: ";") {
                let trimmed = pair.drop { $0 == " " }
                guard let cut = trimmed.firstIndex(of: "="), trimmed[..<cut] == name else { continue }
                return String(trimmed[trimmed.index(after: cut)...])
            }
        }
        return nil
    }
}
