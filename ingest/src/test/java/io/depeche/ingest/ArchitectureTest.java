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

    @ArchTest
    static final ArchRule ARROWS = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("role")
            .definedBy("io.depeche.ingest")
            .layer("source")
            .definedBy("io.depeche.ingest.source")
            .layer("cursor")
            .definedBy("io.depeche.ingest.cursor")
            .layer("publish")
            .definedBy("io.depeche.ingest.publish")
            .layer("format")
            .definedBy("io.depeche.ingest.format")
            .layer("xml")
            .definedBy("io.depeche.ingest.xml")
            .whereLayer("role")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("cursor")
            .mayOnlyBeAccessedByLayers("role")
            .whereLayer("source")
            .mayOnlyBeAccessedByLayers("role", "cursor")
            .whereLayer("publish")
            .mayOnlyBeAccessedByLayers("role", "cursor")
            .whereLayer("format")
            .mayOnlyBeAccessedByLayers("role", "cursor", "publish", "source")
            .whereLayer("xml")
            .mayOnlyBeAccessedByLayers("format");

    @ArchTest
    static final ArchRule KAFKA = noClasses()
            .that()
            .resideInAnyPackage("io.depeche.ingest.source..", "io.depeche.ingest.format..", "io.depeche.ingest.xml..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..");
}
