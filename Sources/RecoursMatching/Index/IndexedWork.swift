// SPDX-License-Identifier: EUPL-1.2

/// A work as the index holds it: texts are gone, only what they are compared by is left.
struct IndexedWork: Sendable {
    let identifier: WorkIdentifier
    let platforms: PlatformSet
    let codes: [ProductCode]
    /// Ascending, each once.
    let words: [UInt32]
    /// 0 for none.
    let brand: UInt32
    let pictures: [ParityWords]
    let price: Price?

    init(_ work: RegisteredWork) {
        identifier = work.identifier
        platforms = work.platforms
        codes = Array(work.codes.prefix(RegisteredWork.mostCodes))
        words = TitleWords(work.title).hashes
        brand = TitleWords.brand(work.brand)
        pictures = work.pictures.filter(\.isTelling).prefix(RegisteredWork.mostPictures)
            .map { ParityWords($0.fingerprint) }
        price = work.price
    }

    init(
        identifier: WorkIdentifier, platforms: PlatformSet, codes: [ProductCode],
        words: [UInt32], brand: UInt32, pictures: [ParityWords], price: Price?
    ) {
        self.identifier = identifier
        self.platforms = platforms
        self.codes = codes
        self.words = words
        self.brand = brand
        self.pictures = pictures
        self.price = price
    }
}
