// SPDX-License-Identifier: EUPL-1.2

internal import RecoursPictures

/// What is said of pictures and their hashes.
enum PictureSentence: Sentence {
    case failed(PictureError)
    case remedy(PictureError)
    case saveSmaller
    case fewDetails(String, quality: Int)
    /// Of a picture that a file names, without its name.
    case unusable

    var french: String {
        switch self {
        case .failed(let error): French.meaning(error.code)
        case .remedy(let error): French.remedy(error.code)
        case .saveSmaller: "Enregistrez l’image en plus petit."
        case .unusable: "ce fichier manque, ou n’est pas une image lisible"
        case .fewDetails(let path, let quality):
            "\(path) : trop peu de détails (qualité \(quality) sur 100), l’empreinte ne "
                + "distingue pas cette image d’autres"
        }
    }

    var english: String {
        switch self {
        case .failed(let error): error.message
        case .remedy(let error): error.remedy
        case .saveSmaller: "Save the picture smaller."
        case .unusable: "this file is missing, or is no picture that can be read"
        case .fewDetails(let path, let quality):
            "\(path): too few details (quality \(quality) of 100), the hash does not tell this "
                + "picture from others"
        }
    }
}

extension French {
    fileprivate static func meaning(_ code: PictureError.Code) -> String {
        switch code {
        case .unknownFormat: "ce fichier n’est ni JPEG, ni PNG, ni WebP"
        case .damaged: "l’image est endommagée, tronquée ou d’un genre rare"
        case .animated: "ce fichier WebP est une image animée"
        case .tooLarge:
            "l’image dépasse \(PictureLimits.pixels >> 20) mégapixels ou "
                + "\(PictureLimits.scans) passes"
        case .tooSmall: "l’image a moins de \(PictureLimits.leastSide) pixels de côté"
        default: "le décodeur a manqué de mémoire"
        }
    }

    fileprivate static func remedy(_ code: PictureError.Code) -> String {
        switch code {
        case .unknownFormat: "Convertissez-la dans l’un de ces formats."
        case .damaged: "Enregistrez-la avec un autre programme, ou prenez une autre copie."
        case .animated: "Enregistrez l’une de ses images."
        case .tooLarge: "Enregistrez l’image en plus petit."
        case .tooSmall: "Prenez une copie plus grande."
        default: "Réessayez quand il y en aura davantage."
        }
    }
}
