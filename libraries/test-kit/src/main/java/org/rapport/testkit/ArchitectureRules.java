package org.rapport.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The structure of a service, as allow-lists over its main classes. What a class may see:
 *
 * <pre>
 * domain       java, jspecify, every domain of the service
 * application  the same, and its own application
 * adapters     not each other; com.mongodb, org.bson and the document store: only mongo; messaging, contracts and the rest of
 *              event-delivery: only events (mongo passes contracts on unread); servlet, MVC and org.rapport.web: only web
 *              (its links, addresses and HTTP client: any adapter)
 * *Configuration, the root package and flat features: everything
 * </pre>
 */
public final class ArchitectureRules {
    private ArchitectureRules() {}

    /** Checks the main classes below {@code org.rapport.<service>}; fails with all broken rules and every place that breaks them. */
    public static void check(String servicePackage) {
        failOn(broken(rules(servicePackage), mainClasses(servicePackage)));
    }

    /** Contracts are records, enums or sealed interfaces; final classes without state may hold names. */
    public static void checkContracts(String contractsPackage) {
        failOn(broken(List.of(CodeRules.contractsAreValues()), mainClasses(contractsPackage)));
    }

    static List<ArchRule> rules(String service) {
        List<ArchRule> rules = new ArrayList<>(CodeRules.all(service));
        rules.add(RingRules.domainSeesOnlyDomains(service));
        rules.add(RingRules.applicationSeesOnlyDomains(service));
        rules.add(RingRules.adaptersDoNotSeeEachOther(service));
        rules.add(RingRules.onlyMongoSeesTheStore(service));
        rules.add(RingRules.onlyEventsSeesMessaging(service));
        rules.add(RingRules.onlyWebSeesTheWeb(service));
        rules.add(slices().matching(service + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .as("features are free of cycles"));
        return List.copyOf(rules);
    }

    static List<EvaluationResult> broken(List<ArchRule> rules, JavaClasses classes) {
        return rules.stream()
                .map(rule -> rule.evaluate(classes))
                .filter(EvaluationResult::hasViolation)
                .toList();
    }

    static ArchRule rule(String name, Predicate<JavaClass> subjects, Breaches breaches) {
        return classes()
                .that(Breaches.are(subjects))
                .should(breaches.condition())
                .allowEmptyShould(true)
                .as(name);
    }

    private static JavaClasses mainClasses(String rootPackage) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(rootPackage);
        if (classes.isEmpty()) {
            throw new AssertionError("No classes in " + rootPackage + ": nothing would be checked");
        }
        return classes;
    }

    private static void failOn(List<EvaluationResult> broken) {
        if (!broken.isEmpty()) {
            throw new AssertionError(String.join(
                    "\n",
                    broken.stream()
                            .map(result -> result.getFailureReport().toString())
                            .toList()));
        }
    }
}
