package org.rapport.intake.questionnaires.fhir;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.formats.JsonParser;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemAnswerOptionComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.jspecify.annotations.Nullable;
import org.rapport.intake.questionnaires.domain.BrokenQuestionnaire;
import org.rapport.intake.questionnaires.domain.DefinitionFault;
import org.rapport.intake.questionnaires.domain.Option;
import org.rapport.intake.questionnaires.domain.Question;
import org.rapport.intake.questionnaires.domain.QuestionGroup;
import org.rapport.intake.questionnaires.domain.QuestionType;
import org.rapport.intake.questionnaires.domain.Questionnaire;
import org.rapport.intake.questionnaires.domain.QuestionnaireKey;
import org.rapport.intake.questionnaires.domain.Rules;
import org.rapport.intake.questionnaires.domain.Wording;

/**
 * Turns one FHIR R4 Questionnaire into our own model, or refuses it with every fault named by its linkId.
 *
 * <p>Understood: top-level groups (one page each) of display, choice and text items, an optional display inside a question
 * (its hint), Spanish by the translation extension, points by the ordinalValue extension. Whatever else would change what
 * is asked or what an answer means (conditions, value sets, initial values, modifier extensions) is a fault, because to
 * skip over it would be to ask something else than the author meant.
 */
final class FhirDefinition {
    private static final String RESOURCE = "questionnaire";
    private static final String TRANSLATION = "http://hl7.org/fhir/StructureDefinition/translation";
    private static final String ORDINAL_VALUE = "http://hl7.org/fhir/StructureDefinition/ordinalValue";
    private static final String LINK_ID = "[a-z][a-z0-9-]{0,63}";
    private static final int LONGEST_TEXT = 4_000;

    private final List<DefinitionFault> faults = new ArrayList<>();
    private final Set<String> linkIds = new HashSet<>();

    private FhirDefinition() {}

    static Questionnaire read(String name, byte[] json, Rules rules) {
        return new FhirDefinition().readAll(name, parse(name, json), rules);
    }

    /**
     * With the reference implementation's own parser: it needs a third less time and half the memory of
     * {@code FhirContext}, which scans every resource class for the sake of this one.
     */
    private static org.hl7.fhir.r4.model.Questionnaire parse(String name, byte[] json) {
        JsonParser parser = new JsonParser();
        parser.setAllowUnknownContent(false);
        try {
            if (parser.parse(json) instanceof org.hl7.fhir.r4.model.Questionnaire questionnaire) {
                return questionnaire;
            }
            throw new BrokenQuestionnaire(name, List.of(new DefinitionFault(RESOURCE, "is another resource")));
        } catch (BrokenQuestionnaire e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // The parser answers malformed JSON with exceptions of many kinds.
            throw new BrokenQuestionnaire(
                    name, List.of(new DefinitionFault(RESOURCE, "is not a FHIR R4 resource: " + e.getMessage())));
        }
    }

    private Questionnaire readAll(String name, org.hl7.fhir.r4.model.Questionnaire source, Rules rules) {
        check(RESOURCE, !source.hasUrl(), "has no url");
        check(RESOURCE, !source.hasVersion(), "has no version");
        check(RESOURCE, source.hasModifierExtension(), "uses modifierExtension");
        Wording title = wording(RESOURCE, "title", source.getTitleElement());
        Wording notice = source.hasCopyright() ? wording(RESOURCE, "copyright", source.getCopyrightElement()) : null;
        List<QuestionGroup> groups = source.getItem().stream().map(this::group).toList();
        check(RESOURCE, groups.isEmpty(), "asks nothing");
        if (!faults.isEmpty()) {
            throw new BrokenQuestionnaire(name, faults);
        }
        return new Questionnaire(
                new QuestionnaireKey(source.getUrl(), source.getVersion()), title, notice, groups, rules);
    }

    private QuestionGroup group(QuestionnaireItemComponent item) {
        String linkId = checked(item);
        check(linkId, item.getType() != QuestionnaireItemType.GROUP, "stands alone; every question belongs to a group");
        List<Wording> paragraphs = new ArrayList<>();
        List<Question> questions = new ArrayList<>();
        for (QuestionnaireItemComponent child : item.getItem()) {
            switch (child.getType()) {
                case DISPLAY -> paragraphs.add(wording(checked(child), "text", child.getTextElement()));
                case CHOICE -> questions.add(question(child, QuestionType.CHOICE));
                case TEXT -> questions.add(question(child, QuestionType.TEXT));
                case null -> check(checked(child), true, "has no type");
                default -> unsupported(child);
            }
        }
        return new QuestionGroup(linkId, wording(linkId, "text", item.getTextElement()), paragraphs, questions);
    }

    private void unsupported(QuestionnaireItemComponent item) {
        check(checked(item), true, "has type " + item.getType().toCode() + ", which is not supported here");
        item.getItem().forEach(this::unsupported);
    }

    private Question question(QuestionnaireItemComponent item, QuestionType type) {
        String linkId = checked(item);
        boolean choice = type == QuestionType.CHOICE;
        check(linkId, choice != item.hasAnswerOption(), choice ? "offers no options" : "is a text with options");
        check(linkId, choice && item.hasMaxLength(), "is a choice with a maxLength");
        check(linkId, !choice && item.getRepeats(), "is a text that repeats");
        check(linkId, item.getMaxLength() > LONGEST_TEXT, "has a maxLength above " + LONGEST_TEXT);
        List<Option> options = item.getAnswerOption().stream()
                .map(option -> option(linkId, option))
                .toList();
        check(linkId, options.stream().map(Option::code).distinct().count() != options.size(), "offers one code twice");
        return new Question(
                linkId,
                wording(linkId, "text", item.getTextElement()),
                hint(linkId, item),
                type,
                item.getRequired(),
                item.getRepeats(),
                item.hasMaxLength() ? item.getMaxLength() : LONGEST_TEXT,
                options);
    }

    private @Nullable Wording hint(String linkId, QuestionnaireItemComponent item) {
        Wording hint = null;
        for (QuestionnaireItemComponent child : item.getItem()) {
            if (child.getType() == QuestionnaireItemType.DISPLAY && hint == null) {
                hint = wording(checked(child), "text", child.getTextElement());
            } else {
                check(checked(child), true, "stands inside " + linkId + ", where only one display may");
            }
        }
        return hint;
    }

    private Option option(String linkId, QuestionnaireItemAnswerOptionComponent option) {
        if (!(option.getValue() instanceof Coding coding) || !coding.hasCode()) {
            check(linkId, true, "has an option that is not a coding with a code");
            return new Option("", new Wording("-", "-"), null);
        }
        check(linkId, option.getInitialSelected(), "preselects an option");
        return new Option(
                coding.getCode(),
                wording(linkId, "option " + coding.getCode(), coding.getDisplayElement()),
                points(linkId, coding));
    }

    private @Nullable Integer points(String linkId, Coding coding) {
        Extension ordinal = coding.getExtensionByUrl(ORDINAL_VALUE);
        if (ordinal == null) {
            return null;
        }
        if (ordinal.getValue() instanceof DecimalType points
                && points.hasValue()
                && points.getValue().stripTrailingZeros().scale() <= 0
                && points.getValue().signum() >= 0) {
            return points.getValue().intValue();
        }
        check(linkId, true, "has points that are not a whole number");
        return null;
    }

    /** The linkId, after the checks that hold for every item. */
    private String checked(QuestionnaireItemComponent item) {
        String linkId = item.hasLinkId() ? item.getLinkId() : "(no linkId)";
        check(linkId, !linkId.matches(LINK_ID), "is not a linkId of small letters, digits and hyphens");
        check(linkId, !linkIds.add(linkId), "is a linkId used twice");
        check(linkId, item.hasEnableWhen() || item.hasEnableBehavior(), "uses enableWhen, which is not supported here");
        check(linkId, item.hasAnswerValueSet(), "uses answerValueSet, which is not supported here");
        check(linkId, item.hasInitial(), "uses initial, which is not supported here");
        check(linkId, item.getReadOnly(), "uses readOnly, which is not supported here");
        check(
                linkId,
                item.hasExtension() || item.hasModifierExtension(),
                "has an extension that is not supported here");
        return linkId;
    }

    private Wording wording(String linkId, String what, PrimitiveType<String> element) {
        String spanish = translation(element);
        check(linkId, !element.hasValue() || element.getValue().isBlank(), "has no " + what);
        check(linkId, spanish.isBlank(), "has no Spanish " + what);
        boolean complete = element.hasValue() && !element.getValue().isBlank() && !spanish.isBlank();
        return complete ? new Wording(element.getValue(), spanish) : new Wording("-", "-");
    }

    private static String translation(Element element) {
        return element.getExtensionsByUrl(TRANSLATION).stream()
                .filter(translation -> "es".equals(text(translation, "lang")))
                .map(translation -> text(translation, "content"))
                .findFirst()
                .orElse("");
    }

    private static String text(Extension translation, String part) {
        Extension found = translation.getExtensionByUrl(part);
        return found == null || !found.hasValue() ? "" : found.getValue().primitiveValue();
    }

    private void check(String linkId, boolean faulty, String problem) {
        if (faulty) {
            faults.add(new DefinitionFault(linkId, problem));
        }
    }
}
