package org.rapport.testkit;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Lists, as sentences, the places where a class breaks a rule. */
@FunctionalInterface
interface Breaches {
    Stream<String> of(JavaClass type);

    /** Dependencies on classes that the rule does not grant; primitives and arrays count as what they are made of. */
    static Breaches byDependencies(DependencyCheck granted) {
        return type -> type.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> {
                    JavaClass target = dependency.getTargetClass().getBaseComponentType();
                    return !target.isPrimitive() && !granted.allows(type, target);
                })
                .map(dependency -> dependency.getDescription());
    }

    @FunctionalInterface
    interface DependencyCheck {
        boolean allows(JavaClass from, JavaClass to);
    }

    default ArchCondition<JavaClass> condition() {
        return new ArchCondition<>("keep to it") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                of(type).distinct().forEach(breach -> events.add(SimpleConditionEvent.violated(type, breach)));
            }
        };
    }

    static DescribedPredicate<JavaClass> are(Predicate<JavaClass> subjects) {
        return DescribedPredicate.describe("concerned", subjects);
    }
}
