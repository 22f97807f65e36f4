// SPDX-License-Identifier: EUPL-1.2

internal import RecoursClient
internal import RecoursMessages

/// Finds the case that somebody named.
struct CaseLookup: Sendable {
    let client: RecoursClient

    func find(_ reference: CaseReference) async throws(CommandError) -> Case {
        do throws(RecoursError) {
            switch reference {
            case .identifier(let bytes): return try await client.cases.get(id: bytes)
            case .publicNumber(let number): return try await client.cases.get(publicNumber: number)
            case .external(let text): return try await client.cases.get(externalReference: text)
            }
        } catch { throw CommandError(error) }
    }

    /// The identifier alone; asks the server only if the reference is not one.
    func identifier(_ reference: CaseReference) async throws(CommandError) -> [UInt8] {
        if case .identifier(let bytes) = reference { return bytes }
        return try await find(reference).id
    }
}
