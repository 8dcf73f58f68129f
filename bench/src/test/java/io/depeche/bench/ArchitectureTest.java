// SPDX-License-Identifier: Apache-2.0
package io.depeche.bench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.depeche", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

    @ArchTest
    static final ArchRule NOBODY_KNOWS_BENCH = noClasses()
            .that()
            .resideOutsideOfPackage("io.depeche.bench..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.depeche.bench..")
            .because("what measures is not shipped");

    @ArchTest
    static final ArchRule ONLY_PEERS_KNOW_CORENLP = noClasses()
            .that()
            .resideOutsideOfPackage("io.depeche.bench.peers..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("edu.stanford.nlp..")
            .because("it is GPL, and on the class path of a profile only");
}
