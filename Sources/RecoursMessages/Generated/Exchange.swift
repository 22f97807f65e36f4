// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/exchange.proto.

/// The message `recours.v1.Exchange`.
public struct Exchange: RecoursMessage {
    /// Field 1, `kind`.
    public var kind: ExchangeKind
    /// "association", "business", "platform" or "mediator", and the slug.
    public var authorKind: String
    /// Field 3, `author_slug`.
    public var authorSlug: String
    /// Field 4, `writing`.
    public var writing: Writing?
    /// Field 5, `at_ms`.
    public var atMs: Int64

    /// A message of these values; what is left out is absent or has its default.
    public init(
        kind: ExchangeKind = .unspecified,
        authorKind: String = "",
        authorSlug: String = "",
        writing: Writing? = nil,
        atMs: Int64 = 0
    ) {
        self.kind = kind
        self.authorKind = authorKind
        self.authorSlug = authorSlug
        self.writing = writing
        self.atMs = atMs
    }

    /// `recours.v1.Exchange`.
    public static var protoName: String { "recours.v1.Exchange" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
