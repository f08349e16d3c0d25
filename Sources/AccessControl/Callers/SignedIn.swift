import Basics

/// A member with the session that he came by. Made by `Sessions.find` only.
package struct SignedIn: Hashable, Sendable {
    package let member: Member
    package let sessionID: SessionID

    init(member: Member, sessionID: SessionID) {
        self.member = member
        self.sessionID = sessionID
    }
}
