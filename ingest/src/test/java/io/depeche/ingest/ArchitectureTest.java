// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.depeche.ingest", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** What reads bytes knows formats; what fetches and watches knows what reads; only the role knows all. */
    @ArchTest
    static final ArchRule ARROWS = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("role")
            .definedBy("io.depeche.ingest")
            .layer("cursor")
            .definedBy("io.depeche.ingest.cursor")
            .layer("push")
            .definedBy("io.depeche.ingest.push")
            .layer("publish")
            .definedBy("io.depeche.ingest.publish")
            .layer("source")
            .definedBy("io.depeche.ingest.source")
            .layer("feed")
            .definedBy("io.depeche.ingest.feed")
            .layer("http")
            .definedBy("io.depeche.ingest.http")
            .layer("page")
            .definedBy("io.depeche.ingest.page")
            .optionalLayer("formats")
            .definedBy("io.depeche.ingest.format.(*)..")
            .layer("format")
            .definedBy("io.depeche.ingest.format")
            .layer("xml")
            .definedBy("io.depeche.ingest.xml")
            .whereLayer("role")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("cursor")
            .mayOnlyBeAccessedByLayers("role")
            .whereLayer("push")
            .mayOnlyBeAccessedByLayers("role")
            .whereLayer("publish")
            .mayOnlyBeAccessedByLayers("role", "cursor", "push")
            .whereLayer("source")
            .mayOnlyBeAccessedByLayers("role", "cursor")
            .whereLayer("feed")
            .mayOnlyBeAccessedByLayers("role", "source")
            .whereLayer("http")
            .mayOnlyBeAccessedByLayers("role", "source")
            .whereLayer("page")
            .mayOnlyBeAccessedByLayers("role", "source")
            .whereLayer("formats")
            .mayOnlyBeAccessedByLayers("role", "source", "feed", "page")
            .whereLayer("xml")
            .mayOnlyBeAccessedByLayers("format", "formats", "feed");

    @ArchTest
    static final ArchRule KAFKA = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "io.depeche.ingest",
                    "io.depeche.ingest.cursor",
                    "io.depeche.ingest.publish",
                    "io.depeche.ingest.push")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..");
}
