// SPDX-License-Identifier: EUPL-1.2

/// What this program says in French; its names of things and its sentences stand in extensions.
enum French {}
