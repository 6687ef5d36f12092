package org.rapport.notification.words;

import java.time.Instant;
import java.util.UUID;
import org.rapport.web.PublicUrls;
import org.rapport.web.SignedLinks;

final class PublicLinks implements Links {
    private final SignedLinks signed;
    private final PublicUrls urls;

    PublicLinks(SignedLinks signed, PublicUrls urls) {
        this.signed = signed;
        this.urls = urls;
    }

    @Override
    public String manageCall(UUID callId, Instant until) {
        return urls.manageCall(signed.sign("manage-call", callId.toString(), until));
    }

    @Override
    public String intake(UUID inquiryId, Instant until) {
        return urls.intake(signed.sign("intake", inquiryId.toString(), until));
    }

    @Override
    public String page(String path) {
        return urls.absolute(path);
    }
}
