import Connectors
import Testing

@Suite struct WindowsZoneTests {
    @Test(arguments: [
        ("E. South America Standard Time", "America/Sao_Paulo"), ("Central Brazilian Standard Time", "America/Cuiaba"),
        ("SA Pacific Standard Time", "America/Bogota"), ("Argentina Standard Time", "America/Buenos_Aires"),
        ("America/Manaus", "America/Manaus"), ("UTC", "Etc/UTC"),
    ])
    func `zones of Windows get their names in the tz database`(windows: String, name: String) {
        #expect(WindowsZone.tzName(windows) == name)
    }

    @Test func `an unknown zone is nothing`() {
        #expect(WindowsZone.tzName("Middle-earth Standard Time") == nil)
    }
}
