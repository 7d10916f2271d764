package io.imagehandler.ondemand;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// Whom this service may use: the domain, and its adapters only through the wiring.
class ArchitectureTest {

    @Test
    void usesNoAdapterAndNotTheOtherService() {
        var classes =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.imagehandler.ondemand");

        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.imagehandler.worker..",
                        "io.imagehandler.engine.vips..",
                        "io.imagehandler.engine.thumbnailator..",
                        "io.imagehandler.rendition.s3..",
                        "io.imagehandler.style.dynamodb..")
                .check(classes);
    }

    /// A pattern that backtracks is a way to keep us busy.
    @Test
    void nothingThatReadsRequestsMatchesPatterns() {
        var classes =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(
                                "io.imagehandler.ondemand.http",
                                "io.imagehandler.ondemand.picture");

        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.regex")
                .orShould()
                .callMethod(String.class, "matches", String.class)
                .orShould()
                .callMethod(String.class, "replaceAll", String.class, String.class)
                .orShould()
                .callMethod(String.class, "replaceFirst", String.class, String.class)
                .check(classes);
    }
}
