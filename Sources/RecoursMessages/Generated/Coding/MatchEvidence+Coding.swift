// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim.proto.

internal import CProtobufC
internal import CRecoursProtos

extension MatchEvidence: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__match_evidence__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__MatchEvidence>, _ reader: inout MessageReader) {
        sameGtin = c.pointee._same_gtin_case.rawValue == 1 ? c.pointee.same_gtin != 0 : nil
        sameBrand = c.pointee._same_brand_case.rawValue == 2 ? c.pointee.same_brand != 0 : nil
        titleSimilarity =
            c.pointee._title_similarity_case.rawValue == 3 ? c.pointee.title_similarity : nil
        pictureDistance =
            c.pointee._picture_distance_case.rawValue == 4 ? c.pointee.picture_distance : nil
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__MatchEvidence>, _ tree: MessageTree) {
        if let sameGtin {
            c.pointee._same_gtin_case = .init(rawValue: 1)
            c.pointee.same_gtin = sameGtin ? 1 : 0
        }
        if let sameBrand {
            c.pointee._same_brand_case = .init(rawValue: 2)
            c.pointee.same_brand = sameBrand ? 1 : 0
        }
        if let titleSimilarity {
            c.pointee._title_similarity_case = .init(rawValue: 3)
            c.pointee.title_similarity = titleSimilarity
        }
        if let pictureDistance {
            c.pointee._picture_distance_case = .init(rawValue: 4)
            c.pointee.picture_distance = pictureDistance
        }
    }
}
