// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.depeche.enrich", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

    @ArchTest
    static final ArchRule TEXT_ANALYSIS_IS_PLAIN_JAVA = noClasses()
            .that()
            .resideInAPackage("io.depeche.enrich.text..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.kafka..",
                    "org.apache.avro..",
                    "io.depeche.schemas..",
                    "io.depeche.event..",
                    "io.depeche.enrich.event..",
                    "io.depeche.enrich.stream..")
            .because("it is read, tested and measured without a broker");

    @ArchTest
    static final ArchRule ENRICH_KNOWS_NO_OTHER_ROLE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.depeche.ingest..", "io.depeche.sink..", "io.depeche.local..")
            .because("the roles meet in topics only");
}
