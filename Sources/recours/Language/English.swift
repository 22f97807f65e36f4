// SPDX-License-Identifier: EUPL-1.2

/// What this program says in English; its names of things and its sentences stand in extensions.
enum English {}
