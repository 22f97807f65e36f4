// SPDX-License-Identifier: EUPL-1.2

/// Words that say nothing of what is sold, folded: of French and English grammar, and of trade.
enum StopWords {
    static func contains(_ token: UInt32) -> Bool { hashes.contains(token) }

    private static let hashes: Set<UInt32> = Set(
        (french + english + trade).split(separator: " ").map { word in
            var hash = StableHash()
            for byte in word.utf8 { hash.combine(byte) }
            return hash.short
        })

    private static let french = """
        a au aux avec c ce ces cet cette chez comme d dans de des du elle en et eux il ils j je l \
        la le les leur leurs lui m ma mais me mes moi mon n ne nos notre nous on ou par pas pour \
        qu que qui s sa sans se ses si son sous sur t ta te tes toi ton tres tu un une vers vos \
        votre vous y
        """

    private static let english = """
        an and are as at be by for from has he her his in into is it its my no not of off on or \
        our she so that the their them they this to up us was we were will with you your
        """

    private static let trade = """
        achat acheter article authentique best bon bonne brand buy cadeau cher deal disponible \
        envoi expedition express fast france free gratuit gratuite genuine gift haute high hot \
        idee ideal livraison livre meilleur meilleure neuf neuve neufs neuves new nouveau \
        nouveaute nouvelle offer officiel official offre original originale parfait perfect pcs \
        pc piece pieces premium produit product promo promotion qualite quality rapide sale \
        shipping soldes stock top vente
        """
}
