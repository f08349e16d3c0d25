import Basics
import Storage

/// Where an installation's master key is kept, when nobody says otherwise.
package enum MasterKeyPlace {
    /// Beside an SQLite file, with `.key` after its name; for a server, in the user's own configuration folder.
    /// - Throws: `HubError` with code `configuration.no_master_key_place`.
    package static func path(for url: DatabaseURL, _ configuration: HubConfiguration) throws(HubError) -> String {
        if let file = configuration.masterKeyFile { return file }
        if url.engine == .sqlite { return url.description + ".key" }
        if let folder = configuration.configHome { return folder + "/ponte/master.key" }
        if let home = configuration.home { return home + "/.config/ponte/master.key" }
        throw .masterKeyHomeless
    }
}
