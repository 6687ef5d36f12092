package org.rapport.matching.roster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.matching.roster.domain.Credential;
import org.rapport.matching.roster.domain.Licence;
import org.rapport.matching.roster.domain.Money;
import org.rapport.matching.roster.domain.Therapist;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/** The therapists of the fictional practice, read from {@value #FILE}. */
final class SampleRoster {
    private static final String FILE = "roster/sample-practice.json";

    private record LicenceRow(String state, String number, LocalDate expires) {}

    private record Row(
            UUID id,
            String name,
            Credential credential,
            @Nullable UUID supervisor,
            List<LicenceRow> licences,
            List<String> modalities,
            List<String> concerns,
            List<String> formats,
            List<String> populations,
            List<String> languages,
            List<String> payments,
            int fee,
            int capacity,
            int existingClients,
            boolean accepting,
            @Nullable LocalDate onLeaveUntil,
            List<String> availability,
            String introduction) {}

    private SampleRoster() {}

    static List<Therapist> therapists() {
        try (InputStream file = new ClassPathResource(FILE).getInputStream()) {
            return List.of(JsonMapper.shared().readValue(file, Row[].class)).stream()
                    .map(SampleRoster::therapist)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the sample roster cannot be read", e);
        }
    }

    private static Therapist therapist(Row row) {
        return new Therapist(
                row.id(),
                row.name(),
                row.credential(),
                row.supervisor(),
                row.licences().stream()
                        .map(licence -> new Licence(licence.state(), licence.number(), licence.expires()))
                        .toList(),
                row.modalities(),
                row.concerns(),
                row.formats(),
                row.populations(),
                row.languages(),
                row.payments(),
                Money.usd(row.fee()),
                row.capacity(),
                row.existingClients(),
                row.accepting(),
                row.onLeaveUntil(),
                row.availability(),
                row.introduction());
    }
}
