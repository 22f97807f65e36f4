// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages
internal import RecoursTransport

/// What differs between the watches: how one is asked for, and how its answers are read.
protocol WatchKind: Sendable {
    associatedtype Request: RecoursMessage
    associatedtype Response: RecoursMessage
    associatedtype Element: Sendable

    /// Opens a watch from the place reached so far.
    func open(
        _ maker: any CallMaker, _ options: CallOptions
    ) async throws(CallFailure) -> StreamingCall<Request, Response>

    /// Moves the place to where the response leaves it; the element in it, nil for a bookmark.
    mutating func take(_ response: Response) -> Element?
}

/// The method whose rules for retries a watch follows.
extension MethodDescriptor {
    static var anyWatch: MethodDescriptor { WatchServiceMethods.watchInbox }
}
