// SPDX-License-Identifier: EUPL-1.2

/// The eight ways to lay a picture on the table: as it is, turned and mirrored.
public enum PictureSymmetry: String, CaseIterable, Sendable {
    /// As it is.
    case original
    /// By 90° against the clock.
    case turnedLeft
    /// By 180°.
    case turnedHalf
    /// By 90° with the clock.
    case turnedRight
    /// Top and bottom change places.
    case mirroredVertically
    /// Left and right change places.
    case mirroredHorizontally
    /// Rows become columns: mirrored along the diagonal from the top left.
    case transposed
    /// Mirrored along the diagonal from the top right.
    case antitransposed

    var swapsAxes: Bool {
        switch self {
        case .turnedLeft, .turnedRight, .transposed, .antitransposed: true
        case .original, .turnedHalf, .mirroredVertically, .mirroredHorizontally: false
        }
    }

    /// Whether top and bottom change places, after the axes have.
    var flipsRows: Bool {
        switch self {
        case .turnedLeft, .turnedHalf, .mirroredVertically, .antitransposed: true
        case .original, .turnedRight, .mirroredHorizontally, .transposed: false
        }
    }

    /// Whether left and right change places, after the axes have.
    var flipsColumns: Bool {
        switch self {
        case .turnedHalf, .turnedRight, .mirroredHorizontally, .antitransposed: true
        case .original, .turnedLeft, .mirroredVertically, .transposed: false
        }
    }
}
