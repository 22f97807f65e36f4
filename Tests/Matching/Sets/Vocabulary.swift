// SPDX-License-Identifier: EUPL-1.2

internal import CaseHistories

/// Words of made-up titles, French and English.
struct Vocabulary: Sendable {
    struct Word: Sendable {
        let french: String
        let english: String

        func text(inEnglish: Bool) -> String { inEnglish ? english : french }
    }

    static let things =
        words(
            """
            puzzle:puzzle, bague:ring, collier:necklace, bracelet:bracelet, lampe:lamp, sac:bag, \
            ceinture:belt, couteau:knife, bougie:candle, savon:soap, théière:teapot, tasse:mug, \
            assiette:plate, horloge:clock, jouet:toy, poupée:doll, peluche:plush, coussin:cushion, \
            couverture:blanket, nappe:tablecloth, cadre:frame, affiche:poster, carnet:notebook, \
            stylo:pen, trousse:pencil case, portefeuille:wallet, écharpe:scarf, bonnet:beanie, \
            gants:gloves, chaussons:slippers, sandales:sandals, montre:watch, broche:brooch, \
            boucles d’oreilles:earrings, porte-clés:keyring, tire-bouchon:corkscrew, \
            planche à découper:cutting board, moulin à poivre:pepper mill, \
            jeu de société:board game, jeu de cartes:card game, casse-tête:brain teaser, \
            maquette:model kit, cerf-volant:kite, \
            hamac:hammock, tabouret:stool, étagère:shelf, vase:vase, panier:basket, tapis:rug, \
            rideau:curtain
            """) + invented(550)
    static let materials = words(
        """
        en bois:wooden, en cuir:leather, en laine:woollen, en coton bio:organic cotton, \
        en lin:linen, en argent:silver, en laiton:brass, en verre soufflé:blown glass, \
        en porcelaine:porcelain, en grès:stoneware, en liège:cork, en bambou:bamboo, \
        en acier:steel, en osier:wicker, en feutre:felt, en soie:silk
        """)
    static let manners = words(
        """
        fait main:handmade, artisanal:artisan, personnalisé:customised, pliable:folding, \
        magnétique:magnetic, étanche:waterproof, lumineux:glowing, ancien:vintage, \
        pour enfant:for kids, pour femme:for women, pour homme:for men, réversible:reversible, \
        géant:giant, de voyage:travel, de cuisine:kitchen, de table:table, mural:wall, \
        d’extérieur:outdoor
        """)
    static let themes = words(
        """
        Tour Eiffel:Eiffel Tower, forêt enchantée:enchanted forest, chat noir:black cat, \
        carte du monde:world map, dinosaure:dinosaur, licorne:unicorn, fleurs des champs:wild \
        flowers, système solaire:solar system, vagues:waves, montagne:mountain, phare \
        breton:Breton lighthouse, renard:fox, hibou:owl, papillon:butterfly, étoiles:stars, \
        mandala:mandala, baleine:whale, olivier:olive tree, lavande:lavender, coquelicot:poppy
        """)
    static let colours = words(
        """
        rouge:red, bleu:blue, vert:green, noir:black, blanc:white, jaune:yellow, rose:pink, \
        gris:grey, marron:brown, doré:golden
        """)
    static let sizes = words(
        "taille S:size S, taille M:size M, taille L:size L, petit:small, grand:large, XL:XL")
    static let trade = words(
        """
        livraison gratuite:free shipping, idée cadeau:gift idea, neuf:new, haute qualité:high \
        quality, promo:sale, meilleure vente:best seller, lot:set, envoi rapide:fast shipping
        """)

    private static func words(_ text: String) -> [Word] {
        text.split(separator: ", ").compactMap { pair in
            let sides = pair.split(separator: ":")
            return sides.count == 2
                ? Word(french: String(sides[0]), english: String(sides[1])) : nil
        }
    }

    /// Fifty nouns are too few for tens of thousands of works: these stand for those of real shops,
    /// and differ in the two languages as well.
    private static func invented(_ count: Int) -> [Word] {
        var generator = SeededGenerator(seed: 550)
        return (0..<count).map { _ in
            Word(french: name(&generator).lowercased(), english: name(&generator).lowercased())
        }
    }

    /// A word of no language, two to four syllables: the name of a brand or a model.
    static func name(_ generator: inout some RandomNumberGenerator) -> String {
        let syllables = [
            "ba", "cé", "dor", "fi", "gal", "ho", "ji", "ka", "lu", "mer", "no", "ou", "pé", "qui",
            "ra", "sol", "tin", "va", "xa", "zo", "bri", "cla", "dra", "fleu", "gri", "pla", "stel",
            "tro", "vin", "œu",
        ]
        let count = Int.random(in: 2...4, using: &generator)
        let name = (0..<count).map { _ in syllables[Int(generator.next() % 30)] }.joined()
        return name.prefix(1).uppercased() + name.dropFirst()
    }
}
