#include "csimdjson.h"

#include <cstring>
#include <mutex>
#include <new>
#include <simdjson.h>

// The tape is read directly: its format is documented (simdjson, doc/tape.md), and an unoptimised build stays quick.
// A word holds a letter in its top byte and a payload below: a string's offset, or the index after a container.

struct csimdjson_document {
    simdjson::dom::parser parser{csimdjson_bytes_max};
};

namespace {

constexpr uint64_t payload_mask = (uint64_t(1) << 56) - 1;

uint8_t letter(uint64_t word) { return uint8_t(word >> 56); }

// A few parsers with small buffers wait for the next text, so that an order costs no allocation. Bounded: 8 parsers
// of at most about 15 bytes for each byte of the largest text they have seen.
class Pool {
public:
    csimdjson_document *take() {
        const std::lock_guard<std::mutex> guard(mutex);
        return count > 0 ? idle[--count] : nullptr;
    }

    bool keep(csimdjson_document *document) {
        if (document->parser.capacity() > bytes_kept_max) { return false; }
        const std::lock_guard<std::mutex> guard(mutex);
        if (count == idle_max) { return false; }
        idle[count++] = document;
        return true;
    }

private:
    static constexpr size_t idle_max = 8;
    static constexpr size_t bytes_kept_max = 256 << 10;
    std::mutex mutex;
    csimdjson_document *idle[idle_max] = {};
    size_t count = 0;
};

Pool &pool() {
    // Never destroyed: documents may outlive the end of main.
    static Pool *const shared = new Pool;
    return *shared;
}

csimdjson_document *make_document() {
    auto *document = new (std::nothrow) csimdjson_document;
    if (document == nullptr) { return nullptr; }
    // One more than simdjson's own count: it refuses the level that equals its limit.
    if (document->parser.allocate(1024, csimdjson_depth_max + 1) != simdjson::SUCCESS) {
        delete document;
        return nullptr;
    }
    return document;
}

const uint64_t *tape(const csimdjson_document *document) { return document->parser.doc.tape.get(); }

uint32_t string_length(const uint8_t *place) {
    uint32_t length;
    std::memcpy(&length, place, sizeof length);
    return length;
}

const uint8_t *string_place(const csimdjson_document *document, uint64_t word) {
    return document->parser.doc.string_buf.get() + (word & payload_mask);
}

size_t after(const uint64_t *words, size_t index) {
    switch (letter(words[index])) {
    case '{':
    case '[':
        return uint32_t(words[index]);
    case 'l':
    case 'u':
    case 'd':
        return index + 2;
    default:
        return index + 1;
    }
}

} // namespace

csimdjson_document *csimdjson_parse(const uint8_t *bytes, size_t length, bool *bad_number) {
    *bad_number = false;
    if (bytes == nullptr || length == 0 || length > csimdjson_bytes_max) { return nullptr; }
    csimdjson_document *document = pool().take();
    if (document == nullptr) { document = make_document(); }
    if (document == nullptr) { return nullptr; }
    const auto error = document->parser.parse(bytes, length).error();
    if (error != simdjson::SUCCESS) {
        *bad_number = error == simdjson::NUMBER_ERROR;
        csimdjson_release(document);
        return nullptr;
    }
    return document;
}

void csimdjson_release(csimdjson_document *document) {
    if (!pool().keep(document)) { delete document; }
}

csimdjson_value csimdjson_at(const csimdjson_document *document, size_t index) {
    const uint64_t *words = tape(document);
    const uint64_t word = words[index];
    csimdjson_value value = {letter(word), index, 0, nullptr};
    switch (value.type) {
    case '"': {
        const uint8_t *place = string_place(document, word);
        value.bits = string_length(place);
        value.text = place + sizeof(uint32_t);
        break;
    }
    case '{':
    case '[':
        value.bits = uint32_t(word);
        break;
    case 'l':
    case 'u':
    case 'd':
        value.bits = words[index + 1];
        break;
    default:
        break;
    }
    return value;
}

csimdjson_value csimdjson_member(
    const csimdjson_document *document, size_t index, const uint8_t *key, size_t length) {
    const csimdjson_value none = {0, 0, 0, nullptr};
    const uint64_t *words = tape(document);
    if (letter(words[index]) != '{') { return none; }
    // The container's payload points past its closing word.
    const size_t end = uint32_t(words[index]) - 1;
    for (size_t at = index + 1; at < end; at = after(words, at + 1)) {
        const uint8_t *place = string_place(document, words[at]);
        if (string_length(place) == length && std::memcmp(place + sizeof(uint32_t), key, length) == 0) {
            return csimdjson_at(document, at + 1);
        }
    }
    return none;
}

size_t csimdjson_after(const csimdjson_document *document, size_t index) { return after(tape(document), index); }
