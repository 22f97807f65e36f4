// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases
package import RecoursMessages

extension MessageReader {
    /// Reads a profile; what is unreadable is left out of it and noted in `violations`.
    package mutating func profile(
        _ message: RecoursMessages.PlatformProfile
    ) -> RecoursCases.PlatformProfile {
        RecoursCases.PlatformProfile(
            contact: message.contact.map { contact($0) },
            validUntil: date(message.validUntil) { "profile.valid_until" },
            languages: message.languages,
            internalComplaint: message.internalComplaint,
            mediators: message.mediators,
            outOfCourtBody: message.outOfCourtBody)
    }
}

extension RecoursMessages.PlatformProfile {
    package init(_ profile: RecoursCases.PlatformProfile) {
        self.init(
            contact: profile.contact.map(RecoursMessages.Contact.init),
            validUntil: profile.validUntil.text, languages: profile.languages,
            internalComplaint: profile.internalComplaint, mediators: profile.mediators,
            outOfCourtBody: profile.outOfCourtBody)
    }
}
