/* The limit: the same libvips called from C. Reads `case repeats` lines, answers `CPU-microseconds bytes`.
 *
 *   libvips CASES PICTURES
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
int vips_thumbnail_buffer(void *file, size_t length, VipsImage **out, int width, ...);
int vips_jpegsave_buffer(VipsImage *in, void **out, size_t *length, ...);
int vips_webpsave_buffer(VipsImage *in, void **out, size_t *length, ...);
int vips_heifsave_buffer(VipsImage *in, void **out, size_t *length, ...);
int vips_gifsave_buffer(VipsImage *in, void **out, size_t *length, ...);
int vips_thumbnail_image(VipsImage *in, VipsImage **out, int width, ...);
VipsImage *vips_image_copy_memory(VipsImage *image);
void g_object_unref(void *object);
void g_free(void *memory);

enum { AV1 = 4, HALF_COLOURS = 1, NO_METADATA = 0, DOWN = 2, ANY_HEIGHT = 10000000 };

typedef struct {
    char name[80], source[80], format[8];
    int width, quality, effort;
    void *file;
    size_t length;
} Case;

static Case cases[64];
static int count;

static void fail(const char *what) {
    printf("! %s: %s\n", what, vips_error_buffer());
    fflush(stdout);
    exit(1);
}

static void load(Case *c, const char *folder) {
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, c->source);
    FILE *file = fopen(path, "rb");
    if (!file) fail(path);
    fseek(file, 0, SEEK_END);
    c->length = ftell(file);
    rewind(file);
    c->file = malloc(c->length);
    if (fread(c->file, 1, c->length, file) != c->length) fail(path);
    fclose(file);
}

static size_t save(VipsImage *image, const char *format, int quality, int effort) {
    void *out = NULL;
    size_t length = 0;
    int failed = 1;
    if (!strcmp(format, "jpg"))
        failed = vips_jpegsave_buffer(image, &out, &length, "Q", quality, "optimize_coding", 1, "subsample_mode", HALF_COLOURS,
                                      "keep", NO_METADATA, NULL);
    else if (!strcmp(format, "webp"))
        failed = vips_webpsave_buffer(image, &out, &length, "Q", quality, "effort", effort, "keep", NO_METADATA, NULL);
    else if (!strcmp(format, "avif"))
        failed = vips_heifsave_buffer(image, &out, &length, "compression", AV1, "Q", quality, "effort", effort, "bitdepth", 8,
                                      "keep", NO_METADATA, NULL);
    else if (!strcmp(format, "gif"))
        failed = vips_gifsave_buffer(image, &out, &length, "reuse", 1, "keep_duplicate_frames", 1, "keep", NO_METADATA, NULL);
    if (failed) fail(format);
    g_free(out);
    return length;
}

static VipsImage *thumbnail(Case *c, int width) {
    VipsImage *image = NULL;
    const char *pages = strstr(c->source, ".gif") ? "n=-1" : "";
    if (vips_thumbnail_buffer(c->file, c->length, &image, width, "height", ANY_HEIGHT, "size", DOWN, "option_string", pages, NULL))
        fail(c->name);
    return image;
}

static size_t render(Case *c) {
    VipsImage *image = thumbnail(c, c->width);
    size_t length = save(image, c->format, c->quality, c->effort);
    g_object_unref(image);
    return length;
}

/* What no sharing can go below: one decode, shrunk to the largest width, and the encoding of pictures that are there. */
static const int widths[] = {1600, 800, 400, 200, 100};
static VipsImage *there[5];

/* As this product writes them: small ones with more effort. */
static int webp_effort(int width) {
    return width <= 400 ? 4 : 2;
}

static size_t eager_floor(Case *c) {
    size_t length = 0;
    if (!there[0])
        for (int i = 0; i < 5; i++) {
            VipsImage *image = thumbnail(c, widths[i]);
            there[i] = vips_image_copy_memory(image);
            g_object_unref(image);
        }
    VipsImage *image = thumbnail(c, widths[0]);
    VipsImage *decoded = vips_image_copy_memory(image);
    g_object_unref(image);
    for (int i = 0; i < 5; i++) {
        length += save(there[i], "jpg", 80, 0);
        length += save(there[i], "webp", 75, webp_effort(widths[i]));
    }
    g_object_unref(decoded);
    return length;
}

static size_t eager_alone(Case *c) {
    size_t length = 0;
    for (int i = 0; i < 5; i++) {
        VipsImage *image = thumbnail(c, widths[i]);
        length += save(image, "jpg", 80, 0);
        g_object_unref(image);
        image = thumbnail(c, widths[i]);
        length += save(image, "webp", 75, webp_effort(widths[i]));
        g_object_unref(image);
    }
    return length;
}

static long long cpu(void) {
    struct rusage used;
    getrusage(RUSAGE_SELF, &used);
    return (used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1000000LL + used.ru_utime.tv_usec + used.ru_stime.tv_usec;
}

static int knows(const char *name) {
    if (!strcmp(name, "eager floor") || !strcmp(name, "eager alone")) return 1;
    for (int i = 0; i < count; i++)
        if (!strcmp(cases[i].name, name)) return 1;
    return 0;
}

static size_t run(const char *name) {
    if (!strcmp(name, "eager floor")) return eager_floor(&cases[0]);
    if (!strcmp(name, "eager alone")) return eager_alone(&cases[0]);
    for (int i = 0; i < count; i++)
        if (!strcmp(cases[i].name, name)) return render(&cases[i]);
    fail(name);
    return 0;
}

int main(int argc, char **argv) {
    char line[4096];
    if (argc != 3 || vips_init(argv[0])) fail("usage: libvips CASES PICTURES");
    vips_concurrency_set(1);
    vips_cache_set_max(0);
    FILE *list = fopen(argv[1], "r");
    if (!list || !fgets(line, sizeof line, list)) fail(argv[1]);
    while (fgets(line, sizeof line, list)) {
        Case *c = &cases[count++];
        if (sscanf(line, "%79[^,],%79[^,],%d,%7[^,],%d,%d", c->name, c->source, &c->width, c->format, &c->quality, &c->effort) != 6)
            fail(line);
        load(c, argv[2]);
    }
    fclose(list);
    while (fgets(line, sizeof line, stdin)) {
        char *comma = strrchr(line, ',');
        if (!comma) fail(line);
        *comma = 0;
        if (!knows(line)) {
            printf("! not done\n");
            fflush(stdout);
            continue;
        }
        int repeats = atoi(comma + 1);
        size_t length = 0;
        long long before = cpu();
        for (int i = 0; i < repeats; i++) length = run(line);
        printf("%lld,%zu\n", (cpu() - before) / repeats, length);
        fflush(stdout);
    }
    return 0;
}
