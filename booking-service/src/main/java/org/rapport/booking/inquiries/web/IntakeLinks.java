package org.rapport.booking.inquiries.web;

import java.time.Instant;
import org.rapport.booking.inquiries.domain.InquiryId;
import org.rapport.contracts.ClientLink;
import org.rapport.web.PublicUrls;
import org.rapport.web.SignedLinks;
import org.springframework.stereotype.Component;

/** Links to the questionnaire of an inquiry; asked again, the link is the same. */
@Component
public final class IntakeLinks {

    static final ClientLink LINK = ClientLink.INTAKE;

    private final SignedLinks links;
    private final PublicUrls urls;

    public IntakeLinks(SignedLinks links, PublicUrls urls) {
        this.links = links;
        this.urls = urls;
    }

    /** @param since when the inquiry came, or its call was booked */
    public String token(InquiryId id, Instant since) {
        return links.sign(LINK.purpose(), id.toString(), LINK.validUntil(since));
    }

    public String url(InquiryId id, Instant since) {
        return url(token(id, since));
    }

    String url(String token) {
        return urls.absolute(LINK.path(token));
    }
}
