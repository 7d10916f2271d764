package io.imagehandler.worker;

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
                        .importPackages("io.imagehandler.worker");

        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.imagehandler.ondemand..",
                        "io.imagehandler.engine.vips..",
                        "io.imagehandler.engine.thumbnailator..",
                        "io.imagehandler.rendition.s3..",
                        "io.imagehandler.style.dynamodb..")
                .check(classes);
    }

    @Test
    void importsItsOwnAdaptersInTheWiringAlone() {
        var classes =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.imagehandler.worker");

        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "io.imagehandler.worker",
                        "io.imagehandler.worker.cloudfront",
                        "io.imagehandler.worker.eventbridge")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.imagehandler.worker.cloudfront..",
                        "io.imagehandler.worker.eventbridge..",
                        "software.amazon.awssdk.services.cloudfront..",
                        "software.amazon.awssdk.services.eventbridge..")
                .check(classes);
    }
}
