package org.rapport.matching.roster.domain;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A therapist as text, the way a file or a form says it. Several values of one field stand with semicolons between. */
public record RosterEntry(Map<RosterField, String> values) {
    private static final String BETWEEN = "; ";

    public RosterEntry {
        values = Map.copyOf(values);
    }

    public static RosterEntry of(Therapist t) {
        Offering offering = t.offering();
        Map<RosterField, String> values = new EnumMap<>(RosterField.class);
        values.put(RosterField.ID, t.id().toString());
        values.put(RosterField.NAME, t.name());
        values.put(RosterField.CREDENTIAL, t.credential().name());
        values.put(RosterField.SUPERVISOR, text(t.supervisor()));
        values.put(
                RosterField.LICENCES,
                t.licences().stream()
                        .map(licence -> licence.state() + ":" + licence.number() + ":" + licence.expires())
                        .collect(joining(BETWEEN)));
        values.put(
                RosterField.COMPACTS,
                t.compacts().stream()
                        .map(authority -> authority.compact() + ":" + authority.homeState() + ":" + authority.number()
                                + ":" + authority.expires())
                        .collect(joining(BETWEEN)));
        values.put(RosterField.MODALITIES, String.join(BETWEEN, offering.modalities()));
        values.put(RosterField.CONCERNS, String.join(BETWEEN, offering.concerns()));
        values.put(RosterField.FORMATS, String.join(BETWEEN, offering.formats()));
        values.put(RosterField.POPULATIONS, String.join(BETWEEN, offering.populations()));
        values.put(RosterField.LANGUAGES, String.join(BETWEEN, offering.languages()));
        values.put(RosterField.PAYMENTS, String.join(BETWEEN, offering.payments()));
        values.put(RosterField.FEE, t.fee().standard().amount().toPlainString());
        Money lowest = t.fee().lowest();
        values.put(RosterField.LOWEST_FEE, lowest == null ? "" : lowest.amount().toPlainString());
        values.put(RosterField.CAPACITY, Integer.toString(t.caseload().capacity()));
        values.put(RosterField.EXISTING_CLIENTS, Integer.toString(t.caseload().existingClients()));
        values.put(RosterField.ACCEPTING, t.caseload().accepting() ? "yes" : "no");
        values.put(RosterField.ON_LEAVE_UNTIL, text(t.caseload().onLeaveUntil()));
        values.put(RosterField.AVAILABILITY, String.join(BETWEEN, offering.availability()));
        values.put(RosterField.IDENTITIES, String.join(BETWEEN, t.profile().identities()));
        values.put(RosterField.VIDEO, text(t.profile().video()));
        values.put(RosterField.INTRODUCTION, t.profile().introduction());
        return new RosterEntry(values);
    }

    public String value(RosterField field) {
        return values.getOrDefault(field, "").strip();
    }

    public List<String> list(RosterField field) {
        return Arrays.stream(value(field).split(";", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** The same with another id, for an entry that came without. */
    public RosterEntry with(UUID id) {
        Map<RosterField, String> next = new EnumMap<>(RosterField.class);
        next.putAll(values);
        next.put(RosterField.ID, id.toString());
        return new RosterEntry(next);
    }

    /** What this one says, and where it says nothing of a field, what the other says. */
    public RosterEntry over(RosterEntry other) {
        Map<RosterField, String> next = new EnumMap<>(RosterField.class);
        next.putAll(other.values);
        next.putAll(values);
        return new RosterEntry(next);
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
