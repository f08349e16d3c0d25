import Basics
import ConnectorKit
import Connectors
import Testing

@Suite struct ConnectorCatalogTests {
    @Test func `a platform is found by its name, whatever its letter case`() throws {
        #expect(try ConnectorCatalog.connector(named: "vtex").platform == "vtex")
        #expect(try ConnectorCatalog.connector(named: " VTEX\n").platform == "vtex")
    }

    @Test func `an unknown platform is refused with the names that there are`() {
        let error = #expect(throws: UnknownPlatform.self) { _ = try ConnectorCatalog.connector(named: "vetx") }

        #expect(error?.code == "connectors.unknown_platform")
        #expect(error?.text(in: .english) == "Ponte does not know that platform. Known platforms: vtex.")
    }
}
