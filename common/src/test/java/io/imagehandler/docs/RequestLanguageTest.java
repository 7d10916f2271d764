package io.imagehandler.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.imagehandler.docs.RequestLanguagePage.Line;
import io.imagehandler.engine.SourceFormat;
import io.imagehandler.engine.metadata.ImageInfo;
import io.imagehandler.failure.ImageFailure;
import io.imagehandler.failure.InvalidArgument;
import io.imagehandler.transformation.Size;
import io.imagehandler.transformation.TransformationGrammar;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The page for users tells the truth, and all of it.
class RequestLanguageTest {

    /// All pictures together, in bytes.
    private static final long MOST_BYTES = 400_000;

    /// The longest side of a picture.
    private static final int LONGEST = 320;

    /// Actions that make no other picture: nothing of them could be seen.
    private static final Set<String> UNSEEN =
            Set.of("interlace", "strip-metadata", "threshold", "info", "average-hue");

    private static final RequestLanguagePage PAGE = RequestLanguagePage.read();

    @TestFactory
    Stream<DynamicTest> understandsEveryExample() {
        return PAGE.examples()
                .filter(line -> !line.isRefused())
                .flatMap(line -> line.requests().stream())
                .map(request -> dynamicTest(request.toString(), request::parsed));
    }

    @TestFactory
    Stream<DynamicTest> refusesWhatThePageSaysIsRefused() {
        return PAGE.examples()
                .filter(Line::isRefused)
                .map(line -> dynamicTest(line.text(), () -> checkRefusal(line)));
    }

    private static void checkRefusal(Line line) {
        var request = line.requests().getFirst();
        ImageFailure failure =
                assertThatExceptionOfType(ImageFailure.class).isThrownBy(request::plan).actual();
        assertThat(line.text()).contains(failure.detail());
        if (failure instanceof InvalidArgument argument) {
            assertThat(line.code()).contains(argument.parameter());
        }
    }

    @TestFactory
    Stream<DynamicTest> spellsTheCanonicalFormAsThePageDoes() {
        return PAGE.examples()
                .filter(Line::statesCanonicalForm)
                .map(line -> dynamicTest(line.text(), () -> checkCanonicalForm(line)));
    }

    private static void checkCanonicalForm(Line line) {
        var canonical = line.code().getLast();

        assertThat(line.requests())
                .allSatisfy(request ->
                        assertThat(TransformationGrammar.canonical(request.processing()))
                                .isEqualTo(canonical));
    }

    @TestFactory
    Stream<DynamicTest> showsEveryPictureInItsPlannedSizeAndFormat() {
        return pictured(PAGE).stream()
                .map(line -> dynamicTest(line.text(), () -> checkPicture(line)));
    }

    private static void checkPicture(Line line) {
        var plan = line.requests().getFirst().plan();
        String name = line.pictures().getLast();
        var facts = ExampleRequest.picture(name).facts();

        assertThat(facts.size()).isEqualTo(plan.size());
        assertThat(facts.format()).isEqualTo(SourceFormat.valueOf(plan.encoding().format().name()));
        assertThat(facts.frames()).isEqualTo(plan.frames());
        assertThat(name).endsWith("." + plan.encoding().format().word());
        assertThat(line.text()).contains("| " + written(plan.size()) + " |");
        assertThat(Math.max(facts.size().width(), facts.size().height()))
                .isLessThanOrEqualTo(LONGEST);
    }

    private static String written(Size size) {
        return size.width() + "x" + size.height();
    }

    @Test
    void hasNoPictureThatItDoesNotShow() throws IOException {
        var shown = new TreeSet<String>();
        PAGE.lines().forEach(line -> shown.addAll(new Line(line).pictures()));
        try (var files = Files.list(RequestLanguagePage.PICTURES)) {
            assertThat(files.map(file -> file.getFileName().toString()).sorted().toList())
                    .isEqualTo(List.copyOf(shown));
        }
    }

    @Test
    void takesAsMuchAsAPageMayTake() throws IOException {
        try (var files = Files.list(RequestLanguagePage.PICTURES)) {
            assertThat(files.mapToLong(file -> file.toFile().length()).sum())
                    .isLessThanOrEqualTo(MOST_BYTES);
        }
    }

    @TestFactory
    Stream<DynamicTest> describesEveryActionWithAllItsParameters() {
        return allowedInsteadOf("nosuch").stream()
                .map(action -> dynamicTest(action, () -> checkSection(action)));
    }

    private static void checkSection(String action) {
        String section = PAGE.section(action).orElseThrow(() -> new AssertionError("no section"));

        assertThat(parametersOf(action))
                .allSatisfy(parameter -> assertThat(section).contains("`" + parameter + "`"));
        assertThat(section).contains("/" + action);
        if (!UNSEEN.contains(action)) {
            assertThat(section).contains("(pictures/");
        }
    }

    /// What the grammar itself says is allowed; nothing for an action whose value stands alone.
    private static List<String> parametersOf(String action) {
        return Stream.of(action + ",nosuch_1")
                .map(RequestLanguageTest::refusal)
                .filter(refusal -> refusal.parameter().equals(action))
                .filter(refusal -> refusal.token().equals("nosuch"))
                .filter(refusal -> !refusal.allowed().equals("none"))
                .flatMap(refusal -> Arrays.stream(refusal.allowed().split(", ")))
                .toList();
    }

    private static List<String> allowedInsteadOf(String operation) {
        return List.of(refusal(operation).allowed().split(", "));
    }

    private static InvalidArgument refusal(String operation) {
        return assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> TransformationGrammar.parseProcessing("image/" + operation))
                .actual();
    }

    @Test
    void answersInfoAsThePageSays() {
        var photo = ExampleRequest.file("photo.jpg");
        var info = ImageInfo.of(ExampleRequest.picture("photo.jpg"), photo);

        assertThat(PAGE.text()).contains(info.json());
    }

    @Test
    void explainsAnErrorAsThePageSays() {
        var refusal = refusal("resize,w_0");

        assertThat(PAGE.text())
                .contains("\"parameter\":\"" + refusal.parameter() + "\"")
                .contains("\"token\":\"" + refusal.token() + "\"")
                .contains("\"allowed\":\"" + refusal.allowed() + "\"")
                .contains("\"detail\":\"" + refusal.detail() + "\"");
    }

    /// The lines whose picture is made by their request; the last one, if there are two.
    static List<Line> pictured(RequestLanguagePage page) {
        return page.examples().filter(line -> !line.pictures().isEmpty()).toList();
    }
}
