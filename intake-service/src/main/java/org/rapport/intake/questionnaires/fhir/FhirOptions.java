package org.rapport.intake.questionnaires.fhir;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemAnswerOptionComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.TimeType;
import org.hl7.fhir.r4.model.Type;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptReferenceComponent;
import org.hl7.fhir.r4.model.ValueSet.ConceptReferenceDesignationComponent;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetComponent;
import org.hl7.fhir.r4.model.ValueSet.ValueSetExpansionContainsComponent;
import org.jspecify.annotations.Nullable;
import org.rapport.intake.questionnaires.domain.Option;
import org.rapport.intake.questionnaires.domain.Question;
import org.rapport.intake.questionnaires.domain.QuestionType;
import org.rapport.intake.questionnaires.domain.Wording;

/** What may be chosen: listed in the question, or in a value set that the file carries itself. */
final class FhirOptions {
    private static final int MOST = 500;
    private static final BigDecimal TOO_MANY = BigDecimal.valueOf(1_000_000);

    private final FhirWords words;
    private final Findings findings;
    private final Map<String, ValueSet> contained = new HashMap<>();

    FhirOptions(List<Resource> contained, FhirWords words, Findings findings) {
        this.words = words;
        this.findings = findings;
        for (Resource resource : contained) {
            if (resource instanceof ValueSet set && set.hasId()) {
                this.contained.put(set.getIdElement().getIdPart().replace("#", ""), set);
            }
        }
    }

    List<Option> read(String linkId, QuestionnaireItemComponent item, QuestionType type) {
        boolean both = item.hasAnswerOption() && item.hasAnswerValueSet();
        if (findings.fault(linkId, both, "has both answerOption and answerValueSet")) {
            return List.of();
        }
        List<Option> options = item.hasAnswerValueSet()
                ? fromValueSet(linkId, item.getAnswerValueSet())
                : item.getAnswerOption().stream()
                        .map(option -> option(linkId, option, type))
                        .toList();
        findings.fault(linkId, options.size() > MOST, "offers more than " + MOST + " options");
        List<String> codes = options.stream().map(Option::code).toList();
        findings.fault(linkId, codes.stream().distinct().count() != codes.size(), "offers one code twice");
        findings.fault(
                linkId,
                codes.stream().anyMatch(code -> code.startsWith(Question.OWN_WORDS)),
                "offers a code that begins with " + Question.OWN_WORDS);
        return options;
    }

    private Option option(String linkId, QuestionnaireItemAnswerOptionComponent option, QuestionType type) {
        FhirExtensions.check(linkId, option, findings);
        boolean alone = FhirExtensions.isTrue(option, FhirExtensions.EXCLUSIVE);
        Type value = option.getValue();
        if (value instanceof Coding coding) {
            boolean choice = type == QuestionType.CHOICE || type == QuestionType.OPEN_CHOICE;
            findings.fault(linkId, !choice, "offers codings, which only a choice may");
            return coded(linkId, coding, points(linkId, option, coding), alone);
        }
        if (value instanceof PrimitiveType<?> primitive && primitive.hasValue()) {
            boolean choice = type == QuestionType.CHOICE || type == QuestionType.OPEN_CHOICE;
            String kept = choice
                    ? primitive.primitiveValue()
                    : type.read(primitive.primitiveValue()).orElse("");
            boolean wrong = kept.isEmpty() || type == QuestionType.BOOLEAN || type == QuestionType.QUANTITY;
            findings.fault(linkId, wrong, "offers an option of another type than the question");
            Wording text = primitive instanceof StringType string
                    ? words.read(linkId, "words for option " + kept, string, kept)
                    : Wording.same(kept.isEmpty() ? "-" : kept);
            return new Option(kind(primitive), kept, null, text, points(linkId, option, primitive), alone);
        }
        findings.fault(linkId, true, "has an option that is no coding, string, number, date or time");
        return new Option("", Wording.same("-"), null);
    }

    private static Option.Kind kind(PrimitiveType<?> primitive) {
        return switch (primitive) {
            case IntegerType _ -> Option.Kind.INTEGER;
            case DateType _ -> Option.Kind.DATE;
            case TimeType _ -> Option.Kind.TIME;
            default -> Option.Kind.STRING;
        };
    }

    private Option coded(String linkId, Coding coding, @Nullable Integer points, boolean alone) {
        findings.fault(linkId, !coding.hasCode(), "has an option that is not a coding with a code");
        String code = coding.hasCode() ? coding.getCode() : "-";
        Wording text = words.read(linkId, "words for option " + code, coding.getDisplayElement(), code);
        return new Option(Option.Kind.CODING, code, coding.getSystem(), text, points, alone);
    }

    /** Points stand in the option or in its coding, by the name of R4 or by the later one. */
    private @Nullable Integer points(String linkId, Element option, Element value) {
        for (Element element : List.of(option, value)) {
            for (String url : List.of(FhirExtensions.ORDINAL_VALUE, FhirExtensions.ITEM_WEIGHT)) {
                Extension ordinal = element.getExtensionByUrl(url);
                if (ordinal != null) {
                    return whole(linkId, ordinal);
                }
            }
        }
        return null;
    }

    private @Nullable Integer whole(String linkId, Extension ordinal) {
        if (ordinal.getValue() instanceof DecimalType points
                && points.hasValue()
                && points.getValue().stripTrailingZeros().scale() <= 0
                && points.getValue().signum() >= 0
                && points.getValue().compareTo(TOO_MANY) < 0) {
            return points.getValue().intValue();
        }
        findings.fault(linkId, true, "has points that are not a whole number");
        return null;
    }

    private List<Option> fromValueSet(String linkId, String canonical) {
        ValueSet set = canonical.startsWith("#") ? contained.get(canonical.substring(1)) : null;
        if (set == null) {
            findings.fault(linkId, true, "offers the value set " + canonical + ", which the file does not contain");
            return List.of();
        }
        List<Option> options = new ArrayList<>();
        if (set.hasExpansion()) {
            for (ValueSetExpansionContainsComponent concept : set.getExpansion().getContains()) {
                findings.fault(linkId, concept.hasContains() || concept.getAbstract(), "offers a value set in levels");
                Coding coding = new Coding(concept.getSystem(), concept.getCode(), null);
                coding.setDisplayElement(concept.getDisplayElement());
                options.add(fromConcept(linkId, coding, concept.getDesignation(), concept));
            }
        } else {
            findings.fault(linkId, set.getCompose().hasExclude(), "offers a value set that excludes codes");
            for (ConceptSetComponent include : set.getCompose().getInclude()) {
                boolean whole = !include.hasConcept() || include.hasFilter() || include.hasValueSet();
                findings.fault(linkId, whole, "offers a value set that does not list its codes");
                for (ConceptReferenceComponent concept : include.getConcept()) {
                    Coding coding = new Coding(include.getSystem(), concept.getCode(), null);
                    coding.setDisplayElement(concept.getDisplayElement());
                    options.add(fromConcept(linkId, coding, concept.getDesignation(), concept));
                }
            }
        }
        findings.fault(linkId, options.isEmpty(), "offers no options");
        return options;
    }

    private Option fromConcept(
            String linkId, Coding coding, List<ConceptReferenceDesignationComponent> designations, Element concept) {
        Map<String, String> translated = new HashMap<>();
        for (ConceptReferenceDesignationComponent designation : designations) {
            if (designation.hasLanguage() && designation.hasValue()) {
                translated.put(designation.getLanguage(), designation.getValue());
            }
        }
        findings.fault(linkId, !coding.hasCode(), "has an option that is not a coding with a code");
        String code = coding.hasCode() ? coding.getCode() : "-";
        Wording text = words.read(linkId, "words for option " + code, coding.getDisplayElement(), translated, code);
        return new Option(Option.Kind.CODING, code, coding.getSystem(), text, points(linkId, concept, coding), false);
    }
}
