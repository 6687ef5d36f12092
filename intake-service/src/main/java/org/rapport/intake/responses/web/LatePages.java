package org.rapport.intake.responses.web;

import org.rapport.intake.questionnaires.domain.Answers;
import org.rapport.intake.responses.application.HeedLatePage;
import org.rapport.intake.responses.application.HeedLatePageHandler;
import org.rapport.intake.responses.domain.ResponseDecision;
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

    /** The link has run out, and the answers need the crisis page. */
    static final class InDanger extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final boolean told;

        InDanger(boolean told) {
            super("late", null, false, false);
            this.told = told;
        }

        /** Whether somebody of the practice knows. */
        boolean isTold() {
            return told;
        }
    }

    /**
     * Before the link is looked at otherwise, which ends the request; does nothing while it is good.
     *
     * @throws InDanger with what has become of it
     */
    void heed(String token, int page, Answers answers) {
        links.lateInquiryOf(token)
                .flatMap(inquiry -> heed.handle(new HeedLatePage(inquiry, page, answers)))
                .filter(ResponseDecision.ReadOnly::crisis)
                .ifPresent(heard -> {
                    throw new InDanger(heard.isTold());
                });
    }
}
