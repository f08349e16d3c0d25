import AccessControl
import Testing

struct PermissionTests {
    @Test(arguments: Permission.allCases) func `each permission has a bit of its own`(permission: Permission) {
        let alone = PermissionSet([permission])

        #expect(alone.permissions == [permission])
        #expect(Permission.allCases.filter(alone.contains) == [permission])
    }
}
