package org.rapport.intake.responses.web;

import org.rapport.intake.questionnaires.domain.Answers;
import org.rapport.intake.responses.application.HeedLatePage;
import org.rapport.intake.responses.application.HeedLatePageHandler;
import org.springframework.stereotype.Component;

/** Hears a danger also from whoever had a page open when their link ran out. */
@Component
class LatePages {
    private final IntakeLinks links;
    private final HeedLatePageHandler heed;

    LatePages(IntakeLinks links, HeedLatePageHandler heed) {
        this.links = links;
        this.heed = heed;
    }

    /** Before the link is looked at otherwise, which ends the request; does nothing while it is good. */
    void heed(String token, int page, Answers answers) {
        links.lateInquiryOf(token).ifPresent(inquiry -> heed.handle(new HeedLatePage(inquiry, page, answers)));
    }
}
