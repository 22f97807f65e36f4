// SPDX-License-Identifier: EUPL-1.2

/// How a platform of fiction behaves. None of these names is anybody's.
struct SeedPlatform {
    let slug: String
    let name: String
    /// Its share of the cases, against those of the others.
    let weight: Int
    /// Hours to take note, and days to answer: the median of what it takes.
    let hoursToAcknowledge: Double
    let daysToAnswer: Double
    /// How uneven its times are: 0.3 is steady, 1 is a gamble.
    let unevenness: Double
    /// In a hundred cases: never answered; refused by the complainant; promises not kept.
    let silent: Int
    let refused: Int
    let broken: Int
    /// In a hundred answers about a delisting: with a statement of reasons.
    let explaining: Int

    static let all = [
        SeedPlatform(
            slug: "grand-bazar", name: "Grand Bazar", weight: 34, hoursToAcknowledge: 5,
            daysToAnswer: 4.5, unevenness: 0.6, silent: 3, refused: 14, broken: 8, explaining: 88),
        SeedPlatform(
            slug: "vitrine-directe", name: "Vitrine Directe", weight: 22, hoursToAcknowledge: 9,
            daysToAnswer: 7, unevenness: 0.7, silent: 7, refused: 20, broken: 12, explaining: 74),
        SeedPlatform(
            slug: "marche-nomade", name: "Marché Nomade", weight: 16, hoursToAcknowledge: 30,
            daysToAnswer: 12, unevenness: 0.8, silent: 24, refused: 30, broken: 30,
            explaining: 40),
        SeedPlatform(
            slug: "halle-aux-metiers", name: "Halle aux Métiers", weight: 11,
            hoursToAcknowledge: 2, daysToAnswer: 1.6, unevenness: 0.5, silent: 1, refused: 6,
            broken: 3, explaining: 97),
        SeedPlatform(
            slug: "comptoir-du-large", name: "Comptoir du Large", weight: 9,
            hoursToAcknowledge: 20, daysToAnswer: 6, unevenness: 1, silent: 12, refused: 24,
            broken: 18, explaining: 62),
        SeedPlatform(
            slug: "brocante-plus", name: "Brocante +", weight: 5, hoursToAcknowledge: 14,
            daysToAnswer: 9, unevenness: 0.7, silent: 9, refused: 22, broken: 16,
            explaining: 66),
        SeedPlatform(
            slug: "petit-etal", name: "Le Petit Étal", weight: 2, hoursToAcknowledge: 3,
            daysToAnswer: 3, unevenness: 0.5, silent: 0, refused: 12, broken: 8, explaining: 90),
        SeedPlatform(
            slug: "quai-dix", name: "Quai Dix", weight: 1, hoursToAcknowledge: 40,
            daysToAnswer: 14, unevenness: 0.6, silent: 30, refused: 40, broken: 40,
            explaining: 30),
    ]
}
