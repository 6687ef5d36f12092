package org.rapport.intake.questionnaires.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.rapport.intake.questionnaires.domain.Questionnaire;
import org.rapport.intake.questionnaires.domain.Rules;

/** Definitions for tests, written with single quotes and without words in two languages. */
public final class SmallForm {
    private SmallForm() {}

    public static Questionnaire of(String... items) {
        return FhirDefinition.read("form", json(items), Rules.none());
    }

    /** @param more properties, as {@code 'required': true} */
    public static String item(String linkId, String type, String... more) {
        String rest = more.length == 0 ? "" : ", " + String.join(", ", more);
        return "{'linkId': '" + linkId + "', 'text': 'Text of " + linkId + "', 'type': '" + type + "'" + rest + "}";
    }

    /** @param answer property with its value, as {@code 'answerBoolean': true} */
    public static String when(String question, String operator, String answer) {
        return "{'question': '" + question + "', 'operator': '" + operator + "', " + answer + "}";
    }

    public static String enabled(String... whens) {
        return "'enableWhen': [" + String.join(", ", whens) + "]";
    }

    public static byte[] json(String... items) {
        return ("{'resourceType': 'Questionnaire', 'url': 'https://p.example/form', 'version': '1', 'status': 'active',"
                        + " 'title': 'Form', 'item': [" + String.join(", ", items) + "]}")
                .replace('\'', '"')
                .getBytes(UTF_8);
    }
}
