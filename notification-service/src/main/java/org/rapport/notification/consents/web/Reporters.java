package org.rapport.notification.consents.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

/**
 * Who may tell us what became of messages, and by what we know them.
 *
 * @param office the neutral name of the practice
 * @param smsToken of the account at the gateway; where there is none, no text is taken
 * @param smsAddress of {@link TextController}, as the gateway knows it
 * @param mailAccount {@code user:password} the mail provider signs in with; where there is none, no report is taken
 */
public record Reporters(String office, String smsToken, String smsAddress, String mailAccount) {

    Optional<TwilioSignature> sms() {
        return smsToken.isEmpty() ? Optional.empty() : Optional.of(new TwilioSignature(smsToken, smsAddress));
    }

    boolean isMailProvider(String authorization) {
        String expected = "Basic " + Base64.getEncoder().encodeToString(mailAccount.getBytes(StandardCharsets.UTF_8));
        return !mailAccount.isEmpty()
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), authorization.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Reporters";
    }
}
