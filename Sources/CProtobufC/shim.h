// SPDX-License-Identifier: EUPL-1.2

#include <protobuf-c/protobuf-c.h>
