package org.rapport.booking.inquiries.domain;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether what somebody typed makes a {@link Person}. Every fault is named at once, so that nobody has to submit
 * a form five times. A name is never refused for its letters or for markup: people are called what they are called.
 */
public final class PersonRules {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_EMAIL = 254;

    /** One plain mailbox of ASCII: no quoting, no address literal, nothing a mail program could read as an option or header. */
    private static final Pattern EMAIL = Pattern.compile("[A-Za-z0-9_+][A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{0,63}"
            + "@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}");

    private static final Pattern CONSENT_VERSION = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.-]{0,31}");

    private static final Set<String> STATES = Set.of(
            "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA PR RI SC SD TN TX UT VT VA WA WV WI WY"
                    .split(" "));

    private final PhoneNumbers phoneNumbers;

    public PersonRules(PhoneNumbers phoneNumbers) {
        this.phoneNumbers = phoneNumbers;
    }

    public static Set<String> states() {
        return STATES;
    }

    /** For somebody who comes by a door without a call; who wants to be called must say at which number. */
    public PersonCheck check(PersonAnswers answers, InquiryPath path) {
        return check(answers, path == InquiryPath.CALL_ME_BACK);
    }

    public PersonCheck check(PersonAnswers answers) {
        return check(answers, false);
    }

    /**
     * For somebody on the phone. A number is enough, without any channel: then they are called and never written to. Who wants the
     * questionnaire says where to send it, who wants to be called back at which number.
     */
    public PersonCheck check(PersonAnswers answers, Wish wish) {
        boolean toBeWritten =
                wish == Wish.QUESTIONNAIRE || trimmed(answers.phone()).isEmpty();
        return check(answers, wish == Wish.CALL_BACK, toBeWritten);
    }

    private PersonCheck check(PersonAnswers answers, boolean toBeCalled) {
        return check(answers, toBeCalled, true);
    }

    private PersonCheck check(PersonAnswers answers, boolean toBeCalled, boolean toBeWritten) {
        List<PersonFault> faults = new ArrayList<>();
        String name = name(answers.name(), faults);
        Set<Channel> channels = EnumSet.noneOf(Channel.class);
        List<PersonFault> channelFaults = channels(answers.channels(), channels, toBeWritten);
        String email = email(answers.email(), channels.contains(Channel.EMAIL), faults);
        String phone = phone(answers.phone(), channels.contains(Channel.SMS), toBeCalled, faults);
        Optional<ZoneId> zone = zone(answers.zone());
        if (zone.isEmpty()) {
            faults.add(PersonFault.ZONE_UNKNOWN);
        }
        String state = trimmed(answers.state());
        if (!STATES.contains(state)) {
            faults.add(PersonFault.STATE_UNKNOWN);
        }
        Optional<Language> language = Language.ofCode(trimmed(answers.language()));
        if (language.isEmpty()) {
            faults.add(PersonFault.LANGUAGE_UNKNOWN);
        }
        faults.addAll(channelFaults);
        String consent = trimmed(answers.consentVersion());
        if (!CONSENT_VERSION.matcher(consent).matches()) {
            faults.add(PersonFault.CONSENT_MISSING);
        }
        if (!faults.isEmpty()) {
            return new PersonCheck.Rejected(faults);
        }
        return new PersonCheck.Accepted(new Person(
                name,
                email,
                phone,
                zone.orElseThrow(),
                state,
                language.orElseThrow(),
                channels,
                answers.mayLeaveMessage(),
                consent));
    }

    /** A zone by its IANA region id: what has no place in it ({@code EST}, {@code GMT+5}, {@code Etc/...}) knows no daylight saving. */
    public static Optional<ZoneId> zone(@Nullable String id) {
        if (id == null
                || id.indexOf('/') < 0
                || id.startsWith("Etc/")
                || id.startsWith("SystemV/")
                || !ZoneId.getAvailableZoneIds().contains(id)) {
            return Optional.empty();
        }
        return Optional.of(ZoneId.of(id));
    }

    private static String name(@Nullable String typed, List<PersonFault> faults) {
        String name = trimmed(typed);
        if (name.codePoints().noneMatch(PersonRules::isVisible)) {
            faults.add(PersonFault.NAME_MISSING);
        } else if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            faults.add(PersonFault.NAME_TOO_LONG);
        } else if (!isOneReadableLine(name)) {
            faults.add(PersonFault.NAME_UNREADABLE);
        }
        return name;
    }

    private static @Nullable String email(@Nullable String typed, boolean needed, List<PersonFault> faults) {
        String email = trimmed(typed);
        if (email.isEmpty()) {
            if (needed) {
                faults.add(PersonFault.EMAIL_MISSING);
            }
            return null;
        }
        String localPart = email.substring(0, Math.max(0, email.indexOf('@')));
        if (email.length() > LONGEST_EMAIL
                || !EMAIL.matcher(email).matches()
                || localPart.contains("..")
                || localPart.endsWith(".")
                || email.matches(".*%0[aAdD].*")) {
            faults.add(PersonFault.EMAIL_INVALID);
        }
        return email;
    }

    private @Nullable String phone(
            @Nullable String typed, boolean toBeTexted, boolean toBeCalled, List<PersonFault> faults) {
        String phone = trimmed(typed);
        if (phone.isEmpty()) {
            if (toBeCalled) {
                faults.add(PersonFault.PHONE_TO_CALL_MISSING);
            } else if (toBeTexted) {
                faults.add(PersonFault.PHONE_MISSING);
            }
            return null;
        }
        return switch (phoneNumbers.read(phone)) {
            case PhoneNumbers.PhoneReading.Accepted(String number) -> number;
            case PhoneNumbers.PhoneReading.Unreadable() -> {
                faults.add(PersonFault.PHONE_INVALID);
                yield null;
            }
            case PhoneNumbers.PhoneReading.NotAllowed() -> {
                faults.add(PersonFault.PHONE_NOT_ALLOWED);
                yield null;
            }
        };
    }

    private static List<PersonFault> channels(List<String> typed, Set<Channel> channels, boolean toBeWritten) {
        for (String code : typed) {
            switch (code) {
                case "EMAIL" -> channels.add(Channel.EMAIL);
                case "SMS" -> channels.add(Channel.SMS);
                default -> {
                    return List.of(PersonFault.CHANNELS_UNKNOWN);
                }
            }
        }
        return channels.isEmpty() && toBeWritten ? List.of(PersonFault.CHANNELS_MISSING) : List.of();
    }

    private static String trimmed(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    private static boolean isVisible(int codePoint) {
        return !Character.isWhitespace(codePoint)
                && !Character.isSpaceChar(codePoint)
                && Character.getType(codePoint) != Character.FORMAT
                && !Character.isISOControl(codePoint);
    }

    /** No line breaks or control characters (they forge headers and log lines), no marks that turn the direction of text. */
    private static boolean isOneReadableLine(String text) {
        return text.codePoints()
                .noneMatch(codePoint -> Character.isISOControl(codePoint)
                        || Character.getType(codePoint) == Character.LINE_SEPARATOR
                        || Character.getType(codePoint) == Character.PARAGRAPH_SEPARATOR
                        || Character.getType(codePoint) == Character.SURROGATE
                        || (codePoint >= 0x202A && codePoint <= 0x202E)
                        || (codePoint >= 0x2066 && codePoint <= 0x2069));
    }
}
