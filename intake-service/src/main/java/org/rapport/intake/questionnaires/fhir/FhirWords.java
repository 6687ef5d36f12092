package org.rapport.intake.questionnaires.fhir;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.jspecify.annotations.Nullable;
import org.rapport.intake.questionnaires.domain.Language;
import org.rapport.intake.questionnaires.domain.Wording;

/** Words with their translations by the standard extension; words that are lacking become gaps. */
final class FhirWords {
    private static final String TRANSLATION = "http://hl7.org/fhir/StructureDefinition/translation";

    private final Language language;
    private final Findings findings;

    /** @param language what the resource says it is written in */
    FhirWords(@Nullable String language, Findings findings) {
        this.language = known(language == null ? "en" : language).orElse(Language.EN);
        this.findings = findings;
        boolean foreign = language != null && known(language).isEmpty();
        findings.fault("questionnaire", foreign, "is written in a language that we do not speak");
    }

    /** @param instead what is shown while there are no words at all */
    Wording read(String linkId, String what, PrimitiveType<String> element, String instead) {
        return read(linkId, what, element, Map.of(), instead);
    }

    /** @param designations further translations by language code, as a value set gives them */
    Wording read(
            String linkId,
            String what,
            PrimitiveType<String> element,
            Map<String, String> designations,
            String instead) {
        Map<Language, String> words = new TreeMap<>();
        designations.forEach((code, text) -> known(code).ifPresent(spoken -> words.putIfAbsent(spoken, text)));
        for (Extension translation : element.getExtensionsByUrl(TRANSLATION)) {
            known(part(translation, "lang")).ifPresent(spoken -> words.put(spoken, part(translation, "content")));
        }
        if (element.hasValue()) {
            words.put(language, element.getValue());
        }
        words.values().removeIf(String::isBlank);
        for (Language each : Language.values()) {
            String name = each == Language.EN ? "English" : "Spanish";
            findings.gap(linkId, !words.containsKey(each), "has no " + name + " " + what);
        }
        return words.isEmpty() ? Wording.same(instead) : new Wording(words.get(Language.EN), words.get(Language.ES));
    }

    private static Optional<Language> known(String code) {
        String main = code.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        return Arrays.stream(Language.values())
                .filter(spoken -> spoken.code().equals(main))
                .findFirst();
    }

    private static String part(Element translation, String url) {
        Extension found = translation.getExtensionByUrl(url);
        return found == null || !found.hasValue() ? "" : found.getValue().primitiveValue();
    }
}
