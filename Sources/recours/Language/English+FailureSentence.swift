// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages

extension FailureSentence {
    var english: String {
        switch self {
        case .state(let state, let version):
            "this is not possible now: the case is "
                + "“\(Labels.states.name(of: state, in: .english))”, at version \(version)"
        case .server(_, let message): message
        case .request(let number): "request \(number)"
        case .outcomeUnknown:
            "It may have been done although no answer came; look before you repeat it."
        case .lookAtPath: "Look at the path to the server with `recours doctor`."
        case .seeWhoYouAre: "See who you are to the server with `recours doctor`."
        case .newCertificate: "Ask the operator for a certificate that is valid now."
        case .checkNumber: "Check the number or identifier, and that it is yours to see."
        case .seeTheCase: "See where the case stands, and what you may do, with `recours show`."
        case .later: "Try again later."
        }
    }
}
