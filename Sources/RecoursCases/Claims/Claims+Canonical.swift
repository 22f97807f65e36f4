// SPDX-License-Identifier: EUPL-1.2

// What the fingerprints of calls about claims are made of. Field numbers are those of the
// protocol's messages.

extension WorkDraft {
    /// Take them of a normalised draft.
    package var canonicalBytes: [UInt8] {
        var out = CanonicalBytes(naming: "RegisterWork")
        out.write(1, owner) { $0.write(to: &$1) }
        out.write(2, ipClaim) { $0.write(to: &$1) }
        out.write(3, title)
        out.write(4, brand)
        out.write(5, gtins)
        for picture in pictures {
            out.write(6, picture) { picture, out in
                out.write(1, picture.pdq)
                out.write(2, Int64(picture.quality))
            }
        }
        out.write(7, monthlyLoss) { $0.write(to: &$1) }
        return out.bytes
    }
}

extension ClaimPlan {
    package var canonicalBytes: [UInt8] {
        var out = CanonicalBytes(naming: "OpenClaim")
        out.write(1, work)
        out.write(2, platforms)
        out.write(3, autoReport)
        out.write(4, reviewThreshold.map(Int64.init))
        out.write(5, reportThreshold.map(Int64.init))
        return out.bytes
    }
}

extension ClaimRules {
    package static func canonicalBytes(
        adding listings: [(platform: String, listing: Listing)],
        to claim: StandingClaimIdentifier
    ) -> [UInt8] {
        var out = CanonicalBytes(naming: "AddListings", capacity: 128 * (listings.count + 1))
        out.write(1, claim.bytes)
        for item in listings {
            out.write(2, item) { item, out in
                out.write(1, item.platform)
                out.write(2, item.listing) { $0.write(to: &$1) }
            }
        }
        return out.bytes
    }

    package static func canonicalBytes(replying replies: [ListingReply]) -> [UInt8] {
        var out = CanonicalBytes(naming: "AnswerListings", capacity: 64 * (replies.count + 1))
        for reply in replies {
            out.write(1, reply) { reply, out in
                out.write(1, reply.listing.bytes)
                out.write(2, reply.expectedVersion.map { Int64(bitPattern: $0) })
                out.write(3, reply.kind)
                out.write(4, reply.stayDown)
                out.write(5, reply.refusal) { refusal, out in
                    out.write(1, refusal.reason)
                    out.write(2, refusal.text)
                }
            }
        }
        return out.bytes
    }
}
