// SPDX-License-Identifier: EUPL-1.2

#include <png.h>

/// The version of the struct is a macro with a cast.
static inline png_image recours_png_image(void) {
    png_image image = {0};
    image.version = PNG_IMAGE_VERSION;
    return image;
}
