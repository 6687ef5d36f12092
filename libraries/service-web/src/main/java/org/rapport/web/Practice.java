package org.rapport.web;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The practice as its pages and mails name it: {@code rapport.practice.name}, {@code .phone}, {@code .zone}. */
@ConfigurationProperties("rapport.practice")
public record Practice(String name, String phone, ZoneId zone) {
    /** For a telephone link. Only digits: the number is written for people. */
    public String phoneLink() {
        String digits = phone.replaceAll("\\D", "");
        return digits.length() == 10 ? "tel:+1" + digits : "tel:+" + digits;
    }
}
