import HTTPTypes

extension HTTPFields {
    /// The value of a header that is sent once; of several, all with commas between them, as `self[name]` has it.
    ///
    /// What it costs is one look along the headers: `self[name]` joins even one value into a new string.
    func sole(_ name: HTTPField.Name) -> String? {
        var found: String?
        for field in self where field.name == name {
            guard found == nil else { return self[name] }
            found = field.value
        }
        return found
    }
}
