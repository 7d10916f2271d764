package io.imagehandler.rendition;

import io.imagehandler.transformation.Query;
import io.imagehandler.transformation.TransformationGrammar;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/// What a rendition is made by, besides its original.
public final class Recipe {

    private Recipe() {}

    /// A digest of the canonical text, the class of clients, the engine's version, and the tags of
    /// the pictures in its watermarks.
    static String of(WantedRendition wanted, String engine, Map<String, EntityTag> marks) {
        var recipe =
                new StringBuilder()
                        .append(TransformationGrammar.canonical(wanted.transformation()))
                        .append('\n')
                        .append(wanted.key().accepts().name())
                        .append('\n')
                        .append(engine);
        for (String key : wanted.transformation().marks()) {
            EntityTag tag = marks.get(key);
            recipe.append('\n').append(tag == null ? "" : tag.value());
        }
        return digest(recipe.toString());
    }

    /// A digest of the question and the engine's version.
    static String of(Query query, String engine) {
        return digest(TransformationGrammar.canonical(query) + '\n' + engine);
    }

    /// A digest of such a description.
    public static String digest(String recipe) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(recipe.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
