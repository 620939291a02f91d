/*
 * Preloaded into a process (LD_PRELOAD), it writes down in which order the process changes the database files of one
 * folder, makes them durable, and prints to its standard output: what power-cut replay needs to know.
 *
 *   POWER_CUT_FOLDER  the library folder, an absolute path without symbolic links
 *   POWER_CUT_TRACE   the file to append records to
 *
 * A record is a 64-byte head and the bytes written:
 *   kind    1 byte    W write, T truncate, U unlink, S sync, P printed to standard output
 *   name    47 bytes  the file's name in the folder, "." for the folder itself, zero-padded
 *   offset  8 bytes   where it was written, or the new length
 *   length  8 bytes   of the bytes that follow
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

struct head {
  char kind;
  char name[47];
  int64_t offset;
  int64_t length;
};

static ssize_t (*real_write)(int, const void *, size_t);
static ssize_t (*real_pwrite)(int, const void *, size_t, off64_t);
static int (*real_fsync)(int);
static int (*real_fdatasync)(int);
static int (*real_ftruncate)(int, off64_t);
static int (*real_unlink)(const char *);

static pthread_once_t once = PTHREAD_ONCE_INIT;
static pthread_mutex_t one_record_at_a_time = PTHREAD_MUTEX_INITIALIZER;
static const char *folder;
static int trace = -1;

static void find_real_functions(void) {
  real_write = dlsym(RTLD_NEXT, "write");
  real_pwrite = dlsym(RTLD_NEXT, "pwrite64");
  real_fsync = dlsym(RTLD_NEXT, "fsync");
  real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
  real_ftruncate = dlsym(RTLD_NEXT, "ftruncate64");
  real_unlink = dlsym(RTLD_NEXT, "unlink");
  folder = getenv("POWER_CUT_FOLDER");
  const char *file = getenv("POWER_CUT_TRACE");
  if (file) trace = open(file, O_CREAT | O_APPEND | O_WRONLY | O_CLOEXEC, 0644);
  if (!folder || trace < 0) {
    fputs("power-cut-shim: POWER_CUT_FOLDER and a writable POWER_CUT_TRACE are needed\n", stderr);
    abort();
  }
}

static void start(void) { pthread_once(&once, find_real_functions); }

/* A trace with a hole would prove nothing. */
static void append(const void *bytes, size_t length) {
  if (real_write(trace, bytes, length) != (ssize_t)length) abort();
}

static void record(char kind, const char *name, int64_t offset, const void *bytes, int64_t length) {
  struct head head = {.kind = kind, .offset = offset, .length = length};
  snprintf(head.name, sizeof head.name, "%s", name);
  pthread_mutex_lock(&one_record_at_a_time);
  append(&head, sizeof head);
  if (length > 0) append(bytes, length);
  pthread_mutex_unlock(&one_record_at_a_time);
}

/* The name to record for a path; NULL for files that are no part of the database, and for its shared memory, which no power cut survives. */
static const char *name_in_folder(const char *path) {
  size_t length = strlen(folder);
  if (strncmp(path, folder, length) != 0) return NULL;
  if (path[length] == '\0') return ".";
  const char *name = path + length + 1;
  if (path[length] != '/' || strncmp(name, "library.db", 10) != 0) return NULL;
  return strcmp(name, "library.db-shm") == 0 ? NULL : name;
}

static const char *name_of_handle(int handle, char path[PATH_MAX]) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", handle);
  ssize_t length = readlink(link, path, PATH_MAX - 1);
  if (length <= 0) return NULL;
  path[length] = '\0';
  return name_in_folder(path);
}

ssize_t write(int handle, const void *bytes, size_t length) {
  start();
  char path[PATH_MAX];
  const char *name = handle == STDOUT_FILENO ? NULL : name_of_handle(handle, path);
  off64_t offset = name ? lseek64(handle, 0, SEEK_CUR) : 0;
  ssize_t written = real_write(handle, bytes, length);
  if (written > 0 && handle == STDOUT_FILENO) record('P', "", 0, bytes, written);
  if (written > 0 && name) record('W', name, offset, bytes, written);
  return written;
}

ssize_t pwrite64(int handle, const void *bytes, size_t length, off64_t offset) {
  start();
  char path[PATH_MAX];
  ssize_t written = real_pwrite(handle, bytes, length, offset);
  const char *name = written > 0 ? name_of_handle(handle, path) : NULL;
  if (name) record('W', name, offset, bytes, written);
  return written;
}

ssize_t pwrite(int handle, const void *bytes, size_t length, off_t offset) { return pwrite64(handle, bytes, length, offset); }

static int synced(int result, int handle) {
  char path[PATH_MAX];
  const char *name = result == 0 ? name_of_handle(handle, path) : NULL;
  if (name) record('S', name, 0, NULL, 0);
  return result;
}

int fsync(int handle) {
  start();
  return synced(real_fsync(handle), handle);
}

int fdatasync(int handle) {
  start();
  return synced(real_fdatasync(handle), handle);
}

int ftruncate64(int handle, off64_t length) {
  start();
  char path[PATH_MAX];
  int result = real_ftruncate(handle, length);
  const char *name = result == 0 ? name_of_handle(handle, path) : NULL;
  if (name) record('T', name, length, NULL, 0);
  return result;
}

int ftruncate(int handle, off_t length) { return ftruncate64(handle, length); }

int unlink(const char *path) {
  start();
  int result = real_unlink(path);
  const char *name = result == 0 ? name_in_folder(path) : NULL;
  if (name) record('U', name, 0, NULL, 0);
  return result;
}
