package org.rapport.matching.roster.domain;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Reads an entry of the roster, whole: it names every fault at once. */
public final class EntryReader {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_TEXT = 2_000;
    private static final int HIGHEST_FEE = 10_000;

    private final Vocabulary vocabulary;
    private final Compacts compacts;

    public EntryReader(Vocabulary vocabulary, Compacts compacts) {
        this.vocabulary = vocabulary;
        this.compacts = compacts;
    }

    /** @param colleagues among whom the supervisor must be, licensed to practise alone; the entry's own therapist may be one of them */
    public EntryReading read(RosterEntry entry, Colleagues colleagues) {
        List<EntryFault> faults = new ArrayList<>();
        UUID id = id(entry, RosterField.ID, faults);
        String name = text(entry, RosterField.NAME, LONGEST_NAME, faults);
        if (name.isEmpty()) {
            faults.add(new EntryFault(RosterField.NAME, "missing", ""));
        }
        Credential credential = credential(entry, faults);
        UUID supervisor =
                entry.value(RosterField.SUPERVISOR).isEmpty() ? null : id(entry, RosterField.SUPERVISOR, faults);
        supervision(id, credential, supervisor, colleagues, faults);
        List<Licence> licences = parts(entry, RosterField.LICENCES, 3, faults, EntryReader::licence);
        List<CompactAuthority> authorities = parts(entry, RosterField.COMPACTS, 4, faults, this::authority);
        Offering offering = new Offering(
                words(entry, RosterField.MODALITIES, faults),
                words(entry, RosterField.CONCERNS, faults),
                words(entry, RosterField.FORMATS, faults),
                words(entry, RosterField.POPULATIONS, faults),
                words(entry, RosterField.LANGUAGES, faults),
                words(entry, RosterField.PAYMENTS, faults),
                words(entry, RosterField.AVAILABILITY, faults));
        Fee fee = fee(entry, faults);
        Caseload caseload = caseload(entry, faults);
        Profile profile = new Profile(
                text(entry, RosterField.INTRODUCTION, LONGEST_TEXT, faults),
                video(entry, faults),
                words(entry, RosterField.IDENTITIES, faults));
        if (!faults.isEmpty() || id == null || credential == null || fee == null || caseload == null) {
            return new EntryReading.Faulty(faults);
        }
        return new EntryReading.Read(new Therapist(
                id, name, credential, supervisor, licences, authorities, offering, fee, caseload, profile));
    }

    private static void supervision(
            @Nullable UUID id,
            @Nullable Credential credential,
            @Nullable UUID supervisor,
            Colleagues colleagues,
            List<EntryFault> faults) {
        if (supervisor == null) {
            if (credential != null && credential.isSupervised()) {
                faults.add(new EntryFault(RosterField.SUPERVISOR, "supervisor-needed", credential.name()));
            }
        } else if (supervisor.equals(id)) {
            faults.add(new EntryFault(RosterField.SUPERVISOR, "supervisor-self", ""));
        } else {
            colleagues
                    .credential(supervisor)
                    .map(found -> found.isSupervised() ? "supervisor-supervised" : "")
                    .or(() -> Optional.of("supervisor-unknown"))
                    .filter(fault -> !fault.isEmpty())
                    .ifPresent(fault -> faults.add(new EntryFault(RosterField.SUPERVISOR, fault, "")));
        }
        if (id != null
                && credential != null
                && credential.isSupervised()
                && colleagues.supervisors().contains(id)) {
            faults.add(new EntryFault(RosterField.CREDENTIAL, "supervises", credential.name()));
        }
    }

    private static @Nullable UUID id(RosterEntry entry, RosterField field, List<EntryFault> faults) {
        String said = entry.value(field);
        try {
            UUID id = UUID.fromString(said);
            // The JDK also reads shortened ids, which would then be written differently.
            if (id.toString().equalsIgnoreCase(said)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // Named below, like a shortened one.
        }
        faults.add(new EntryFault(field, "no-id", said));
        return null;
    }

    public static Optional<Credential> credential(String said) {
        return Arrays.stream(Credential.values())
                .filter(credential -> credential.name().equalsIgnoreCase(said))
                .findFirst();
    }

    private static @Nullable Credential credential(RosterEntry entry, List<EntryFault> faults) {
        String said = entry.value(RosterField.CREDENTIAL);
        Optional<Credential> known = credential(said);
        if (known.isEmpty()) {
            faults.add(new EntryFault(RosterField.CREDENTIAL, said.isEmpty() ? "missing" : "unknown", said));
        }
        return known.orElse(null);
    }

    private static String text(RosterEntry entry, RosterField field, int longest, List<EntryFault> faults) {
        String said = entry.value(field);
        if (said.length() > longest) {
            faults.add(new EntryFault(field, "too-long", Integer.toString(longest)));
        }
        if (said.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')) {
            faults.add(new EntryFault(field, "control", ""));
        }
        return said;
    }

    private List<String> words(RosterEntry entry, RosterField field, List<EntryFault> faults) {
        Vocabulary.Kind kind = field.kind();
        if (kind == null) {
            throw new IllegalArgumentException(field + " is no list of words");
        }
        Set<String> codes = new LinkedHashSet<>();
        for (String said : entry.list(field)) {
            vocabulary
                    .code(kind, said)
                    .ifPresentOrElse(codes::add, () -> faults.add(new EntryFault(field, "unknown", said)));
        }
        return List.copyOf(codes);
    }

    private static <T> List<T> parts(
            RosterEntry entry,
            RosterField field,
            int count,
            List<EntryFault> faults,
            BiFunction<String[], LocalDate, Optional<T>> make) {
        List<T> all = new ArrayList<>();
        for (String said : entry.list(field)) {
            String[] parts = said.split(":", -1);
            Optional<LocalDate> day = parts.length == count ? day(parts[count - 1]) : Optional.empty();
            Optional<T> made = day.flatMap(until -> make.apply(parts, until));
            made.ifPresentOrElse(all::add, () -> faults.add(new EntryFault(field, "parts", said)));
        }
        return all;
    }

    private static Optional<Licence> licence(String[] parts, LocalDate until) {
        return isState(parts[0]) && !parts[1].isBlank()
                ? Optional.of(new Licence(parts[0], parts[1].strip(), until))
                : Optional.empty();
    }

    private Optional<CompactAuthority> authority(String[] parts, LocalDate until) {
        return compacts.find(parts[0])
                .filter(_ -> isState(parts[1]) && !parts[2].isBlank())
                .map(compact -> new CompactAuthority(compact.code(), parts[1], parts[2].strip(), until));
    }

    private static boolean isState(String said) {
        return said.matches("[A-Z]{2}");
    }

    private static Optional<LocalDate> day(String said) {
        try {
            LocalDate day = LocalDate.parse(said.strip());
            return day.getYear() < 2000 || day.getYear() > 2100 ? Optional.empty() : Optional.of(day);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static @Nullable Fee fee(RosterEntry entry, List<EntryFault> faults) {
        Money standard = amount(entry, RosterField.FEE, faults);
        Money lowest =
                entry.value(RosterField.LOWEST_FEE).isEmpty() ? null : amount(entry, RosterField.LOWEST_FEE, faults);
        if (standard == null) {
            return null;
        }
        if (lowest != null && !standard.isMoreThan(lowest)) {
            faults.add(new EntryFault(RosterField.LOWEST_FEE, "not-lower", ""));
            return null;
        }
        return new Fee(standard, lowest);
    }

    private static @Nullable Money amount(RosterEntry entry, RosterField field, List<EntryFault> faults) {
        String said = entry.value(field);
        if (said.matches("[0-9]{1,5}(\\.[0-9]{2})?")) {
            BigDecimal amount = new BigDecimal(said);
            if (amount.compareTo(BigDecimal.valueOf(HIGHEST_FEE)) <= 0) {
                return new Money(amount, Money.US_DOLLAR);
            }
        }
        faults.add(new EntryFault(field, said.isEmpty() ? "missing" : "no-amount", said));
        return null;
    }

    private static @Nullable Caseload caseload(RosterEntry entry, List<EntryFault> faults) {
        int capacity = number(entry, RosterField.CAPACITY, 1, faults);
        int existing = number(entry, RosterField.EXISTING_CLIENTS, 0, faults);
        Optional<Boolean> accepting = accepting(entry, faults);
        String leave = entry.value(RosterField.ON_LEAVE_UNTIL);
        Optional<LocalDate> back = day(leave);
        if (!leave.isEmpty() && back.isEmpty()) {
            faults.add(new EntryFault(RosterField.ON_LEAVE_UNTIL, "no-day", leave));
        }
        if (capacity < 0 || existing < 0 || accepting.isEmpty()) {
            return null;
        }
        if (existing > capacity) {
            faults.add(new EntryFault(RosterField.EXISTING_CLIENTS, "over-capacity", Integer.toString(capacity)));
            return null;
        }
        return new Caseload(capacity, existing, accepting.get(), back.orElse(null));
    }

    private static int number(RosterEntry entry, RosterField field, int least, List<EntryFault> faults) {
        String said = entry.value(field);
        if (said.matches("[0-9]{1,3}")) {
            int number = Integer.parseInt(said);
            if (number >= least && number <= Caseload.MOST) {
                return number;
            }
        }
        faults.add(new EntryFault(field, said.isEmpty() ? "missing" : "no-number", said));
        return -1;
    }

    private static Optional<Boolean> accepting(RosterEntry entry, List<EntryFault> faults) {
        String said = entry.value(RosterField.ACCEPTING).toLowerCase(Locale.ROOT);
        if (said.equals("yes") || said.equals("no")) {
            return Optional.of(said.equals("yes"));
        }
        faults.add(new EntryFault(RosterField.ACCEPTING, "yes-or-no", said));
        return Optional.empty();
    }

    /** Only https, and nobody's password in it: the address is shown to everybody. */
    private static @Nullable String video(RosterEntry entry, List<EntryFault> faults) {
        String said = entry.value(RosterField.VIDEO);
        if (said.isEmpty()) {
            return null;
        }
        try {
            URI address = new URI(said);
            if ("https".equals(address.getScheme())
                    && address.getHost() != null
                    && address.getUserInfo() == null
                    && said.length() <= 300) {
                return said;
            }
        } catch (URISyntaxException e) {
            // Named below.
        }
        faults.add(new EntryFault(RosterField.VIDEO, "no-address", said));
        return null;
    }
}
