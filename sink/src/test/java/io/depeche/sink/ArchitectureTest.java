// SPDX-License-Identifier: Apache-2.0
package io.depeche.sink;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.depeche.sink")
class ArchitectureTest {

    @ArchTest
    static final ArchRule KNOWS_SCHEMAS_AND_NO_OTHER_ROLE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.depeche.ingest..", "io.depeche.enrich..", "io.depeche.local..")
            .because("modules know schemas and never each other (docs/decisions)");
}
