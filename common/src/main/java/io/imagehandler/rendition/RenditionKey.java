package io.imagehandler.rendition;

import io.imagehandler.failure.InvalidArgument;
import io.imagehandler.style.Style;
import io.imagehandler.style.StyleName;
import io.imagehandler.transformation.AcceptClass;
import io.imagehandler.transformation.Query;
import io.imagehandler.transformation.Transformation;

/// Where a rendition is stored, which is also the path under which it is asked for behind the edge.
///
/// `_r/s/<key>/<style>[.<version>][.<class>]` or `_r/x/<key>/<canonical operations>[.<class>]`. The
/// key comes first, so that removing an original is a matter of prefixes; what follows the last `/`
/// has none. Paths and keys are equal exactly if they mean the same rendition.
public sealed interface RenditionKey {

    /// The prefix of everything that is not an original.
    String RESERVED = "_r/";

    /// The longest path, in bytes of UTF-8: S3's limit.
    int LONGEST = 1_024;

    OriginalKey original();

    AcceptClass accepts();

    /// The key in the derived bucket, not percent-encoded, at most [#LONGEST] bytes.
    default String path() {
        return RenditionPath.of(this);
    }

    /// The key that a decoded path names, with its leading `/` or without. An ad-hoc text need not
    /// be canonical; the key's own path is.
    ///
    /// @throws InvalidArgument if it is the path of no rendition
    static RenditionKey parse(String decodedPath) {
        return RenditionPath.parse(decodedPath);
    }

    /// A style of an original.
    ///
    /// @param version the style's version, or 0 if it has none
    record OfStyle(OriginalKey original, StyleName style, int version, AcceptClass accepts)
            implements RenditionKey {

        /// @throws InvalidArgument if the path would be longer than S3 allows
        public OfStyle {
            if (version < 0) {
                throw new IllegalArgumentException("version must be at least 0 but is " + version);
            }
            RenditionPath.requireRoom(
                    RenditionPath.ofStyle(original, style, version, accepts), original);
        }

        /// The rendition of `style` for a client of this class.
        ///
        /// @param accepts one of [Style#classes]
        /// @throws InvalidArgument if the path would be longer than S3 allows
        public static OfStyle of(OriginalKey original, Style style, AcceptClass accepts) {
            return new OfStyle(original, style.name(), style.version(), accepts);
        }

        /// Whether renditions of that style, as it is now, are to be found here.
        public boolean isOf(Style one) {
            return style.equals(one.name())
                    && version == one.version()
                    && one.classes().contains(accepts);
        }
    }

    /// A transformation that was asked for by its text.
    ///
    /// @param accepts counts only if the transformation leaves the format to it; otherwise it is
    ///   [AcceptClass#NONE], whatever is passed
    record AdHoc(OriginalKey original, Transformation transformation, AcceptClass accepts)
            implements RenditionKey {

        /// @throws InvalidArgument if the path would be longer than S3 allows
        public AdHoc {
            accepts = transformation.output().isNegotiated() ? accepts : AcceptClass.NONE;
            RenditionPath.requireRoom(
                    RenditionPath.adHoc(original, transformation, accepts), original);
        }
    }

    /// The place where a query about an original is asked. Nothing is ever stored there.
    record OfQuery(OriginalKey original, Query query) implements RenditionKey {

        /// @throws InvalidArgument if the path would be longer than S3 allows
        public OfQuery {
            RenditionPath.requireRoom(
                    RenditionPath.adHoc(original, query, AcceptClass.NONE), original);
        }

        @Override
        public AcceptClass accepts() {
            return AcceptClass.NONE;
        }
    }
}
