// SPDX-License-Identifier: EUPL-1.2

internal import RecoursClient

/// How works, claims and listings are named on the command line: by their identifiers.
enum RecordReference {
    static func work(_ text: String) throws(CommandError) -> [UInt8] {
        try bytes(text, .work, ClaimSentence.listWorks)
    }

    static func claim(_ text: String) throws(CommandError) -> [UInt8] {
        try bytes(text, .claim, ClaimSentence.listClaims)
    }

    private static func bytes(
        _ text: String, _ noun: ValueNoun, _ remedy: ClaimSentence
    ) throws(CommandError) -> [UInt8] {
        guard let bytes = CaseReference.bytes(of: text) else {
            throw CommandError(
                .usage, ValueSentence.isNo(text, noun: noun), remedy: remedy)
        }
        return bytes
    }
}

/// Walks what the SDK lists; its failure becomes the command's.
func forEach<Element>(
    of pages: Pages<Element>, _ body: (Element) throws(CommandError) -> Void
) async throws(CommandError) {
    var pages = pages
    pages.pageSize = 1_000
    var iterator = pages.makeAsyncIterator()
    while true {
        let next: Element?
        do throws(RecoursError) {
            next = try await iterator.next(isolation: nil)
        } catch { throw CommandError(error) }
        guard let next else { return }
        try body(next)
    }
}

/// The same, all of it.
func collected<Element>(_ pages: Pages<Element>) async throws(CommandError) -> [Element] {
    var found: [Element] = []
    try await forEach(of: pages) { found.append($0) }
    return found
}
