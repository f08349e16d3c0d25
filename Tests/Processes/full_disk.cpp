// A disk that is full: after DISK_FULL_BYTES written to files in DISK_FULL_FOLDER, every write to them fails with ENOSPC.
// For LD_PRELOAD; the process tests compile it.
#include <atomic>
#include <cerrno>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <sys/types.h>
#include <unistd.h>

static std::atomic<long long> written{0};

static bool is_full(int descriptor, size_t count) {
    static const char *folder = getenv("DISK_FULL_FOLDER");
    static const char *bytes = getenv("DISK_FULL_BYTES");
    if (!folder || !bytes) return false;
    char link[64], path[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return false;
    path[length] = 0;
    // The shared-memory index is memory; a real full disk can refuse it too, but only when it grows.
    if (strncmp(path, folder, strlen(folder)) != 0 || strstr(path, "-shm")) return false;
    if (written.load() >= atoll(bytes)) {
        errno = ENOSPC;
        return true;
    }
    written += static_cast<long long>(count);
    return false;
}

template <typename Function> static Function next(const char *name) {
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

extern "C" ssize_t pwrite64(int descriptor, const void *bytes, size_t count, off64_t offset) {
    static auto real = next<ssize_t (*)(int, const void *, size_t, off64_t)>("pwrite64");
    return is_full(descriptor, count) ? -1 : real(descriptor, bytes, count, offset);
}

extern "C" ssize_t pwrite(int descriptor, const void *bytes, size_t count, off_t offset) {
    static auto real = next<ssize_t (*)(int, const void *, size_t, off_t)>("pwrite");
    return is_full(descriptor, count) ? -1 : real(descriptor, bytes, count, offset);
}

extern "C" ssize_t write(int descriptor, const void *bytes, size_t count) {
    static auto real = next<ssize_t (*)(int, const void *, size_t)>("write");
    return is_full(descriptor, count) ? -1 : real(descriptor, bytes, count);
}
