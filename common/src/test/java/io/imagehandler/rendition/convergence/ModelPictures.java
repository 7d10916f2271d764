package io.imagehandler.rendition.convergence;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.imagehandler.engine.EncodedImage;
import io.imagehandler.failure.InvalidArgument;
import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.FixedStyles;
import io.imagehandler.rendition.InMemoryOriginals;
import io.imagehandler.rendition.InMemoryRenditions;
import io.imagehandler.rendition.Md5;
import io.imagehandler.rendition.Original;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.Provenance;
import io.imagehandler.rendition.Rendering;
import io.imagehandler.rendition.RenditionKey;
import io.imagehandler.rendition.Steps;
import io.imagehandler.rendition.WantedRendition;
import io.imagehandler.rendition.convergence.Darkroom.Development.Developed;
import io.imagehandler.rendition.convergence.Darkroom.Development.Spoiled;
import io.imagehandler.style.Style;
import io.imagehandler.style.StyleName;
import io.imagehandler.transformation.AcceptClass;
import io.imagehandler.transformation.Color;
import io.imagehandler.transformation.OutputFormat;
import io.imagehandler.transformation.Size;
import io.imagehandler.transformation.TransformationGrammar;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A picture is a word, and a rendition is the word and the path that it was made for.
final class ModelPictures {

    static final OriginalKey KEY = new OriginalKey("a");

    /// No picture at all.
    static final String JUNK = "junk";

    /// A picture of which one of the styles cannot be made.
    static final String NARROW = "narrow";

    static final List<String> CONTENTS = List.of("red", "blue", "green", NARROW, JUNK);

    private static final Style THUMB =
            Style.parse("thumb", "image/resize,w_10", List.of("webp"), true, "", 0);
    private static final Style WIDE =
            Style.parse("wide", "image/crop,w_500", List.of(), true, "", 0);
    private static final String REFUSING =
            RenditionKey.OfStyle.of(KEY, WIDE, AcceptClass.NONE).path();

    static final EagerRenditions EAGER =
            new EagerRenditions(new FixedStyles(List.of(THUMB, WIDE)), true);

    private static final List<WantedRendition> WANTED = EAGER.of(KEY);

    private ModelPictures() {}

    /// What may be asked for: an eager style, another one, a text.
    static final List<RenditionKey> ASKED =
            List.of(
                    WANTED.getFirst().key(),
                    new RenditionKey.OfStyle(KEY, new StyleName("lazy"), 0, AcceptClass.NONE),
                    new RenditionKey.AdHoc(
                            KEY,
                            TransformationGrammar.parse("image/resize,w_7"),
                            AcceptClass.NONE));

    static byte[] bytes(String content) {
        return content.getBytes(UTF_8);
    }

    static String content(Original original) {
        byte[] bytes = new byte[original.bytes().remaining()];
        original.bytes().get(bytes);
        return new String(bytes, UTF_8);
    }

    static EncodedImage image(String content, String path) {
        return new EncodedImage(
                OutputFormat.JPEG,
                new Size(path.length(), content.length()),
                1,
                ByteBuffer.wrap((content + " " + path).getBytes(UTF_8)));
    }

    static Provenance provenance(EntityTag source, String path) {
        return new Provenance(source, recipe(path));
    }

    private static String recipe(String path) {
        return "for " + path;
    }

    /// Every eager rendition of that content, by its path.
    static Map<String, EncodedImage> eager(String content) {
        var eager = new TreeMap<String, EncodedImage>();
        for (WantedRendition wanted : WANTED) {
            String path = wanted.key().path();
            if (!content.equals(JUNK) && !isRefused(content, path)) {
                eager.put(path, image(content, path));
            }
        }
        return eager;
    }

    /// Whether an eager rendition belongs there, of some content at least.
    static boolean isEager(String path) {
        return WANTED.stream().anyMatch(wanted -> wanted.key().path().equals(path));
    }

    static EntityTag tag(EncodedImage image) {
        byte[] bytes = new byte[image.length()];
        image.bytes().get(bytes);
        return Md5.tag(bytes);
    }

    /// What the manifest of that content says.
    static String manifest(String content, EntityTag tag) {
        var manifests = new InMemoryManifests();
        var sight = new Sight(tag, recipes(), Map.of(), gaps(), true, null);
        var ledger = new Ledger();
        var stores = new Stores(new InMemoryOriginals(), new InMemoryRenditions(), manifests);
        new Filling(sight, new Pen(stores, KEY, Lease.unlimited(), ledger))
                .fill(KEY, new Developed(develop(content, WANTED), color(content)));
        return manifests.texts().getOrDefault(KEY, "");
    }

    private static Map<WantedRendition, String> recipes() {
        var recipes = new LinkedHashMap<WantedRendition, String>();
        WANTED.forEach(wanted -> recipes.put(wanted, recipe(wanted.key().path())));
        return recipes;
    }

    private static List<Gap> gaps() {
        return WANTED.stream().<Gap>map(Gap.Absent::new).toList();
    }

    private static boolean isRefused(String content, String path) {
        return content.equals(NARROW) && path.equals(REFUSING);
    }

    private static Color color(String content) {
        return new Color(content.length(), 0, 0);
    }

    private static List<Rendering> develop(String content, List<WantedRendition> wanted) {
        return wanted.stream().map(one -> develop(content, one)).toList();
    }

    private static Rendering develop(String content, WantedRendition wanted) {
        String path = wanted.key().path();
        if (isRefused(content, path)) {
            return new Rendering.Refused(
                    wanted, new InvalidArgument("crop", content, "a wide one", "is narrow"));
        }
        return new Rendering.Rendered(wanted, image(content, path), recipe(path));
    }

    /// @param steps told of each rendering
    record ModelDarkroom(Steps steps) implements Darkroom {

        @Override
        public long mostBytes() {
            return 100;
        }

        @Override
        public Provenance provenance(EntityTag source, WantedRendition wanted) {
            return ModelPictures.provenance(source, wanted.key().path());
        }

        @Override
        public Bench enter() {
            return new Bench() {
                @Override
                public boolean allows(long bytes) {
                    return true;
                }

                @Override
                public Development develop(Original original, Order order) {
                    steps.take("RENDER");
                    String content = content(original);
                    return content.equals(JUNK)
                            ? new Spoiled(new Rejection("undecodable", "it is junk"))
                            : new Developed(
                                    ModelPictures.develop(content, order.wanted()), color(content));
                }

                @Override
                public void close() {}
            };
        }
    }
}
