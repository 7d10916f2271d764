package io.imagehandler;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Who may use whom: the table of ARCHITECTURE.md.
class ArchitectureTest {

    private static final String OURS = "io.imagehandler.";
    private static final String[] JDK = {
        "java..", "javax..", "com.sun.management..", "org.w3c.dom..", "org.jspecify.."
    };

    private static final JavaClasses COMMON =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("io.imagehandler");

    /// A pattern that backtracks is a way to keep us busy. Those of signatures are of a few
    /// characters, each with one way to match.
    @Test
    void nothingThatReadsRequestsMatchesPatterns() {
        noClasses()
                .that()
                .resideInAnyPackage(OURS + "request", OURS + "transformation", OURS + "rendition")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.regex")
                .orShould()
                .callMethod(String.class, "matches", String.class)
                .orShould()
                .callMethod(String.class, "replaceAll", String.class, String.class)
                .orShould()
                .callMethod(String.class, "replaceFirst", String.class, String.class)
                .check(COMMON);
    }

    @TestFactory
    Stream<DynamicTest> everyPackageUsesOnlyWhatItMay() {
        return Stream.of(
                        only("failure"),
                        only("log", "org.slf4j"),
                        only("memory", "failure"),
                        only("transformation", "failure"),
                        only("style", "transformation", "failure"),
                        only(
                                "engine",
                                "transformation",
                                "failure",
                                "engine.inspect",
                                "engine.plan"),
                        only("engine.inspect", "engine", "transformation", "failure"),
                        only("engine.text", "engine", "transformation", "failure"),
                        only(
                                "engine.metadata",
                                "engine",
                                "engine.inspect",
                                "transformation",
                                "com.drew"),
                        only(
                                "engine.plan",
                                "engine",
                                "engine.inspect",
                                "engine.text",
                                "transformation",
                                "failure"),
                        only(
                                "rendition",
                                "transformation",
                                "engine",
                                "engine.inspect",
                                "engine.metadata",
                                "engine.plan",
                                "style",
                                "failure",
                                "org.slf4j"),
                        only(
                                "rendition.convergence",
                                "memory",
                                "rendition",
                                "transformation",
                                "engine",
                                "engine.plan",
                                "style",
                                "failure"),
                        only("rendition.upkeep", "rendition"),
                        only("request", "transformation", "rendition", "style", "failure"),
                        only("signature", "request", "rendition", "failure", "org.slf4j"),
                        only(
                                "engine.quarantine",
                                "engine",
                                "engine.inspect",
                                "engine.plan",
                                "transformation",
                                "failure",
                                "org.slf4j"),
                        adapter("engine.vips", "engine"),
                        adapter(
                                "engine.thumbnailator",
                                "engine",
                                "net.coobird",
                                "com.twelvemonkeys"),
                        adapter(
                                "rendition.s3",
                                "rendition",
                                "rendition.convergence",
                                "rendition.upkeep",
                                "engine",
                                "software.amazon.awssdk"),
                        adapter(
                                "rendition.dynamodb",
                                "rendition",
                                "rendition.convergence",
                                "rendition.upkeep",
                                "software.amazon.awssdk"),
                        adapter("style.dynamodb", "style", "software.amazon.awssdk"))
                .map(rule ->
                        DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(COMMON)));
    }

    @TestFactory
    Stream<DynamicTest> onlyTheWiringKnowsAdaptersAndSpring() {
        return Stream.of(
                        noClasses()
                                .that()
                                .resideOutsideOfPackage("io.imagehandler.config..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage("org.springframework..", "io.awspring.."),
                        noClasses()
                                .that()
                                .resideOutsideOfPackages(
                                        "io.imagehandler.config..",
                                        "io.imagehandler.engine.vips..",
                                        "io.imagehandler.engine.thumbnailator..",
                                        "io.imagehandler.rendition.s3..",
                                        "io.imagehandler.rendition.dynamodb..",
                                        "io.imagehandler.style.dynamodb..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(
                                        "io.imagehandler.engine.vips..",
                                        "io.imagehandler.engine.thumbnailator..",
                                        "io.imagehandler.rendition.s3..",
                                        "io.imagehandler.rendition.dynamodb..",
                                        "io.imagehandler.style.dynamodb.."))
                .map(rule ->
                        DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(COMMON)));
    }

    /// The package itself uses only the JDK and these packages.
    private static ArchRule only(String from, String... allowed) {
        return classes()
                .that()
                .resideInAPackage(OURS + from)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(packages(from, allowed)))
                .as(from + " uses only " + String.join(", ", allowed));
    }

    /// The adapter uses only the JDK, its feature, what that speaks in, and its one library.
    private static ArchRule adapter(String from, String... allowed) {
        var spoken =
                Stream.of(
                        "transformation", "failure", "engine.inspect", "engine.plan", "org.slf4j");
        return only(from, Stream.concat(Arrays.stream(allowed), spoken).toArray(String[]::new));
    }

    private static String[] packages(String from, String... allowed) {
        var names =
                Stream.concat(Stream.of(from), Arrays.stream(allowed))
                        .map(ArchitectureTest::pattern);
        return Stream.concat(Arrays.stream(JDK), names).toArray(String[]::new);
    }

    private static String pattern(String name) {
        boolean library =
                name.startsWith("org.")
                        || name.startsWith("net.")
                        || name.startsWith("com.")
                        || name.startsWith("software.");
        return library ? name + ".." : OURS + name;
    }
}
