package org.rapport.notification.messages;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.rapport.notification.messages.application.Sender;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who messages come from: {@code rapport.notification.sender}. What is empty was not given, and only the fictional practice has
 * something to put in its place.
 */
@ConfigurationProperties("rapport.notification.sender")
record SenderSettings(String name, String address, String host, String smsFrom, Sender sample) {
    /** Numbers from 555-0100 to 555-0199 exist in fiction only; one comes with the defaults of all services. */
    private static final Pattern FICTIONAL_NUMBER = Pattern.compile(".*55501\\d\\d");

    Sender ofSamplePractice() {
        return new Sender(
                given(name, sample.name()),
                given(address, sample.address()),
                given(host, sample.host()),
                given(smsFrom, sample.smsFrom()));
    }

    /** @param texts whether there is a gateway, so that texts need a number to come from */
    Sender ofRealPractice(String practicePhone, boolean texts) {
        List<String> missing = new ArrayList<>();
        require(name, "RAPPORT_SENDER_NAME", missing);
        require(address, "RAPPORT_SENDER_ADDRESS", missing);
        require(host, "RAPPORT_SENDER_HOST", missing);
        if (texts) {
            require(smsFrom, "SMS_FROM", missing);
        }
        if (FICTIONAL_NUMBER.matcher(practicePhone.replaceAll("\\D", "")).matches()) {
            missing.add("RAPPORT_PRACTICE_PHONE");
        }
        if (!missing.isEmpty()) {
            throw new SenderMissing(missing);
        }
        return new Sender(name, address, host, smsFrom);
    }

    private static void require(String value, String variable, List<String> missing) {
        if (value.isBlank()) {
            missing.add(variable);
        }
    }

    private static String given(String value, String otherwise) {
        return value.isBlank() ? otherwise : value;
    }
}
