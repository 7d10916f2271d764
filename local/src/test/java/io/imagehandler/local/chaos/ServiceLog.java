package io.imagehandler.local.chaos;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What a service wrote down during some time, one JSON object a line.
///
/// @param lines how many
/// @param requests those that are of one request each
/// @param more the requests that had no line of their own, but were counted
/// @param odd lines that are no JSON, hold anything but visible ASCII, or tell of a request that
///   had its line already; at most ten
public record ServiceLog(int lines, int requests, long more, List<String> odd) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_ODD = 10;

    public ServiceLog {
        odd = List.copyOf(odd);
    }

    /// Where it ends now.
    public static long end(ServiceProcess service) throws IOException {
        return Files.size(service.log());
    }

    /// All from there on.
    public static ServiceLog since(long begin, ServiceProcess service) throws IOException {
        return read(service.log(), begin);
    }

    /// The requests that were told of, one by one or counted.
    public long told() {
        return requests + more;
    }

    private static ServiceLog read(Path log, long begin) throws IOException {
        var lines = 0;
        var more = 0L;
        var ids = new HashSet<String>();
        var odd = new ArrayList<String>();
        try (var file = Files.newInputStream(log)) {
            file.skipNBytes(begin);
            var reader = new BufferedReader(new InputStreamReader(file, ISO_8859_1));
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                lines++;
                try {
                    var json = JSON.readTree(line);
                    more += json.path("more").asLong(0);
                    var id = json.path("requestId").asString("");
                    if (!line.matches("[ -~]+") || !(id.isEmpty() || ids.add(id))) {
                        odd.add(line);
                    }
                } catch (JacksonException e) {
                    odd.add(line);
                }
            }
        }
        return new ServiceLog(
                lines, ids.size(), more, odd.subList(0, Math.min(odd.size(), MOST_ODD)));
    }
}
