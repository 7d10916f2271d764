/* What settings of libvips' encoders cost. Reads `picture|suffix with options|out,repeats` lines, for example
 * `a.png|.webp[Q=75,effort=2]|/tmp/a.webp,1`, writes the file and answers `CPU-microseconds,bytes`.
 *
 * The functions are declared here, so that neither headers nor a system libvips are needed: the pinned library is linked. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

typedef struct VipsImage VipsImage;
int vips_init(const char *name);
void vips_concurrency_set(int threads);
void vips_cache_set_max(int max);
const char *vips_error_buffer(void);
void vips_error_clear(void);
VipsImage *vips_image_new_from_file(const char *name, ...);
VipsImage *vips_image_copy_memory(VipsImage *image);
int vips_image_write_to_buffer(VipsImage *in, const char *suffix, void **buffer, size_t *size, ...);
void g_object_unref(void *object);
void g_free(void *memory);

static VipsImage *picture;
static char picture_name[4096];

static long long cpu(void) {
    struct rusage used;
    getrusage(RUSAGE_SELF, &used);
    return (used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1000000LL + used.ru_utime.tv_usec + used.ru_stime.tv_usec;
}

static int hold(const char *name) {
    if (picture && !strcmp(name, picture_name)) return 0;
    if (picture) g_object_unref(picture);
    VipsImage *lazy = vips_image_new_from_file(name, NULL);
    if (!lazy) return 1;
    picture = vips_image_copy_memory(lazy);
    g_object_unref(lazy);
    snprintf(picture_name, sizeof picture_name, "%s", name);
    return !picture;
}

static int write_file(const char *name, const void *bytes, size_t length) {
    FILE *file = fopen(name, "wb");
    if (!file) return 1;
    size_t written = fwrite(bytes, 1, length, file);
    return fclose(file) != 0 || written != length;
}

static const char *answer(const char *name, const char *suffix, const char *out, int repeats) {
    if (hold(name)) return "unreadable";
    size_t length = 0;
    long long used = 0;
    for (int i = 0; i < repeats; i++) {
        void *bytes = NULL;
        long long before = cpu();
        if (vips_image_write_to_buffer(picture, suffix, &bytes, &length, NULL)) return "refused";
        used += cpu() - before;
        int failed = i == 0 && write_file(out, bytes, length);
        g_free(bytes);
        if (failed) return "unwritable";
    }
    printf("%lld,%zu\n", used / repeats, length);
    return NULL;
}

int main(int argc, char **argv) {
    (void) argc;
    char line[16384];
    if (vips_init(argv[0])) return 1;
    vips_concurrency_set(1);
    vips_cache_set_max(0);
    while (fgets(line, sizeof line, stdin)) {
        char *comma = strrchr(line, ',');
        if (comma) *comma = 0;
        char *name = strtok(line, "|"), *suffix = strtok(NULL, "|"), *out = strtok(NULL, "|");
        const char *failed = comma && name && suffix && out ? answer(name, suffix, out, atoi(comma + 1)) : "not understood";
        if (failed) {
            printf("! %s: %s\n", failed, vips_error_buffer());
            vips_error_clear();
        }
        fflush(stdout);
    }
    return 0;
}
