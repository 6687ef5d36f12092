package org.rapport.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ArchitectureRulesTest {
    private static final String FIXTURES = "org.rapport.testkit.fixtures.";
    private static final JavaClasses ALL = new ClassFileImporter().importPackages("org.rapport.testkit.fixtures");

    @Test
    void a_service_that_keeps_to_the_structure_passes() {
        assertThat(broken(FIXTURES + "clean")).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        domain             | DomainThatSeesApplication  | domain sees java, jspecify and domains of its service
        application        | ApplicationThatSeesLogging | application sees java, jspecify, domains and itself
        foreignapplication | ApplicationThatSeesAnother | application sees java, jspecify, domains and itself
        adapters           | PagesThatSeeMongo          | adapters do not see each other
        store              | PagesWithBson              | only mongo sees the store
        documents          | ConsumerWithDocuments      | only mongo sees the store
        beside             | BesideTheRings             | only mongo sees the store
        messaging          | PagesWithMessages          | only events sees messaging
        consumers          | MongoWithConsumers         | only events sees messaging
        contractsinmail    | MailWithContracts          | only events sees messaging
        web                | ConsumerWithWeb            | only web sees the web
        pages              | MailWithPages              | only web sees the web
        cycle              | CallInCycle                | features are free of cycles
        names              | CallManager                | names say what a class does
        drawer             | drawer.common              | no package is called common
        clock              | CallThatReadsTheClock      | domain and application are given time and ids
        ids                | HandlerThatMakesIds        | domain and application are given time and ids
        injection          | PagesWithField             | nothing is injected into fields
        printing           | MailThatPrints             | nothing is printed
        unmarked           | unmarked.calls.domain      | every package is @NullMarked
        """)
    void a_breach_is_caught_by_its_rule_alone(String fixture, String culprit, String rule) {
        List<EvaluationResult> broken = broken(FIXTURES + fixture);

        assertThat(broken).singleElement().satisfies(result -> {
            assertThat(result.getFailureReport().toString()).contains("'" + rule + "'");
            assertThat(result.getFailureReport().getDetails())
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line).contains(culprit));
        });
    }

    @Test
    void a_contract_that_can_change_is_caught() {
        List<EvaluationResult> broken =
                ArchitectureRules.broken(List.of(CodeRules.contractsAreValues()), classes(FIXTURES + "contracts"));

        assertThat(broken)
                .singleElement()
                .satisfies(result -> assertThat(result.getFailureReport().getDetails())
                        .singleElement()
                        .asString()
                        .contains("MutableContract"));
    }

    @Test
    void a_package_without_classes_is_no_pass() {
        assertThatThrownBy(() -> ArchitectureRules.check("org.rapport.nowhere")).hasMessageContaining("No classes");
    }

    private static List<EvaluationResult> broken(String service) {
        return ArchitectureRules.broken(ArchitectureRules.rules(service), classes(service));
    }

    private static JavaClasses classes(String rootPackage) {
        return ALL.that(JavaClass.Predicates.resideInAPackage(rootPackage + ".."));
    }
}
