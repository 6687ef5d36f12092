package org.rapport.notification.words;

import java.time.Instant;
import java.util.UUID;
import org.rapport.contracts.ClientLink;
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
    public String manageCall(UUID callId, Instant end) {
        return link(ClientLink.MANAGE_CALL, callId, ClientLink.MANAGE_CALL.validUntil(end));
    }

    @Override
    public String confirmCall(UUID callId, Instant until) {
        return link(ClientLink.CONFIRM_CALL, callId, ClientLink.CONFIRM_CALL.validUntil(until));
    }

    @Override
    public String intake(UUID inquiryId, Instant until) {
        return link(ClientLink.INTAKE, inquiryId, until);
    }

    @Override
    public String waitList(UUID waiterId, Instant lastDay) {
        return link(ClientLink.WAIT_LIST, waiterId, ClientLink.WAIT_LIST.validUntil(lastDay));
    }

    @Override
    public String preferences(UUID inquiryId, Instant sentAt) {
        return link(ClientLink.PREFERENCES, inquiryId, ClientLink.PREFERENCES.validUntil(sentAt));
    }

    @Override
    public String choice(UUID inquiryId, int number, Instant until) {
        return question(ClientLink.CHOOSE_THERAPIST, inquiryId, number, until);
    }

    @Override
    public String fitCheck(UUID inquiryId, int number, Instant until) {
        return question(ClientLink.FIT_CHECK, inquiryId, number, until);
    }

    private String question(ClientLink link, UUID inquiryId, int number, Instant until) {
        return link(link, ClientLink.question(inquiryId, number), link.validUntil(until));
    }

    private String link(ClientLink link, UUID subject, Instant until) {
        return link(link, subject.toString(), until);
    }

    private String link(ClientLink link, String subject, Instant until) {
        return urls.absolute(link.path(signed.sign(link.purpose(), subject, until)));
    }

    @Override
    public String page(String path) {
        return urls.absolute(path);
    }
}
