// Stands between a program and the system, by LD_PRELOAD, and counts the calls by which it changes
// files: write, sync, rename, unlink, mkdir, chmod. With
//
//     INTERRUPT_KILL=n     the process is killed right before the n-th of them,
//     INTERRUPT_FAIL=n     the n-th fails as on a full disk, and so do all syncs and writes after it,
//     INTERRUPT_LOG=FILE   each is noted there, a line `call path`, as far as it was let through.
//
// The log is written by system calls of its own, so that it does not count itself.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

static atomic_long calls;
static long kill_before = -1, fail_from = -1;
static int log_file = -1;

__attribute__((constructor)) static void begin(void) {
  const char *number = getenv("INTERRUPT_KILL");
  if (number) kill_before = atol(number);
  number = getenv("INTERRUPT_FAIL");
  if (number) fail_from = atol(number);
  const char *log = getenv("INTERRUPT_LOG");
  if (log) log_file = (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static void note(const char *call, const char *path) {
  if (log_file < 0) return;
  char line[5000];
  int length = snprintf(line, sizeof line, "%s %s\n", call, path);
  syscall(SYS_write, log_file, line, length);
}

// Counts a call, and says whether it is to fail. `takes_room` are calls that a full disk refuses.
static int interrupt(const char *call, const char *path, int takes_room) {
  long number = atomic_fetch_add(&calls, 1) + 1;
  if (number == kill_before) syscall(SYS_kill, getpid(), SIGKILL);
  if (fail_from >= 0 && takes_room && number >= fail_from) {
    errno = ENOSPC;
    return 1;
  }
  note(call, path);
  return 0;
}

static const char *path_of(int descriptor, char *buffer, size_t size) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t length = readlink(link, buffer, size - 1);
  buffer[length < 0 ? 0 : length] = 0;
  return buffer;
}

static int is_file(int descriptor) {
  struct stat status;
  return fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
}

// Of the standard streams and files; threads wake each other by writing too. Messages must come
// through, or a test could not read why the program stopped.
static int interrupt_write(int descriptor) {
  char path[4096];
  if (descriptor > 2 && !is_file(descriptor)) return 0;
  return interrupt("write", path_of(descriptor, path, sizeof path), descriptor > 2);
}

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t write(int descriptor, const void *bytes, size_t count) {
  if (interrupt_write(descriptor)) return -1;
  return NEXT(write)(descriptor, bytes, count);
}

ssize_t pwrite(int descriptor, const void *bytes, size_t count, off_t offset) {
  if (interrupt_write(descriptor)) return -1;
  return NEXT(pwrite)(descriptor, bytes, count, offset);
}

ssize_t writev(int descriptor, const struct iovec *parts, int count) {
  if (interrupt_write(descriptor)) return -1;
  return NEXT(writev)(descriptor, parts, count);
}

int fsync(int descriptor) {
  char path[4096];
  if (interrupt("sync", path_of(descriptor, path, sizeof path), 1)) return -1;
  return NEXT(fsync)(descriptor);
}

int fdatasync(int descriptor) {
  char path[4096];
  if (interrupt("sync", path_of(descriptor, path, sizeof path), 1)) return -1;
  return NEXT(fdatasync)(descriptor);
}

int ftruncate(int descriptor, off_t length) {
  char path[4096];
  if (interrupt("truncate", path_of(descriptor, path, sizeof path), 1)) return -1;
  return NEXT(ftruncate)(descriptor, length);
}

int fchmod(int descriptor, mode_t mode) {
  char path[4096];
  if (interrupt("chmod", path_of(descriptor, path, sizeof path), 0)) return -1;
  return NEXT(fchmod)(descriptor, mode);
}

int fchown(int descriptor, uid_t user, gid_t group) {
  char path[4096];
  if (interrupt("chown", path_of(descriptor, path, sizeof path), 0)) return -1;
  return NEXT(fchown)(descriptor, user, group);
}

int open(const char *path, int flags, ...) {
  mode_t mode = 0;
  if (flags & O_CREAT) {
    __builtin_va_list arguments;
    __builtin_va_start(arguments, flags);
    mode = __builtin_va_arg(arguments, mode_t);
    __builtin_va_end(arguments);
    if (interrupt("create", path, 1)) return -1;
  }
  return NEXT(open)(path, flags, mode);
}

int rename(const char *from, const char *to) {
  if (interrupt("rename", to, 1)) return -1;
  return NEXT(rename)(from, to);
}

int unlink(const char *path) {
  if (interrupt("unlink", path, 0)) return -1;
  return NEXT(unlink)(path);
}

int mkdir(const char *path, mode_t mode) {
  if (interrupt("mkdir", path, 1)) return -1;
  return NEXT(mkdir)(path, mode);
}
