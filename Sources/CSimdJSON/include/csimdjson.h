#pragma once

// simdjson's DOM parser in plain C: a document is simdjson's tape, a value an index into it.

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A parsed text with its buffers. Read by one thread at a time.
typedef struct csimdjson_document csimdjson_document;

/// One value of a document, read off the tape.
typedef struct {
    /// The tape's letter: { [ " l (signed) u (unsigned) d (double) t f n; zero when there is no such value.
    uint8_t type;
    size_t index;
    /// A number's 64 bits, a string's length in bytes, a container's index of the value after it.
    uint64_t bits;
    /// A string's UTF-8, good as long as the document; else null.
    const uint8_t *_Nullable text;
} csimdjson_value;

/// The same nesting limit and largest text as the doc comment of JSONDocument promises.
enum { csimdjson_depth_max = 64 };
static const size_t csimdjson_bytes_max = 64u << 20;

/// Null when the text is not JSON within the limits, or there is no memory; `bad_number` says whether a number was why: one
/// that is written wrong, or that neither 64 bits nor a double hold.
csimdjson_document *_Nullable csimdjson_parse(
    const uint8_t *_Nullable bytes, size_t length, bool *_Nonnull bad_number);
void csimdjson_release(csimdjson_document *_Nonnull document);

/// The index of the root is 1.
csimdjson_value csimdjson_at(const csimdjson_document *_Nonnull document, size_t index);
/// The first member of the object at `index` whose key is these bytes; type zero when there is none or it is no object.
csimdjson_value csimdjson_member(
    const csimdjson_document *_Nonnull document, size_t index, const uint8_t *_Nonnull key, size_t length);
/// The index after the value at `index` and all that is in it.
size_t csimdjson_after(const csimdjson_document *_Nonnull document, size_t index);

#ifdef __cplusplus
}
#endif
