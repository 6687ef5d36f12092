package org.rapport.intake.questionnaires.domain;

/** Names one immutable definition: canonical URL and version. */
public record QuestionnaireKey(String url, String version) {
    public QuestionnaireKey {
        if (url.isBlank() || version.isBlank() || url.contains("|") || version.contains("|")) {
            throw new IllegalArgumentException("a questionnaire needs a URL and a version");
        }
    }

    /** Reads {@code url|version}, the way FHIR writes a canonical reference. */
    public static QuestionnaireKey parse(String canonical) {
        int bar = canonical.indexOf('|');
        if (bar < 0) {
            throw new IllegalArgumentException("a canonical reference needs a version");
        }
        return new QuestionnaireKey(canonical.substring(0, bar), canonical.substring(bar + 1));
    }

    public String canonical() {
        return url + "|" + version;
    }
}
