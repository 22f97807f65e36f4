// SPDX-License-Identifier: EUPL-1.2

package import RecoursMessages

/// How one call ended (PROTOCOL.md §9); an error unless the code is `ok`.
package struct RPCStatus: Error, Sendable, Hashable {
    /// gRPC's seventeen codes with gRPC's numbers.
    package enum Code: Int32, Sendable, Hashable, CaseIterable {
        case ok = 0
        case cancelled = 1
        case unknown = 2
        case invalidArgument = 3
        case deadlineExceeded = 4
        case notFound = 5
        case alreadyExists = 6
        case permissionDenied = 7
        case resourceExhausted = 8
        case failedPrecondition = 9
        case aborted = 10
        case outOfRange = 11
        case unimplemented = 12
        case `internal` = 13
        case unavailable = 14
        case dataLoss = 15
        case unauthenticated = 16
    }

    package var code: Code
    /// For people, never parsed.
    package var message: String
    /// At most one of each kind.
    package var details: [ErrorDetail]
    /// Names the call in the server's log; empty if it has none.
    package var requestID: String
    /// Metadata that came, or goes, with the status.
    package var metadata: [WireMetadataEntry]

    package init(
        _ code: Code, _ message: String = "", details: [ErrorDetail] = [],
        requestID: String = "", metadata: [WireMetadataEntry] = []
    ) {
        self.code = code
        self.message = message
        self.details = details
        self.requestID = requestID
        self.metadata = metadata
    }

    /// Success without metadata.
    package static let ok = RPCStatus(.ok)
}
