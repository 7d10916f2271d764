package io.imagehandler.rendition;

import io.imagehandler.failure.InvalidArgument;
import io.imagehandler.style.StyleName;
import io.imagehandler.transformation.AcceptClass;
import io.imagehandler.transformation.Processing;
import io.imagehandler.transformation.Query;
import io.imagehandler.transformation.Transformation;
import io.imagehandler.transformation.TransformationGrammar;
import java.nio.charset.StandardCharsets;

/// How a [RenditionKey] is written.
final class RenditionPath {

    private static final String OF_STYLE = RenditionKey.RESERVED + "s/";
    private static final String AD_HOC = RenditionKey.RESERVED + "x/";
    private static final String PROCESSOR = "image/";

    /// Stands for `/` between operations and for `.` in names of styles: what follows the last `/`
    /// is no key, and what follows a `.` is no name. No text and no name has it.
    private static final char STAND_IN = '~';

    private RenditionPath() {}

    static String of(RenditionKey key) {
        return switch (key) {
            case RenditionKey.OfStyle(var original, var style, var version, var accepts) ->
                    ofStyle(original, style, version, accepts);
            case RenditionKey.AdHoc(var original, var transformation, var accepts) ->
                    adHoc(original, transformation, accepts);
            case RenditionKey.OfQuery(var original, var query) ->
                    adHoc(original, query, AcceptClass.NONE);
        };
    }

    static String ofStyle(OriginalKey original, StyleName style, int version, AcceptClass accepts) {
        String name = style.value().replace('.', STAND_IN);
        return OF_STYLE
                + original
                + "/"
                + name
                + (version == 0 ? "" : "." + version)
                + suffix(accepts);
    }

    static String adHoc(OriginalKey original, Processing processing, AcceptClass accepts) {
        String text = TransformationGrammar.canonical(processing);
        String operations = text.substring(PROCESSOR.length()).replace('/', STAND_IN);
        return AD_HOC + original + "/" + operations + suffix(accepts);
    }

    private static String suffix(AcceptClass accepts) {
        return accepts == AcceptClass.NONE ? "" : "." + accepts.word();
    }

    /// @throws InvalidArgument if the path is longer than S3 allows
    static void requireRoom(String path, OriginalKey original) {
        if (path.getBytes(StandardCharsets.UTF_8).length > RenditionKey.LONGEST) {
            throw new InvalidArgument(
                    "path",
                    original.value(),
                    RenditionKey.LONGEST + " bytes with its transformation",
                    "is too long");
        }
    }

    static RenditionKey parse(String decodedPath) {
        String path = decodedPath.startsWith("/") ? decodedPath.substring(1) : decodedPath;
        int slash = path.lastIndexOf('/');
        if (slash > OF_STYLE.length() && path.startsWith(OF_STYLE)) {
            OriginalKey original = OriginalKey.of(path.substring(OF_STYLE.length(), slash));
            return styleVariant(original, path.substring(slash + 1));
        }
        if (slash > AD_HOC.length() && path.startsWith(AD_HOC)) {
            OriginalKey original = OriginalKey.of(path.substring(AD_HOC.length(), slash));
            return adHocVariant(original, path.substring(slash + 1));
        }
        throw new InvalidArgument("path", path, "_r/s/<key>/… or _r/x/<key>/…", "is not known");
    }

    private static RenditionKey adHocVariant(OriginalKey original, String variant) {
        String operations = withoutClass(variant);
        String text = PROCESSOR + operations.replace(STAND_IN, '/');
        Processing processing = TransformationGrammar.parseProcessing(text);
        AcceptClass accepts = classOf(variant);
        if (accepts != AcceptClass.NONE && !isNegotiated(processing)) {
            throw new InvalidArgument("path", variant, "a class after format,auto", "has a class");
        }
        return switch (processing) {
            case Query query -> new RenditionKey.OfQuery(original, query);
            case Transformation transformation ->
                    new RenditionKey.AdHoc(original, transformation, accepts);
        };
    }

    private static boolean isNegotiated(Processing processing) {
        return switch (processing) {
            case Query _ -> false;
            case Transformation transformation -> transformation.output().isNegotiated();
        };
    }

    private static RenditionKey styleVariant(OriginalKey original, String variant) {
        String versioned = withoutClass(variant);
        int dot = versioned.indexOf('.');
        String name = dot < 0 ? versioned : versioned.substring(0, dot);
        int version = dot < 0 ? 0 : version(versioned.substring(dot + 1));
        String style = name.replace(STAND_IN, '.');
        if (!StyleName.isName(style)) {
            throw new InvalidArgument("path", variant, "the name of a style", "is no style");
        }
        return new RenditionKey.OfStyle(original, new StyleName(style), version, classOf(variant));
    }

    /// One to nine digits, the first of them not 0: one version has one path.
    private static int version(String digits) {
        boolean wellFormed =
                !digits.isEmpty()
                        && digits.length() <= 9
                        && digits.charAt(0) != '0'
                        && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!wellFormed) {
            throw new InvalidArgument("path", digits, "1..999999999", "is no version or class");
        }
        return Integer.parseInt(digits);
    }

    private static String withoutClass(String variant) {
        String suffix = suffix(classOf(variant));
        return variant.substring(0, variant.length() - suffix.length());
    }

    private static AcceptClass classOf(String variant) {
        String word = variant.substring(variant.lastIndexOf('.') + 1);
        return word.length() == variant.length()
                ? AcceptClass.NONE
                : AcceptClass.ofWord(word).orElse(AcceptClass.NONE);
    }
}
