// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
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
            .layer("publish")
            .definedBy("io.depeche.ingest.publish")
            .layer("format")
            .definedBy("io.depeche.ingest.format..")
            .whereLayer("role")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("source")
            .mayOnlyBeAccessedByLayers("role")
            .whereLayer("publish")
            .mayOnlyBeAccessedByLayers("role");

    @ArchTest
    static final ArchRule WIRE = classes()
            .that()
            .resideInAPackage("io.depeche.ingest.format.wire")
            .should()
            .onlyDependOnClassesThat(resideOutsideOfPackage("io.depeche.ingest..")
                    .or(resideInAnyPackage(
                            "io.depeche.ingest.format", "io.depeche.ingest.format.wire", "io.depeche.ingest.xml")));

    @ArchTest
    static final ArchRule KAFKA = noClasses()
            .that()
            .resideInAnyPackage("io.depeche.ingest.source", "io.depeche.ingest.format..", "io.depeche.ingest.xml")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..");
}
