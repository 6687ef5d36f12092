package org.rapport.testkit;

import static org.rapport.testkit.ArchitectureRules.rule;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** Names, clocks, injection, output, nullness. */
final class CodeRules {
    private static final List<String> BANNED_SUFFIXES = List.of(
            "Impl", "Manager", "Helper", "Util", "Utils", "Dto", "DTO", "Base", "Internal", "Processor", "Service");
    private static final Set<String> INJECTION = Set.of(
            "org.springframework.beans.factory.annotation.Autowired",
            "org.springframework.beans.factory.annotation.Value",
            "jakarta.inject.Inject",
            "jakarta.annotation.Resource");

    private CodeRules() {}

    static List<ArchRule> all(String service) {
        return List.of(
                rule("names say what a class does", type -> true, CodeRules::bannedName),
                rule("no package is called common", type -> true, CodeRules::commonPackage),
                rule(
                        "domain and application are given time and ids",
                        type -> Place.of(type, service)
                                .filter(place -> place.inRing() && !place.inAdapter())
                                .isPresent(),
                        CodeRules::ownTimeAndIds),
                rule("nothing is injected into fields", type -> true, CodeRules::injectedFields),
                rule("nothing is printed", type -> true, CodeRules::printing),
                rule("every package is @NullMarked", type -> true, CodeRules::unmarkedPackage));
    }

    static ArchRule contractsAreValues() {
        return rule("contracts are records, enums or sealed interfaces", type -> true, CodeRules::noValue);
    }

    private static Stream<String> bannedName(JavaClass type) {
        return BANNED_SUFFIXES.stream()
                .filter(type.getSimpleName()::endsWith)
                .map(suffix -> type.getName() + " ends with the banned " + suffix);
    }

    private static Stream<String> commonPackage(JavaClass type) {
        return Stream.of(type.getPackageName())
                .filter(name -> Arrays.asList(name.split("\\.")).contains("common"))
                .map(name -> "package " + name + " is a drawer");
    }

    private static Stream<String> ownTimeAndIds(JavaClass type) {
        return Stream.concat(type.getCodeUnitCallsFromSelf().stream(), type.getCodeUnitReferencesFromSelf().stream())
                .filter(access -> readsTimeOrChance(
                        access.getTargetOwner(),
                        access.getName(),
                        access.getTarget().getRawParameterTypes()))
                .map(JavaAccess::getDescription);
    }

    private static boolean readsTimeOrChance(JavaClass owner, String method, List<JavaClass> parameters) {
        boolean now = owner.getPackageName().startsWith("java.time")
                && method.equals("now")
                && parameters.stream().noneMatch(parameter -> parameter.isEquivalentTo(Clock.class));
        boolean systemClock =
                owner.isEquivalentTo(Clock.class) && (method.startsWith("system") || method.startsWith("tick"));
        boolean systemTime =
                owner.isEquivalentTo(System.class) && (method.equals("currentTimeMillis") || method.equals("nanoTime"));
        return now || systemClock || systemTime || (owner.isEquivalentTo(UUID.class) && method.equals("randomUUID"));
    }

    private static Stream<String> injectedFields(JavaClass type) {
        return type.getFields().stream()
                .filter(field -> field.getAnnotations().stream()
                        .anyMatch(annotation ->
                                INJECTION.contains(annotation.getRawType().getName())))
                .map(JavaField::getDescription);
    }

    private static Stream<String> printing(JavaClass type) {
        return type.getFieldAccessesFromSelf().stream()
                .filter(access -> access.getTargetOwner().isEquivalentTo(System.class))
                .map(JavaAccess::getDescription);
    }

    private static Stream<String> unmarkedPackage(JavaClass type) {
        return Stream.of(type.getPackage())
                .filter(home -> !home.isAnnotatedWith(NullMarked.class))
                .map(home -> "package " + home.getName() + " has no package-info.java with @NullMarked");
    }

    private static Stream<String> noValue(JavaClass type) {
        boolean holdsNames = type.getModifiers().contains(JavaModifier.FINAL)
                && type.getConstructors().stream().allMatch(CodeRules::isPrivate)
                && type.getFields().stream()
                        .allMatch(field -> field.getModifiers().contains(JavaModifier.STATIC));
        boolean value = type.isRecord() || type.isEnum() || type.reflect().isSealed();
        return value || holdsNames || type.getSimpleName().equals("package-info")
                ? Stream.empty()
                : Stream.of(type.getName() + " is neither a record, an enum, nor a sealed interface");
    }

    private static boolean isPrivate(JavaCodeUnit constructor) {
        return constructor.getModifiers().contains(JavaModifier.PRIVATE);
    }
}
