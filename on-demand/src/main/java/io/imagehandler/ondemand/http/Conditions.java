package io.imagehandler.ondemand.http;

import io.imagehandler.ondemand.picture.Identity;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/// What a client says it has already.
///
/// @param isSaid whether it says anything
/// @param tags the entity tags of what it has, without quotes
/// @param anything whether whatever there is will do
/// @param since milliseconds since the epoch: it has what was there then; -1 if it does not say so,
///   or names tags, which say it better
record Conditions(boolean isSaid, Set<String> tags, boolean anything, long since) {

    private static final String TAGS = "If-None-Match";
    private static final String SINCE = "If-Modified-Since";

    Conditions {
        tags = Set.copyOf(tags);
    }

    static Conditions of(HttpServletRequest request) {
        String tags = String.join(",", Collections.list(request.getHeaders(TAGS)));
        if (request.getHeader(TAGS) == null) {
            long since = date(request, SINCE);
            return new Conditions(since >= 0, Set.of(), false, since);
        }
        return new Conditions(true, tags(tags), tags.strip().equals("*"), -1);
    }

    /// Whether the client has it already. That whatever there is will do, is of no account: there
    /// may turn out to be nothing.
    boolean know(Identity identity) {
        return tags.contains(identity.tag().value())
                || (since >= 0 && identity.lastModified().toEpochMilli() <= since);
    }

    /// Whether the client needs no copy of what there is.
    boolean makeDoWith(Identity identity) {
        return anything || know(identity);
    }

    /// What is between quotes, weak or not: in this comparison that makes no difference. Linear in
    /// the length of the text.
    static Set<String> tags(String text) {
        var tags = new HashSet<String>();
        int start = text.indexOf('"');
        while (start >= 0) {
            int end = text.indexOf('"', start + 1);
            if (end < 0) {
                return tags;
            }
            tags.add(text.substring(start + 1, end));
            start = text.indexOf('"', end + 1);
        }
        return tags;
    }

    /// The date in a header field, in milliseconds since the epoch; -1 if there is none.
    static long date(HttpServletRequest request, String name) {
        try {
            return request.getDateHeader(name);
        } catch (IllegalArgumentException _) {
            return -1; // By RFC 9110, what is no date is as if it were not there.
        }
    }
}
