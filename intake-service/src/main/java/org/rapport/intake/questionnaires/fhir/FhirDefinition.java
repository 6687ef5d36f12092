package org.rapport.intake.questionnaires.fhir;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.formats.JsonParser;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.jspecify.annotations.Nullable;
import org.rapport.intake.questionnaires.domain.BrokenQuestionnaire;
import org.rapport.intake.questionnaires.domain.Condition;
import org.rapport.intake.questionnaires.domain.DefinitionFault;
import org.rapport.intake.questionnaires.domain.Head;
import org.rapport.intake.questionnaires.domain.Item;
import org.rapport.intake.questionnaires.domain.Occurrence;
import org.rapport.intake.questionnaires.domain.Option;
import org.rapport.intake.questionnaires.domain.Place;
import org.rapport.intake.questionnaires.domain.QuestionType;
import org.rapport.intake.questionnaires.domain.Questionnaire;
import org.rapport.intake.questionnaires.domain.QuestionnaireKey;
import org.rapport.intake.questionnaires.domain.Rules;
import org.rapport.intake.questionnaires.domain.Wording;

/**
 * Turns one FHIR R4 Questionnaire into our own model, or refuses it with every fault named by its linkId.
 *
 * <p>Whatever would change what is asked or what an answer means and is not understood here (attachments, references,
 * expressions, value sets kept elsewhere, modifier extensions) is a fault, because to skip over it would be to ask
 * something else than the author meant. Words that are lacking are gaps: the form can be looked at, not sent.
 */
final class FhirDefinition {
    private static final String RESOURCE = "questionnaire";
    /** Nothing that a form's own fields begin with, or that ends as the key of a place does. */
    private static final String LINK_ID = "[A-Za-z0-9/][A-Za-z0-9/._:~-]{0,254}";

    private static final Set<String> FIELDS_OF_THE_FORM = Set.of("lang");
    private static final int DEEPEST = 8;

    private final Findings findings = new Findings();
    private final Set<String> linkIds = new HashSet<>();
    private final Map<String, List<Option>> options = new HashMap<>();
    private final FhirConditions conditions = new FhirConditions(findings);
    private final org.hl7.fhir.r4.model.Questionnaire source;
    private final FhirWords words;
    private final FhirOptions optionsOf;
    private final FhirQuestion questions;

    private FhirDefinition(org.hl7.fhir.r4.model.Questionnaire source) {
        this.source = source;
        this.words = new FhirWords(source.hasLanguage() ? source.getLanguage() : null, findings);
        this.optionsOf = new FhirOptions(source.getContained(), words, findings);
        this.questions = new FhirQuestion(words, findings);
    }

    static Questionnaire read(String name, byte[] json, Rules rules) {
        return new FhirDefinition(parse(name, json)).readAll(name, rules);
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

    private Questionnaire readAll(String name, Rules rules) {
        findings.fault(RESOURCE, !source.hasUrl(), "has no url");
        findings.fault(RESOURCE, !source.hasVersion(), "has no version");
        boolean barred = (source.hasUrl() && source.getUrl().contains("|"))
                || (source.hasVersion() && source.getVersion().contains("|"));
        findings.fault(RESOURCE, barred, "has a | in its url or version");
        findings.fault(RESOURCE, source.hasModifierExtension() || source.hasImplicitRules(), "uses modifierExtension");
        source.getExtension().stream()
                .filter(FhirExtensions::isFormula)
                .forEach(formula -> findings.fault(
                        RESOURCE, true, "has the extension " + formula.getUrl() + ", which is not supported here"));
        Wording title = words.read(RESOURCE, "title", source.getTitleElement(), name);
        Wording notice =
                source.hasCopyright() ? words.read(RESOURCE, "copyright", source.getCopyrightElement(), "-") : null;
        source.getItem().forEach(item -> tell(item, 1));
        List<Item> items = source.getItem().stream()
                .flatMap(item -> item(item, true).stream())
                .toList();
        findings.fault(RESOURCE, items.isEmpty(), "asks nothing");
        if (!findings.faults().isEmpty()) {
            throw new BrokenQuestionnaire(name, findings.faults());
        }
        return new Questionnaire(
                new QuestionnaireKey(source.getUrl(), source.getVersion()),
                title,
                notice,
                items,
                rules,
                findings.gaps());
    }

    /** The first of two rounds: what conditions must know of questions, wherever they stand. */
    private void tell(QuestionnaireItemComponent item, int depth) {
        String linkId = linkId(item);
        findings.fault(
                linkId, !linkId.matches(LINK_ID), "has a linkId with other signs than letters, digits and / . _ : -");
        findings.fault(
                linkId,
                Place.isAmbiguous(linkId) || FIELDS_OF_THE_FORM.contains(linkId),
                "has a linkId that forms use themselves");
        findings.fault(linkId, !linkIds.add(linkId), "is a linkId used twice");
        findings.fault(linkId, depth > DEEPEST, "stands deeper than " + DEEPEST + " levels");
        type(item).ifPresent(type -> {
            List<Option> read = optionsOf.read(linkId, item, type);
            options.putIfAbsent(linkId, read);
            conditions.tell(linkId, type, read);
        });
        if (depth <= DEEPEST) {
            item.getItem().forEach(child -> tell(child, depth + 1));
        }
    }

    private Optional<Item> item(QuestionnaireItemComponent item, boolean pageAllowed) {
        String linkId = linkId(item);
        findings.fault(linkId, item.hasModifierExtension(), "uses modifierExtension");
        FhirExtensions.check(linkId, item, findings);
        return switch (item.getType()) {
            case GROUP -> Optional.of(group(item, pageAllowed));
            case DISPLAY -> Optional.of(display(item));
            case null -> {
                findings.fault(linkId, true, "has no type");
                yield Optional.empty();
            }
            default -> question(item);
        };
    }

    private Item group(QuestionnaireItemComponent item, boolean pageAllowed) {
        String linkId = linkId(item);
        boolean page = false;
        for (String control : FhirExtensions.controls(item)) {
            switch (control) {
                case "page" -> page = true;
                case "list", "table", "htable", "gtable", "atable", "grid", "header", "footer", "inline" -> {}
                default ->
                    findings.fault(linkId, true, "has the item control " + control + ", which is not supported here");
            }
        }
        findings.fault(linkId, page && !pageAllowed, "begins a page inside what must stay together");
        boolean plain =
                !item.hasAnswerOption() && !item.hasAnswerValueSet() && !item.hasInitial() && !item.hasMaxLength();
        findings.fault(linkId, !plain, "is a group with what only a question has");
        findings.fault(linkId, !item.hasItem(), "is a group with nothing in it");
        findings.fault(
                linkId, item.getReadOnly() && item.hasItem(), "is a read-only group, which is not supported here");
        boolean inside = pageAllowed && !item.getRepeats();
        List<Item> items = new ArrayList<>();
        for (QuestionnaireItemComponent child : item.getItem()) {
            if (!isHint(item, child)) {
                item(child, inside).ifPresent(items::add);
            }
        }
        Occurrence occurrence = FhirQuestion.occurrence(linkId, item, findings);
        boolean lonely = occurrence.repeats() && occurrence.least() > 1;
        findings.fault(linkId, lonely, "is a group that must repeat, which is not supported here");
        return new Item.Group(head(item), occurrence, page, items);
    }

    private Item display(QuestionnaireItemComponent item) {
        String linkId = linkId(item);
        findings.fault(linkId, item.hasItem(), "is a display with items in it");
        boolean asks = item.hasRequired() || item.hasRepeats() || item.hasInitial() || item.hasAnswerOption();
        findings.fault(linkId, asks, "is a display with what only a question has");
        return new Item.Display(head(item));
    }

    private Optional<Item> question(QuestionnaireItemComponent item) {
        String linkId = linkId(item);
        QuestionType type = type(item).orElse(null);
        if (type == null) {
            findings.fault(linkId, true, "has type " + item.getType().toCode() + ", which is not supported here");
            item.getItem().forEach(child -> item(child, false));
            return Optional.empty();
        }
        List<Item> items = new ArrayList<>();
        for (QuestionnaireItemComponent child : item.getItem()) {
            if (!isHint(item, child)) {
                item(child, false).ifPresent(items::add);
            }
        }
        findings.fault(
                linkId,
                item.getRepeats() && !items.isEmpty(),
                "repeats with items inside, which is not supported here");
        return Optional.of(
                new Item.Asked(questions.read(head(item), item, type, options.getOrDefault(linkId, List.of())), items));
    }

    private Head head(QuestionnaireItemComponent item) {
        String linkId = linkId(item);
        boolean hidden = FhirExtensions.isTrue(item, FhirExtensions.HIDDEN);
        Condition condition = conditions.read(linkId, item);
        Wording text = hidden ? Wording.same(linkId) : words.read(linkId, "text", item.getTextElement(), linkId);
        return new Head(linkId, item.hasPrefix() ? item.getPrefix() : "", text, hint(item), condition, hidden);
    }

    /** A display inside an item is what helps to answer it; without one, the form its answer should have. */
    private @Nullable Wording hint(QuestionnaireItemComponent item) {
        String linkId = linkId(item);
        Wording hint = null;
        for (QuestionnaireItemComponent child : item.getItem()) {
            if (isHint(item, child)) {
                findings.fault(linkId(child), hint != null, "is a second help for " + linkId);
                findings.fault(linkId(child), child.hasEnableWhen(), "is help with a condition");
                findings.fault(linkId(child), child.hasItem(), "is help with items in it");
                FhirExtensions.check(linkId(child), child, findings);
                hint = words.read(linkId(child), "text", child.getTextElement(), linkId(child));
            }
        }
        List<String> formats = FhirExtensions.values(item, FhirExtensions.ENTRY_FORMAT);
        return hint == null && !formats.isEmpty() ? Wording.same(formats.getFirst()) : hint;
    }

    /** In a group a display is a paragraph, unless its item control says that it is help; in a question it is help. */
    private static boolean isHint(QuestionnaireItemComponent parent, QuestionnaireItemComponent child) {
        if (child.getType() != QuestionnaireItemType.DISPLAY) {
            return false;
        }
        if (parent.getType() != QuestionnaireItemType.GROUP && !child.hasEnableWhen()) {
            return true;
        }
        List<String> controls = FhirExtensions.controls(child);
        return controls.stream().anyMatch(Set.of("help", "flyover", "prompt", "unit", "legal", "security")::contains);
    }

    private static String linkId(QuestionnaireItemComponent item) {
        return item.hasLinkId() ? item.getLinkId() : "(no linkId)";
    }

    private static Optional<QuestionType> type(QuestionnaireItemComponent item) {
        return Optional.ofNullable(
                switch (item.getType()) {
                    case BOOLEAN -> QuestionType.BOOLEAN;
                    case INTEGER -> QuestionType.INTEGER;
                    case DECIMAL -> QuestionType.DECIMAL;
                    case DATE -> QuestionType.DATE;
                    case DATETIME -> QuestionType.DATE_TIME;
                    case TIME -> QuestionType.TIME;
                    case STRING -> QuestionType.STRING;
                    case TEXT -> QuestionType.TEXT;
                    case URL -> QuestionType.URL;
                    case CHOICE -> QuestionType.CHOICE;
                    case OPENCHOICE -> QuestionType.OPEN_CHOICE;
                    case QUANTITY -> QuestionType.QUANTITY;
                    case null -> null;
                    default -> null;
                });
    }
}
