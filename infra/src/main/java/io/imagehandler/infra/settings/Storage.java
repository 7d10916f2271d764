package io.imagehandler.infra.settings;

/// Buckets and tables.
///
/// @param originalsBucket an existing bucket of this account and region; blank: one is made
/// @param versionedOriginals whether the bucket that is made keeps what is overwritten or deleted
/// @param noncurrentDays how long it keeps that
/// @param adhocRenditionDays how long renditions stay that no style names
/// @param styleTable an existing table of styles; blank: one is made
/// @param keepData whether originals, styles and logs outlive the stack. Originals do in any case
public record Storage(
        String originalsBucket,
        boolean versionedOriginals,
        int noncurrentDays,
        int adhocRenditionDays,
        String styleTable,
        boolean keepData) {

    public Storage {
        ImageServiceSettings.requireShape(
                "originalsBucket",
                originalsBucket,
                "[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]",
                "my-photos");
        ImageServiceSettings.requireShape(
                "styleTable", styleTable, "[A-Za-z0-9_.-]{3,255}", "image-styles");
    }

    static Storage from(Context context) {
        return new Storage(
                context.text("originalsBucket", ""),
                context.flag("versionedOriginals", true),
                context.number("noncurrentDays", 30, 1, 3650),
                context.number("adhocRenditionDays", 30, 1, 3650),
                context.text("styleTable", ""),
                context.flag("keepData", true));
    }
}
