package org.rapport.intake.questionnaires.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemAnswerOptionComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemInitialComponent;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.rapport.intake.questionnaires.domain.Control;
import org.rapport.intake.questionnaires.domain.Head;
import org.rapport.intake.questionnaires.domain.Initial;
import org.rapport.intake.questionnaires.domain.Limits;
import org.rapport.intake.questionnaires.domain.Occurrence;
import org.rapport.intake.questionnaires.domain.Option;
import org.rapport.intake.questionnaires.domain.Question;
import org.rapport.intake.questionnaires.domain.QuestionType;
import org.rapport.intake.questionnaires.domain.Wording;

/** Reads what makes an item a question: what it may be answered, how often, and with what it comes. */
final class FhirQuestion {
    private final FhirWords words;
    private final Findings findings;

    FhirQuestion(FhirWords words, Findings findings) {
        this.words = words;
        this.findings = findings;
    }

    Question read(Head head, QuestionnaireItemComponent item, QuestionType type, List<Option> options) {
        String linkId = head.linkId();
        boolean choice = type == QuestionType.CHOICE || type == QuestionType.OPEN_CHOICE;
        boolean optionless = type == QuestionType.CHOICE && options.isEmpty() && !item.hasAnswerValueSet();
        findings.fault(linkId, optionless, "offers no options");
        boolean never = type == QuestionType.BOOLEAN || type == QuestionType.QUANTITY || type == QuestionType.URL;
        findings.fault(linkId, never && item.hasAnswerOption(), "is a " + code(item) + " with options");
        findings.fault(linkId, !choice && item.hasAnswerValueSet(), "is a " + code(item) + " with a value set");
        Limits limits = limits(linkId, item, type);
        Initial initial = initial(head, item, type, options);
        Occurrence occurrence = occurrence(linkId, item, findings);
        findings.fault(
                linkId,
                initial.fixed() && occurrence.required() && initial.values().isEmpty(),
                "is required, and nobody can answer it");
        return new Question(head, type, occurrence, limits, control(linkId, item, options), options, initial);
    }

    static Occurrence occurrence(String linkId, QuestionnaireItemComponent item, Findings findings) {
        int least = number(linkId, item, FhirExtensions.MIN_OCCURS, findings).orElse(1);
        int most = number(linkId, item, FhirExtensions.MAX_OCCURS, findings).orElse(Occurrence.MOST);
        boolean repeats = item.getRepeats();
        findings.fault(linkId, least > most || most < 1, "asks for fewer answers than it allows");
        findings.fault(linkId, least > Occurrence.MOST, "asks for more than " + Occurrence.MOST + " answers");
        findings.fault(linkId, !repeats && least > 1, "asks for several answers and does not repeat");
        boolean required = item.getRequired();
        return repeats
                ? new Occurrence(required, true, Math.max(1, least), Math.min(most, Occurrence.MOST))
                : Occurrence.once(required);
    }

    private static Optional<Integer> number(
            String linkId, QuestionnaireItemComponent item, String url, Findings findings) {
        Optional<String> value = FhirExtensions.values(item, url).stream().findFirst();
        boolean wrong = value.filter(text -> !text.matches("-?[0-9]{1,9}")).isPresent();
        return findings.fault(linkId, wrong, "has no whole number in " + url)
                ? Optional.empty()
                : value.map(Integer::valueOf);
    }

    private Limits limits(String linkId, QuestionnaireItemComponent item, QuestionType type) {
        int longest = type == QuestionType.TEXT ? Limits.LONGEST_TEXT : Limits.LONGEST_LINE;
        boolean written = type.isText() || type == QuestionType.OPEN_CHOICE;
        if (item.hasMaxLength()) {
            findings.fault(linkId, !written, "is a " + code(item) + " with a maxLength");
            findings.fault(
                    linkId,
                    item.getMaxLength() > Limits.LONGEST_TEXT || item.getMaxLength() < 1,
                    "has a maxLength below 1 or above " + Limits.LONGEST_TEXT);
            longest = item.getMaxLength();
        }
        boolean counted = type == QuestionType.DECIMAL || type == QuestionType.QUANTITY;
        int decimals =
                number(linkId, item, FhirExtensions.DECIMAL_PLACES, findings).orElse(-1);
        findings.fault(linkId, decimals >= 0 && !counted, "is a " + code(item) + " with decimal places");
        int shortest = number(linkId, item, FhirExtensions.MIN_LENGTH, findings).orElse(0);
        findings.fault(linkId, shortest > 0 && !written, "is a " + code(item) + " with a minLength");
        boolean quantity = type == QuestionType.QUANTITY;
        String from = bound(linkId, item, type, quantity ? FhirExtensions.MIN_QUANTITY : FhirExtensions.MIN_VALUE);
        String to = bound(linkId, item, type, quantity ? FhirExtensions.MAX_QUANTITY : FhirExtensions.MAX_VALUE);
        boolean crossed = from != null
                && to != null
                && type.compare(from, to).filter(order -> order <= 0).isEmpty();
        findings.fault(linkId, crossed, "allows no value between its smallest and its largest");
        return new Limits(longest, shortest, decimals, from, to, units(linkId, item, type));
    }

    private @Nullable String bound(String linkId, QuestionnaireItemComponent item, QuestionType type, String url) {
        Extension extension = item.getExtensionByUrl(url);
        if (extension == null) {
            return null;
        }
        Type value = extension.getValue();
        Optional<String> kept =
                value == null || !type.isOrdered() ? Optional.empty() : FhirValues.read(type, List.of(), value);
        findings.fault(linkId, kept.isEmpty(), "has a smallest or largest value that cannot be its answer");
        return kept.orElse(null);
    }

    private List<Option> units(String linkId, QuestionnaireItemComponent item, QuestionType type) {
        List<Option> units = new ArrayList<>();
        for (String url : List.of(FhirExtensions.UNIT, FhirExtensions.UNIT_OPTION)) {
            for (Extension extension : item.getExtensionsByUrl(url)) {
                if (extension.getValue() instanceof Coding coding && coding.hasCode()) {
                    Wording text = coding.hasDisplay()
                            ? words.read(linkId, "words for unit " + coding.getCode(), coding.getDisplayElement(), "-")
                            : Wording.same(coding.getCode());
                    units.add(new Option(Option.Kind.CODING, coding.getCode(), coding.getSystem(), text, null, false));
                } else {
                    findings.fault(linkId, true, "has a unit without a code");
                }
            }
        }
        boolean number = type == QuestionType.DECIMAL || type == QuestionType.INTEGER;
        findings.fault(
                linkId,
                !units.isEmpty() && type != QuestionType.QUANTITY && !number,
                "is a " + code(item) + " with a unit");
        findings.fault(linkId, units.size() > 1 && number, "is a " + code(item) + " with several units");
        return units;
    }

    private Initial initial(Head head, QuestionnaireItemComponent item, QuestionType type, List<Option> options) {
        String linkId = head.linkId();
        List<Type> given = new ArrayList<>();
        item.getInitial().stream()
                .map(QuestionnaireItemInitialComponent::getValue)
                .forEach(given::add);
        findings.fault(linkId, !given.isEmpty() && item.hasAnswerOption(), "has initial beside answerOption");
        item.getAnswerOption().stream()
                .filter(QuestionnaireItemAnswerOptionComponent::getInitialSelected)
                .map(QuestionnaireItemAnswerOptionComponent::getValue)
                .forEach(given::add);
        List<String> values = new ArrayList<>();
        for (Type value : given) {
            Optional<String> kept = value == null ? Optional.empty() : FhirValues.read(type, options, value);
            findings.fault(linkId, kept.isEmpty(), "comes with an answer that it cannot have");
            kept.ifPresent(values::add);
        }
        findings.fault(linkId, values.size() > 1 && !item.getRepeats(), "comes with several answers and takes one");
        return new Initial(values, item.getReadOnly() || head.hidden());
    }

    private Control control(String linkId, QuestionnaireItemComponent item, List<Option> options) {
        Control control = Control.AUTOMATIC;
        for (String code : FhirExtensions.controls(item)) {
            switch (code) {
                case "radio-button" -> control = Control.RADIO_BUTTONS;
                case "check-box" -> control = Control.CHECK_BOXES;
                case "drop-down", "autocomplete", "lookup" -> control = Control.DROP_DOWN;
                case "text-box", "spinner" -> {}
                default ->
                    findings.fault(linkId, true, "has the item control " + code + ", which is not supported here");
            }
        }
        boolean chooses = control == Control.AUTOMATIC || control == Control.DROP_DOWN || !options.isEmpty();
        boolean yesOrNo = item.getType() == org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType.BOOLEAN;
        findings.fault(linkId, !chooses && !yesOrNo, "is shown as a choice and offers no options");
        boolean single = control == Control.RADIO_BUTTONS && item.getRepeats();
        findings.fault(linkId, single, "takes several answers, which radio buttons cannot");
        return control;
    }

    private static String code(QuestionnaireItemComponent item) {
        return item.getType().toCode();
    }
}
