// SPDX-License-Identifier: EUPL-1.2

extension Contact {
    /// All rules this contact breaks as the contact of an acknowledgement: a name, and an address
    /// or a telephone number. Paths begin with `contact.`.
    package func violations(startingWith found: [Violation] = []) -> [Violation] {
        var found = Violations(startingWith: found)
        found.checkContact(self, at: { "contact" })
        return found.found
    }
}
