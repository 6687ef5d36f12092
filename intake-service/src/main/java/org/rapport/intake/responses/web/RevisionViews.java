package org.rapport.intake.responses.web;

import org.rapport.intake.questionnaires.domain.Language;
import org.rapport.intake.responses.application.ResponseSheet;
import org.rapport.intake.responses.domain.ConsentText;
import org.rapport.intake.responses.domain.Consents;
import org.rapport.intake.responses.domain.SignedRevision;
import org.rapport.web.RefusedRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** One signed revision as it is read and printed, in the language in which it was signed. */
@Component
class RevisionViews {
    private final Consents consents;

    RevisionViews(Consents consents) {
        this.consents = consents;
    }

    SignedRevision find(ResponseSheet sheet, int number) {
        return sheet.response().revisions().stream()
                .filter(revision -> revision.number() == number)
                .findFirst()
                .orElseThrow(RefusedRequest::notFound);
    }

    ModelAndView fill(ModelAndView page, ResponseSheet sheet, SignedRevision revision) {
        Language language = revision.signature().language();
        ConsentText text = consents.find(revision.signature().consent()).orElseThrow();
        return page.addObject("revision", revision)
                .addObject("latest", sheet.response().revisions().size() == revision.number())
                .addObject("title", text.title().in(language))
                .addObject("parts", SignedConsent.parts(text, language))
                .addObject("sections", sheet.of(revision).sections(language));
    }
}
