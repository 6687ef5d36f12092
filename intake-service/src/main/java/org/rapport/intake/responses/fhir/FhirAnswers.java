package org.rapport.intake.responses.fhir;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.TimeType;
import org.hl7.fhir.r4.model.Type;
import org.hl7.fhir.r4.model.UriType;
import org.rapport.intake.questionnaires.domain.Item;
import org.rapport.intake.questionnaires.domain.Language;
import org.rapport.intake.questionnaires.domain.Option;
import org.rapport.intake.questionnaires.domain.Question;
import org.rapport.intake.questionnaires.domain.Questionnaire;
import org.rapport.intake.questionnaires.domain.Sheet;
import org.rapport.intake.responses.domain.Response;

/** The answers to one questionnaire, nested as its items are: what stands inside a question stands inside its first answer. */
final class FhirAnswers {
    private final Questionnaire questionnaire;
    private final Language language;
    private final Sheet sheet;
    private final List<Sheet.Entry> entries;

    FhirAnswers(Questionnaire questionnaire, Response response) {
        this.questionnaire = questionnaire;
        this.language = response.language();
        this.sheet = questionnaire.beside(response.answers());
        this.entries = sheet.entries(questionnaire.items());
    }

    List<QuestionnaireResponseItemComponent> items() {
        return items(questionnaire.items(), List.of());
    }

    private List<QuestionnaireResponseItemComponent> items(List<Item> items, List<Integer> instances) {
        List<QuestionnaireResponseItemComponent> written = new ArrayList<>();
        for (Item item : items) {
            for (Sheet.Entry entry : entriesOf(item, instances)) {
                QuestionnaireResponseItemComponent component = new QuestionnaireResponseItemComponent();
                // Without a text, which would have to be the definition's own to the letter, not a translation.
                component.setLinkId(item.linkId());
                boolean says = switch (item) {
                    case Item.Display _ -> false;
                    case Item.Group group -> {
                        items(group.items(), entry.place().instances()).forEach(component::addItem);
                        yield component.hasItem();
                    }
                    case Item.Asked asked -> {
                        answer(component, asked, entry);
                        yield component.hasAnswer();
                    }
                };
                if (says) {
                    written.add(component);
                }
            }
        }
        return written;
    }

    private List<Sheet.Entry> entriesOf(Item item, List<Integer> instances) {
        int depth = instances.size()
                + (item instanceof Item.Group group && group.occurrence().repeats() ? 1 : 0);
        return entries.stream()
                .filter(entry -> entry.item().linkId().equals(item.linkId())
                        && entry.place().instances().size() == depth
                        && entry.place()
                                .instances()
                                .subList(0, instances.size())
                                .equals(instances))
                .toList();
    }

    private void answer(QuestionnaireResponseItemComponent component, Item.Asked asked, Sheet.Entry entry) {
        Question question = asked.question();
        for (String value : sheet.answers(question, entry.place())) {
            component.addAnswer().setValue(value(question, value));
        }
        if (component.hasAnswer()) {
            items(asked.items(), entry.place().instances()).forEach(component.getAnswerFirstRep()::addItem);
        }
    }

    private Type value(Question question, String value) {
        return switch (question.type()) {
            case BOOLEAN -> new BooleanType(value);
            case INTEGER -> new IntegerType(value);
            case DECIMAL -> new DecimalType(value);
            case DATE -> new DateType(value);
            case DATE_TIME -> new DateTimeType(value);
            case TIME -> new TimeType(value);
            case STRING, TEXT -> new StringType(value);
            case URL -> new UriType(value);
            case QUANTITY -> quantity(question, value);
            case CHOICE, OPEN_CHOICE -> chosen(question, value);
        };
    }

    private Type chosen(Question question, String value) {
        if (question.isOpen() && value.startsWith(Question.OWN_WORDS)) {
            return new StringType(value.substring(Question.OWN_WORDS.length()));
        }
        Option option = question.option(value).orElseThrow();
        return switch (option.kind()) {
            case CODING -> new Coding(option.system(), value, option.text().in(language));
            case STRING -> new StringType(value);
            case INTEGER -> new IntegerType(value);
            case DATE -> new DateType(value);
            case TIME -> new TimeType(value);
        };
    }

    private Quantity quantity(Question question, String value) {
        int space = value.indexOf(' ');
        if (space < 0) {
            return new Quantity().setValue(new BigDecimal(value));
        }
        String unit = value.substring(space + 1);
        Quantity quantity = new Quantity().setValue(new BigDecimal(value.substring(0, space)));
        Option known = question.unit(unit).orElse(null);
        quantity.setUnit(known == null ? unit : known.text().in(language));
        if (known != null && known.system() != null) {
            quantity.setSystem(known.system()).setCode(unit);
        }
        return quantity;
    }
}
