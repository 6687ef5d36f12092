package org.rapport.intake.responses.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rapport.intake.questionnaires.domain.Language;
import org.rapport.intake.responses.application.SubmitResponse.Signing;
import org.rapport.intake.responses.domain.ConsentElement;
import org.rapport.intake.responses.domain.ConsentText;
import org.rapport.intake.responses.domain.Relationship;

/** The consent as it is shown and as it is signed. */
final class SignedConsent {
    private SignedConsent() {}

    /** What it says, in order. */
    static List<String> parts(ConsentText text, Language language) {
        return Arrays.stream(ConsentElement.values())
                .flatMap(element -> Optional.ofNullable(text.parts().get(element)).stream())
                .map(words -> words.in(language))
                .toList();
    }

    /** Null when something of it is lacking. */
    static @Nullable Signing of(
            @Nullable String consent, @Nullable String signer, @Nullable String relationship, Language language) {
        Relationship found = Arrays.stream(Relationship.values())
                .filter(each -> each.name().equals(relationship))
                .findFirst()
                .orElse(null);
        return consent == null || signer == null || signer.isBlank() || found == null
                ? null
                : new Signing(consent, signer, found, language);
    }
}
