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
            .layer("push")
            .definedBy("io.depeche.ingest.push")
            .layer("publish")
            .definedBy("io.depeche.ingest.publish")
            .layer("format")
            .definedBy("io.depeche.ingest.format")
            .whereLayer("role")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("source")
            .mayOnlyBeAccessedByLayers("role")
            .whereLayer("push")
            .mayOnlyBeAccessedByLayers("role")
            .whereLayer("publish")
            .mayOnlyBeAccessedByLayers("role", "push");

    @ArchTest
    static final ArchRule KAFKA = noClasses()
            .that()
            .resideInAnyPackage("io.depeche.ingest.source", "io.depeche.ingest.format")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..");
}
