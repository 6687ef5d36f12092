package org.rapport.booking.inquiries.web;

import java.time.Duration;
import java.time.Instant;
import org.rapport.booking.inquiries.domain.InquiryId;
import org.rapport.web.PublicUrls;
import org.rapport.web.SignedLinks;
import org.springframework.stereotype.Component;

/** Links to the questionnaire of an inquiry; asked again, the link is the same. */
@Component
public final class IntakeLinks {

    static final String PURPOSE = "intake";
    private static final Duration VALID = Duration.ofDays(60);

    private final SignedLinks links;
    private final PublicUrls urls;

    public IntakeLinks(SignedLinks links, PublicUrls urls) {
        this.links = links;
        this.urls = urls;
    }

    /** @param since when the inquiry came, or its call was booked */
    public String token(InquiryId id, Instant since) {
        return links.sign(PURPOSE, id.toString(), since.plus(VALID));
    }

    public String url(InquiryId id, Instant since) {
        return urls.intake(token(id, since));
    }
}
