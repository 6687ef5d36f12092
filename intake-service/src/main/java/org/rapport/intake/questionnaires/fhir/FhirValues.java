package org.rapport.intake.questionnaires.fhir;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.TimeType;
import org.hl7.fhir.r4.model.Type;
import org.hl7.fhir.r4.model.UriType;
import org.rapport.intake.questionnaires.domain.Option;
import org.rapport.intake.questionnaires.domain.Question;
import org.rapport.intake.questionnaires.domain.QuestionType;

/** A value in a FHIR resource as an answer is kept; empty when a question of that type cannot have it. */
final class FhirValues {
    private FhirValues() {}

    static Optional<String> read(QuestionType type, List<Option> options, Type value) {
        return switch (type) {
            case BOOLEAN -> primitive(value, BooleanType.class).flatMap(type::read);
            case INTEGER -> primitive(value, IntegerType.class).flatMap(type::read);
            case DECIMAL -> primitive(value, DecimalType.class).flatMap(type::read);
            case DATE -> primitive(value, DateType.class).flatMap(type::read);
            case DATE_TIME -> primitive(value, DateTimeType.class).flatMap(type::read);
            case TIME -> primitive(value, TimeType.class).flatMap(type::read);
            case STRING, TEXT -> primitive(value, StringType.class).flatMap(type::read);
            case URL -> primitive(value, UriType.class).flatMap(type::read);
            case QUANTITY -> value instanceof Quantity quantity ? quantity(quantity) : Optional.empty();
            case CHOICE -> chosen(options, value);
            case OPEN_CHOICE ->
                chosen(options, value)
                        .or(() -> primitive(value, StringType.class).map(words -> Question.OWN_WORDS + words));
        };
    }

    private static Optional<String> chosen(List<Option> options, Type value) {
        return options.stream()
                .filter(option -> value instanceof Coding coding
                        ? isSame(option, coding)
                        : option.kind() != Option.Kind.CODING && option.code().equals(value.primitiveValue()))
                .map(Option::code)
                .findFirst();
    }

    private static boolean isSame(Option option, Coding coding) {
        boolean sameSystem = !coding.hasSystem()
                || option.system() == null
                || coding.getSystem().equals(option.system());
        return option.kind() == Option.Kind.CODING
                && sameSystem
                && option.code().equals(coding.getCode());
    }

    private static Optional<String> quantity(Quantity quantity) {
        if (!quantity.hasValue() || quantity.hasComparator()) {
            return Optional.empty();
        }
        String unit = quantity.hasCode() ? quantity.getCode() : quantity.hasUnit() ? quantity.getUnit() : "";
        return QuestionType.QUANTITY.read((quantity.getValue().toPlainString() + " " + unit).strip());
    }

    private static <P extends PrimitiveType<?>> Optional<String> primitive(Type value, Class<P> wanted) {
        // A code or markdown is a string by its class, and not by FHIR.
        return wanted == value.getClass() ? Optional.ofNullable(value.primitiveValue()) : Optional.empty();
    }
}
