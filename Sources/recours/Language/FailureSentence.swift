// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages

/// What is said of a failure: in what the server's own words, which are English, are wrapped.
enum FailureSentence: Sentence {
    /// The case is in another state than the call needs.
    case state(CaseState, version: UInt64)
    /// The server's words for it.
    case server(StatusCode, String)
    case request(String)
    // What may be done about it
    case outcomeUnknown, lookAtPath, seeWhoYouAre, newCertificate, checkNumber, seeTheCase, later
}
