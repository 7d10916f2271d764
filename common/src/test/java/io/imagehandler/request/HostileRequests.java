package io.imagehandler.request;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/// Requests that no well-meaning client sends, made from a seed. None of them is to be answered
/// with anything but a refusal.
public final class HostileRequests {

    private static final String END = "\r\n\r\n";
    private static final List<String> RESERVED =
            List.of("_r", "%5Fr", "%5fr", "_%72", "%5f%72", "%5F%72");
    private static final List<String> DOTS = List.of(".", "..", "%2e", "%2E%2e", ".%2E", "%2e.");
    private static final List<String> ESCAPES =
            List.of("%", "%4", "%zz", "%g0", "%-1", "%ff", "%c0%af", "%ed%a0%80", "%f5%80%80%80");
    private static final List<String> CONTROLS =
            List.of("%00", "%0a", "%0d%0aX-A:%20b", "%1b[31m", "%7f", "%c2%85", "%09");
    private static final List<String> TEXTS =
            List.of(
                    "image/resise,w_1",
                    "image/resize,w_0",
                    "image/resize,w_99999999999999999999",
                    "image/resize,w_1e9",
                    "image/resize,w_1,w_1",
                    "image/rotate,-1",
                    "image/blur,r_51,s_1",
                    "image/watermark,text_!!",
                    "image/watermark,image_Li4vLi4v",
                    "image/quality,q_101",
                    "image/format,exe",
                    "image/crop,w_%00",
                    "video/snapshot",
                    "style/../../a",
                    "style/a/b",
                    "image/resize,w_${jndi:ldap://a}",
                    "image/info/resize,w_1");
    private static final List<String> METHODS =
            List.of(
                    "POST",
                    "PUT",
                    "DELETE",
                    "PATCH",
                    "OPTIONS",
                    "TRACE",
                    "CONNECT",
                    "PROPFIND",
                    "get",
                    "GETT",
                    "X".repeat(100));
    private static final List<String> FIELDS =
            List.of(
                    "Range: bytes=-,-,-,0-",
                    "If-None-Match: \"\"\"\",W/W/*",
                    "If-Modified-Since: -1",
                    "Accept: ;;;q=q=q,,,image/",
                    "Host: a\r\nHost: b",
                    "Transfer-Encoding: chunked\r\nContent-Length: 3",
                    "Transfer-Encoding: identity, chunked",
                    "Content-Length: -1",
                    "Content-Length: 1\r\nContent-Length: 2",
                    "Content-Length: 5",
                    "Expect: 200-maybe",
                    "Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: AAMA",
                    "X-Forwarded-For: ${jndi:ldap://a}",
                    "X-HTTP-Method-Override: DELETE",
                    "X-Original-URL: /a.png",
                    "X A: b",
                    ": b",
                    " folded: b",
                    "X-Nul: a\u0000b",
                    "X-Esc: \u001b[2J");

    private final Random random;

    public HostileRequests(long seed) {
        this.random = new Random(seed);
    }

    /// Another one, one character for each byte.
    public String next() {
        return pick(kinds()).get();
    }

    private List<Supplier<String>> kinds() {
        return List.of(
                () -> get(path(pick(ESCAPES))),
                () -> get(path(pick(CONTROLS))),
                () -> get(path("/" + pick(DOTS) + pick(List.of("/", "%2f", "%2F")) + "etc")),
                this::reserved,
                () -> get("/" + name().repeat(1 + 1_100 / 8)),
                () -> get("/" + "k".repeat(8_200 + random.nextInt(20_000))),
                () -> get("/a.png?x-oss-process=" + pick(TEXTS)),
                () -> get("/a.png?x-oss-process=image/resize,w_1" + ",".repeat(2_100)),
                () -> get("/a.png?" + "v=1&".repeat(2_100)),
                this::repeated,
                () -> request(pick(METHODS), "/a.png", "X-A: b"),
                () -> request("GET", "/a.png?im=" + name(), pick(FIELDS)),
                () -> request("GET", "/a.png?im=x", fields(51 + random.nextInt(200))),
                () -> request("GET", "/a.png?im=x", "X-A: " + "x".repeat(8_200)),
                () -> get("/" + raw()),
                this::noHttp);
    }

    private String reserved() {
        String slashes = "/".repeat(1 + random.nextInt(3));
        String rest =
                pick(
                        List.of(
                                "/x/a.png",
                                "/s/a.png/",
                                "/q/a.png/resize,w_9",
                                "/",
                                "//",
                                "/x//resize,w_9",
                                "/s/a.png/small.0",
                                "/x/a.png/resize,w_0",
                                "/s/a.png/no~such~style",
                                "/x/a.png/resize,w_9.avif",
                                "/x/_r/x/a.png/resize,w_9"));
        return get(slashes + pick(RESERVED) + rest);
    }

    private String repeated() {
        String one = pick(List.of("x-oss-process=style/small", "im=Resize,width=9"));
        String other =
                pick(
                        List.of(
                                one,
                                "X-OSS-PROCESS=style/small",
                                "Im=Resize,width=9",
                                "%78-oss-process=image/info&x-oss-process=image/info",
                                "x-oss-process=image/info&im=Resize,width=9"));
        return get("/a.png?" + one + "&v=1&" + other);
    }

    /// Bytes that are no request target at all.
    private String raw() {
        var text = new StringBuilder("\u0080");
        for (int i = random.nextInt(60); i > 0; i--) {
            text.append((char) (0x80 + random.nextInt(0x80)));
        }
        return text.toString();
    }

    private String noHttp() {
        return pick(
                        List.of(
                                "\u0016\u0003\u0001\u0000\u00f8",
                                "PRI * HTTP/2.0",
                                "GET",
                                "GET /a.png?im=x",
                                "GET  HTTP/1.1",
                                "GET /a.png HTTP/1.1 HTTP/1.1",
                                "GET http://[::1/a.png HTTP/1.1\r\nHost: a",
                                "GET /a.png HTTP/3.0\r\nHost: a",
                                raw()))
                + END;
    }

    private String fields(int count) {
        var fields = new StringBuilder("X: 1");
        for (int i = 1; i < count; i++) {
            fields.append("\r\nX-").append(i).append(": 1");
        }
        return fields.toString();
    }

    private String path(String evil) {
        return "/" + name() + evil + "/" + name();
    }

    private String name() {
        return "%08x".formatted(random.nextInt());
    }

    private String get(String target) {
        return request("GET", target, "Accept: */*");
    }

    private static String request(String method, String target, String fields) {
        return method + " " + target + " HTTP/1.1\r\nHost: images\r\n" + fields + END;
    }

    private <T> T pick(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }
}
