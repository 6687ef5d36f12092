package org.rapport.intake.questionnaires.fhir;

import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;

/** Which extensions are understood, and which can be passed over without changing what is asked or what an answer means. */
final class FhirExtensions {
    private static final String CORE = "http://hl7.org/fhir/StructureDefinition/";
    private static final String SDC = "http://hl7.org/fhir/uv/sdc/StructureDefinition/";
    static final String ITEM_CONTROL = CORE + "questionnaire-itemControl";
    static final String HIDDEN = CORE + "questionnaire-hidden";
    static final String UNIT = CORE + "questionnaire-unit";
    static final String UNIT_OPTION = CORE + "questionnaire-unitOption";
    static final String MIN_VALUE = CORE + "minValue";
    static final String MAX_VALUE = CORE + "maxValue";
    static final String MIN_LENGTH = CORE + "minLength";
    static final String DECIMAL_PLACES = CORE + "maxDecimalPlaces";
    static final String MIN_OCCURS = CORE + "questionnaire-minOccurs";
    static final String MAX_OCCURS = CORE + "questionnaire-maxOccurs";
    static final String ENTRY_FORMAT = CORE + "entryFormat";
    static final String MIN_QUANTITY = SDC + "sdc-questionnaire-minQuantity";
    static final String MAX_QUANTITY = SDC + "sdc-questionnaire-maxQuantity";
    static final String ORDINAL_VALUE = CORE + "ordinalValue";
    static final String ITEM_WEIGHT = CORE + "itemWeight";
    static final String EXCLUSIVE = CORE + "questionnaire-optionExclusive";

    private static final Set<String> UNDERSTOOD = Set.of(
            ITEM_CONTROL,
            HIDDEN,
            UNIT,
            UNIT_OPTION,
            MIN_VALUE,
            MAX_VALUE,
            MIN_LENGTH,
            DECIMAL_PLACES,
            MIN_OCCURS,
            MAX_OCCURS,
            ENTRY_FORMAT,
            MIN_QUANTITY,
            MAX_QUANTITY,
            ORDINAL_VALUE,
            ITEM_WEIGHT,
            EXCLUSIVE);

    /** About how it looks, where it comes from or what others do with it; the questions stay the same. */
    private static final Set<String> HARMLESS = Set.of(
            CORE + "designNote",
            CORE + "rendering-style",
            CORE + "rendering-styleSensitive",
            CORE + "rendering-markdown",
            CORE + "rendering-xhtml",
            CORE + "display",
            CORE + "questionnaire-choiceOrientation",
            CORE + "questionnaire-displayCategory",
            CORE + "questionnaire-supportLink",
            CORE + "preferredTerminologyServer",
            SDC + "sdc-questionnaire-shortText",
            SDC + "sdc-questionnaire-width",
            SDC + "sdc-questionnaire-preferredTerminologyServer",
            SDC + "sdc-questionnaire-observationLinkPeriod",
            SDC + "sdc-questionnaire-observationExtract",
            SDC + "sdc-questionnaire-openLabel",
            SDC + "sdc-questionnaire-columnCount");

    private FhirExtensions() {}

    /** Names every extension of an item that might change what is asked. */
    static void check(String linkId, Element element, Findings findings) {
        for (Extension extension : element.getExtension()) {
            String url = extension.getUrl();
            findings.fault(
                    linkId,
                    !UNDERSTOOD.contains(url) && !HARMLESS.contains(url),
                    "has the extension " + url + ", which is not supported here");
        }
    }

    /** What a FHIR extension about the whole form may ask that we cannot do: compute, or check by a formula. */
    static boolean isFormula(Extension extension) {
        String url = extension.getUrl();
        return url.endsWith("onstraint") || url.endsWith("/cqf-library") || url.endsWith("xpression");
    }

    static List<String> controls(Element item) {
        return item.getExtensionsByUrl(ITEM_CONTROL).stream()
                .filter(extension -> extension.getValue() instanceof CodeableConcept)
                .flatMap(extension -> ((CodeableConcept) extension.getValue()).getCoding().stream())
                .map(coding -> coding.hasCode() ? coding.getCode() : "without a code")
                .toList();
    }

    /** The values of an extension as text; a coding gives its code. */
    static List<String> values(Element element, String url) {
        return element.getExtensionsByUrl(url).stream()
                .filter(Extension::hasValue)
                .map(extension -> extension.getValue() instanceof Coding coding
                        ? coding.getCode()
                        : String.valueOf(extension.getValue().primitiveValue()))
                .toList();
    }

    static boolean isTrue(Element element, String url) {
        return values(element, url).contains("true");
    }
}
