/*
 * Preloaded into a child process of the fault tests (Linux, LD_PRELOAD). It watches every call that changes one
 * folder and does one of two things: it writes the calls down, so that a power cut can be replayed at any of them,
 * or it lets the Nth of them fail.
 *
 *   PILOTAGE_SHIM_FOLDER   the folder, real path; everything below it counts, nothing else does
 *   PILOTAGE_SHIM_CONTROL  number of a file descriptor: what the child writes there is meant for the shim
 *   PILOTAGE_SHIM_TRACE    file to write the calls to (format: support/trace.ts); none without it
 *   PILOTAGE_SHIM_REPORT   file that tells after "disarm" what was counted: "fired write name sync"
 *
 * Control texts: "arm KINDS POSITION ERRNO ONCE" with KINDS the sum of the kinds below, "disarm", and anything else,
 * which becomes a mark in the trace. Only the thread that works on the folder may write there.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

/* Takes room on the disk: writing, cutting to a length, making a file or folder. */
#define KIND_WRITE 1
/* Changes names only: removing, renaming, giving a second one. */
#define KIND_NAME 2
/* Makes durable: syncing a file or a folder. */
#define KIND_SYNC 4

static const char *folder;
static size_t folder_length;
static int control = -1;
static int trace = -1;
static const char *report;
static int is_ready;

static struct {
  int kinds;
  long position;
  int error;
  int is_once;
  long fired;
  long matching;
  long writes, names, syncs;
} fault;

static void get_ready(void) {
  if (is_ready) return;
  is_ready = 1;
  folder = getenv("PILOTAGE_SHIM_FOLDER");
  folder_length = folder ? strlen(folder) : 0;
  report = getenv("PILOTAGE_SHIM_REPORT");
  const char *number = getenv("PILOTAGE_SHIM_CONTROL");
  if (number) control = atoi(number);
  const char *path = getenv("PILOTAGE_SHIM_TRACE");
  if (path) trace = syscall(SYS_openat, AT_FDCWD, path, O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0600);
}

static int is_watched(const char *path) {
  return folder && path && strncmp(path, folder, folder_length) == 0 &&
         (path[folder_length] == 0 || path[folder_length] == '/');
}

/* The present name of an open file, when it is one of the folder's. */
static int name_of(int descriptor, char *name) {
  char link[40];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t length = readlink(link, name, PATH_MAX - 1);
  if (length <= 0) return 0;
  name[length] = 0;
  return is_watched(name);
}

struct record {
  char type;
  uint16_t length, other_length;
  uint64_t offset;
  uint32_t size;
} __attribute__((packed));

static void record(char type, const char *path, const char *other, uint64_t offset, const void *data, size_t size) {
  if (trace < 0) return;
  int before = errno;
  struct record head = {type, strlen(path), strlen(other), offset, size};
  struct iovec parts[] = {{&head, sizeof head},
                          {(void *)path, head.length},
                          {(void *)other, head.other_length},
                          {(void *)data, size}};
  syscall(SYS_writev, trace, parts, 4);
  errno = before;
}

/* True when this call is the one to fail; errno is set then. */
static int must_fail(int kind) {
  if (kind == KIND_WRITE) fault.writes += 1;
  else if (kind == KIND_NAME) fault.names += 1;
  else fault.syncs += 1;
  if (!(fault.kinds & kind)) return 0;
  fault.matching += 1;
  if (fault.position == 0 || fault.matching < fault.position) return 0;
  if (fault.is_once && fault.matching > fault.position) return 0;
  fault.fired += 1;
  errno = fault.error;
  return 1;
}

static void write_report(void) {
  if (!report) return;
  char text[120];
  int size = snprintf(text, sizeof text, "%ld %ld %ld %ld\n", fault.fired, fault.writes, fault.names, fault.syncs);
  int descriptor = syscall(SYS_openat, AT_FDCWD, report, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0600);
  if (descriptor < 0) return;
  syscall(SYS_write, descriptor, text, size);
  syscall(SYS_close, descriptor);
}

static void obey(const char *bytes, size_t size) {
  char text[256];
  size_t length = size < sizeof text - 1 ? size : sizeof text - 1;
  memcpy(text, bytes, length);
  text[length] = 0;
  int kinds, error, is_once;
  long position;
  if (sscanf(text, "arm %d %ld %d %d", &kinds, &position, &error, &is_once) == 4) {
    memset(&fault, 0, sizeof fault);
    fault.kinds = kinds;
    fault.position = position;
    fault.error = error;
    fault.is_once = is_once;
  } else if (strncmp(text, "disarm", 6) == 0) {
    write_report();
    memset(&fault, 0, sizeof fault);
  } else {
    record('A', "", "", 0, bytes, size);
  }
}

/* The function of this name that we stand before. */
#define REAL(name)                                         \
  static __typeof__(&name) real;                           \
  if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name); \
  get_ready()

ssize_t write(int descriptor, const void *bytes, size_t size) {
  REAL(write);
  if (descriptor == control && control >= 0) {
    obey(bytes, size);
    return size;
  }
  char name[PATH_MAX];
  if (!name_of(descriptor, name)) return real(descriptor, bytes, size);
  if (must_fail(KIND_WRITE)) return -1;
  int flags = fcntl(descriptor, F_GETFL);
  off_t offset = flags & O_APPEND ? lseek(descriptor, 0, SEEK_END) : lseek(descriptor, 0, SEEK_CUR);
  ssize_t done = real(descriptor, bytes, size);
  if (done > 0) record('W', name, "", offset, bytes, done);
  return done;
}

ssize_t writev(int descriptor, const struct iovec *parts, int count) {
  REAL(writev);
  char name[PATH_MAX];
  if (!name_of(descriptor, name)) return real(descriptor, parts, count);
  /* One after the other: a short count is an answer every caller must understand. */
  ssize_t done = 0;
  for (int at = 0; at < count; at += 1) {
    ssize_t more = write(descriptor, parts[at].iov_base, parts[at].iov_len);
    if (more < 0) return done > 0 ? done : -1;
    done += more;
    if ((size_t)more < parts[at].iov_len) break;
  }
  return done;
}

#define WRITE_AT(function, offset_type)                                                       \
  ssize_t function(int descriptor, const void *bytes, size_t size, offset_type offset) {      \
    REAL(function);                                                                           \
    char name[PATH_MAX];                                                                      \
    if (!name_of(descriptor, name)) return real(descriptor, bytes, size, offset);             \
    if (must_fail(KIND_WRITE)) return -1;                                                     \
    ssize_t done = real(descriptor, bytes, size, offset);                                     \
    if (done > 0) record('W', name, "", offset, bytes, done);                                 \
    return done;                                                                              \
  }
WRITE_AT(pwrite, off_t)
WRITE_AT(pwrite64, off64_t)

#define CUT(function, offset_type)                                     \
  int function(int descriptor, offset_type length) {                   \
    REAL(function);                                                    \
    char name[PATH_MAX];                                               \
    if (!name_of(descriptor, name)) return real(descriptor, length);   \
    if (must_fail(KIND_WRITE)) return -1;                              \
    int result = real(descriptor, length);                             \
    if (result == 0) record('T', name, "", length, "", 0);             \
    return result;                                                     \
  }
CUT(ftruncate, off_t)
CUT(ftruncate64, off64_t)

#define SYNC(function)                                         \
  int function(int descriptor) {                               \
    REAL(function);                                            \
    char name[PATH_MAX];                                       \
    if (!name_of(descriptor, name)) return real(descriptor);   \
    if (must_fail(KIND_SYNC)) return -1;                       \
    int result = real(descriptor);                             \
    if (result == 0) record('S', name, "", 0, "", 0);          \
    return result;                                             \
  }
SYNC(fsync)
SYNC(fdatasync)

/* A file that opening makes is a new name; one that it empties is cut to nothing. */
#define OPEN(function, signature, call, path)                                              \
  int function signature {                                                                 \
    REAL(function);                                                                        \
    mode_t mode = 0;                                                                       \
    if (flags & O_CREAT) {                                                                 \
      va_list rest;                                                                        \
      va_start(rest, flags);                                                               \
      mode = va_arg(rest, mode_t);                                                         \
      va_end(rest);                                                                        \
    }                                                                                      \
    if (!(flags & (O_CREAT | O_TRUNC)) || !is_watched(path)) return real call;             \
    int is_there = syscall(SYS_faccessat, AT_FDCWD, path, F_OK) == 0;                      \
    if (!is_there && !(flags & O_CREAT)) return real call;                                 \
    if ((!is_there || flags & O_TRUNC) && must_fail(KIND_WRITE)) return -1;                \
    int descriptor = real call;                                                            \
    if (descriptor >= 0 && !is_there) record('C', path, "", 0, "", 0);                     \
    else if (descriptor >= 0 && flags & O_TRUNC) record('T', path, "", 0, "", 0);          \
    return descriptor;                                                                     \
  }
OPEN(open, (const char *path, int flags, ...), (path, flags, mode), path)
OPEN(open64, (const char *path, int flags, ...), (path, flags, mode), path)
OPEN(openat, (int at, const char *path, int flags, ...), (at, path, flags, mode), path)

#define REMOVE(function, signature, call)                          \
  int function signature {                                         \
    REAL(function);                                                \
    if (!is_watched(path)) return real call;                       \
    if (must_fail(KIND_NAME)) return -1;                           \
    int result = real call;                                        \
    if (result == 0) record('U', path, "", 0, "", 0);              \
    return result;                                                 \
  }
REMOVE(unlink, (const char *path), (path))
REMOVE(unlinkat, (int at, const char *path, int flags), (at, path, flags))
REMOVE(remove, (const char *path), (path))

int mkdir(const char *path, mode_t mode) {
  REAL(mkdir);
  if (!is_watched(path)) return real(path, mode);
  if (must_fail(KIND_WRITE)) return -1;
  int result = real(path, mode);
  if (result == 0) record('D', path, "", 0, "", 0);
  return result;
}

int rename(const char *from, const char *to) {
  REAL(rename);
  if (!is_watched(from) && !is_watched(to)) return real(from, to);
  if (must_fail(KIND_NAME)) return -1;
  int result = real(from, to);
  if (result == 0) record('R', from, to, 0, "", 0);
  return result;
}

int link(const char *from, const char *to) {
  REAL(link);
  if (!is_watched(to)) return real(from, to);
  if (must_fail(KIND_NAME)) return -1;
  int result = real(from, to);
  if (result == 0) record('L', from, to, 0, "", 0);
  return result;
}
