// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCrypto

/// What is said of keys and certificates that RecoursCrypto refuses: its own words, which are
/// English, stand behind ours in French.
enum CryptoSentence: Sentence {
    case failed(CryptoError.Code, String)
    case remedy(CryptoError.Code, String)

    var french: String {
        switch self {
        case .failed(let code, let message):
            French.meaning(code) + " (" + ForeignWords(text: message).french + ")"
        case .remedy(let code, let remedy):
            French.cryptoRemedies[code] ?? (remedy.isEmpty ? "" : ForeignWords(text: remedy).french)
        }
    }

    var english: String {
        switch self {
        case .failed(_, let message): message
        case .remedy(_, let remedy): remedy
        }
    }
}

extension French {
    fileprivate static func meaning(_ code: CryptoError.Code) -> String {
        switch code {
        case .keyUnreadable: "la clé est illisible"
        case .keyEncrypted: "la clé privée est protégée par une phrase secrète"
        case .keyKindRefused: "la clé est d’un genre que Recours n’utilise pas"
        case .certificateUnreadable: "le certificat est illisible"
        case .requestUnreadable: "la demande de certificat est illisible"
        case .requestSignatureWrong: "la demande n’est pas signée par la clé qu’elle présente"
        case .identityRefused: "le certificat ne nomme pas un partenaire selon les règles"
        case .authorityUnfit: "ce certificat d’autorité ne convient pas"
        case .invalidArgument: "une valeur est hors de ses limites"
        default: "la bibliothèque de chiffrement a échoué"
        }
    }

    fileprivate static let cryptoRemedies: [CryptoError.Code: String] = [
        .keyUnreadable: "Donnez un seul bloc PEM, qui commence par -----BEGIN PRIVATE KEY-----.",
        .keyEncrypted: "Ôtez-la (openssl pkey -in KEY -out KEY) et gardez bien le fichier.",
        .keyKindRefused: "Utilisez une clé P-256, P-384 ou Ed25519.",
        .certificateUnreadable:
            "Donnez des blocs PEM qui commencent par -----BEGIN CERTIFICATE-----.",
        .requestUnreadable: "Donnez un seul bloc -----BEGIN CERTIFICATE REQUEST-----.",
        .requestSignatureWrong: "Refaites la demande avec la clé privée.",
        .identityRefused: "Utilisez le certificat que l’opérateur du serveur a signé.",
        .authorityUnfit: "Donnez le certificat de l’autorité et la clé qui va avec.",
        .libraryFailed: "Vérifiez qu’OpenSSL 3.0 ou plus récent est installé et bien réglé.",
    ]
}
