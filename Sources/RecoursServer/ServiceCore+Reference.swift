// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursMessages
internal import RecoursStore
internal import RecoursWire

extension ServiceCore {
    /// A case as a request names it; anything but one of the three ways is a fault of form.
    func reference(_ reference: GetCaseRequest.Reference?) throws(RPCStatus) -> CaseReference {
        switch reference {
        case .id(let bytes): return .identifier(try identifier(bytes, at: "id"))
        case .publicNumber(let text):
            guard let number = PublicNumber(text: text) else {
                throw .invalid("public_number", .publicNumberForm)
            }
            return .publicNumber(number)
        case .externalRef(let text):
            guard !text.isEmpty else { throw .invalid("external_ref", .required) }
            return .externalReference(text)
        case nil: throw .invalid("reference", .required)
        }
    }
}
