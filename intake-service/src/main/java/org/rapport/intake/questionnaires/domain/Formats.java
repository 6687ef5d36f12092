package org.rapport.intake.questionnaires.domain;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The forms in which FHIR writes values. */
final class Formats {
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,10}");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,18}(\\.[0-9]{1,18})?");
    private static final Pattern TIME = Pattern.compile("[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?");
    private static final Pattern UNIT = Pattern.compile("\\S[\\S ]{0,49}");
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel", "urn");
    private static final String URN_UUID = "urn:uuid:";

    private Formats() {}

    static Optional<String> integer(String given) {
        if (!INTEGER.matcher(given).matches()) {
            return Optional.empty();
        }
        long value = Long.parseLong(given);
        return value == (int) value ? Optional.of(Long.toString(value)) : Optional.empty();
    }

    static Optional<String> decimal(String given) {
        return DECIMAL.matcher(given).matches() ? Optional.of(new BigDecimal(given).toPlainString()) : Optional.empty();
    }

    static Optional<String> date(String given) {
        return switch (given.length()) {
            case 4 -> parsed(given, Year::parse);
            case 7 -> parsed(given, YearMonth::parse);
            case 10 -> parsed(given, text -> LocalDate.parse(text, DATE));
            default -> Optional.empty();
        };
    }

    /** A date, or a time that names its offset. */
    static Optional<String> dateTime(String given) {
        return given.indexOf('T') < 0 ? date(given) : parsed(given, OffsetDateTime::parse);
    }

    static Optional<String> time(String given) {
        return TIME.matcher(given).matches()
                ? parsed(given.length() == 5 ? given + ":00" : given, LocalTime::parse)
                : Optional.empty();
    }

    /** An absolute address: what is relative leads nowhere, and other schemes can do more than lead somewhere. */
    static Optional<String> url(String given) {
        try {
            URI uri = new URI(given);
            boolean whole = uri.isAbsolute()
                    && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                    && (uri.isOpaque() || uri.getHost() != null);
            boolean named = !given.startsWith(URN_UUID)
                    || UUID.fromString(given.substring(URN_UUID.length()))
                                    .toString()
                                    .length()
                            == given.length() - URN_UUID.length();
            return whole && named ? Optional.of(given) : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Optional<String> quantity(String given) {
        int space = given.indexOf(' ');
        if (space < 0) {
            return decimal(given);
        }
        String unit = given.substring(space + 1).strip();
        return UNIT.matcher(unit).matches()
                ? decimal(given.substring(0, space)).map(number -> number + " " + unit)
                : Optional.empty();
    }

    static BigDecimal number(String quantity) {
        int space = quantity.indexOf(' ');
        return new BigDecimal(space < 0 ? quantity : quantity.substring(0, space));
    }

    static String unit(String quantity) {
        int space = quantity.indexOf(' ');
        return space < 0 ? "" : quantity.substring(space + 1);
    }

    /** Units are not converted: a factor got wrong here would be an answer nobody gave. */
    static Optional<Integer> compareQuantities(String left, String right) {
        return unit(left).equals(unit(right)) ? Optional.of(number(left).compareTo(number(right))) : Optional.empty();
    }

    /** Two moments when both are; else as far as both are known: May 2020 is neither before nor after 2020. */
    static Optional<Integer> compareTimes(String left, String right) {
        if (left.indexOf('T') > 0 && right.indexOf('T') > 0) {
            return Optional.of(OffsetDateTime.parse(left)
                    .toInstant()
                    .compareTo(OffsetDateTime.parse(right).toInstant()));
        }
        int known = Math.min(Math.min(left.length(), right.length()), 10);
        return Optional.of(left.substring(0, known).compareTo(right.substring(0, known)));
    }

    private static Optional<String> parsed(String given, Function<String, ?> parser) {
        try {
            Objects.requireNonNull(parser.apply(given));
            return Optional.of(given);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
