// SPDX-License-Identifier: EUPL-1.2

extension Contact {
    /// All rules this contact breaks as the contact of an acknowledgement; paths begin with
    /// `contact.`.
    package func violations(startingWith found: [Violation] = []) -> [Violation] {
        Violations(startingWith: found).found
    }
}
