package io.imagehandler.local.chaos.worker;

import java.util.List;

/// Keys that somebody gets wrong.
final class Keys {

    /// Those that the embedded S3 can keep.
    static final List<String> STORABLE =
            List.of(
                    "e7/a.jpg",
                    "e7/a.jpg.d/b.jpg",
                    "e7/plain",
                    "e7/with space.jpg",
                    "e7/ leading.jpg",
                    "e7/a+b.jpg",
                    "e7/a%2Fb.jpg",
                    "e7/100%.jpg",
                    "e7/%25.jpg",
                    "e7/%E2%82.jpg",
                    "e7/a&b=c.jpg",
                    "e7/a?b#c.jpg",
                    "e7/'quoted\".jpg",
                    "e7/(1)~!*.jpg",
                    "e7/a\\b.jpg",
                    "e7/<b>.jpg",
                    "e7/{}|^`.jpg",
                    "e7/[page=2].jpg",
                    "e7/x.jpg[page=2]",
                    "e7/a:b@c,d;e.jpg",
                    "e7/$(id).jpg",
                    "e7/日本/写真.jpg",
                    "e7/🐈‍⬛.jpg",
                    "e7/صورة.jpg",
                    "e7/\u202Erlo.jpg",
                    "e7/caf\u00E9.jpg",
                    "e7/cafe\u0301.jpg",
                    "e7/ß İ ı.jpg",
                    "e7/no-break\u00A0space.jpg",
                    "e7/.hidden",
                    "e7/..two",
                    "e7/three...",
                    "e7/UPPER.JPG",
                    "e7/upper.jpg",
                    "e7/thumb",
                    "e7/thumb.webp",
                    "e7/s/x/m",
                    "e7/_r/inside.jpg",
                    "e7/" + ("x".repeat(200) + "/").repeat(4) + "longest.jpg");

    /// Legal, and not to be kept in files: nothing is there when they are looked for.
    static final List<String> UNSTORABLE = List.of("e7/a//b.jpg", "/e7/leading.jpg", "e7//");

    /// No original has such a key.
    static final List<String> BAD =
            List.of(
                    "e7/../up.jpg",
                    "e7/./here.jpg",
                    "_r/s/e7/x.jpg/thumb",
                    "/_r/x/e7.jpg",
                    "e7/new\nline.jpg",
                    "e7/nul\u0000.jpg",
                    "e7/" + "x".repeat(1100),
                    "..");

    private Keys() {}
}
