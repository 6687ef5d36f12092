package org.rapport.booking.hosts.mongo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.rapport.booking.hosts.domain.Hosts;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The staff of a practice that does not exist, for trying Rapport out. Loading it again changes nothing. */
public final class SamplePractice {

    private static final String FILE = "/sample-practice/booking-hosts.json";

    private SamplePractice() {}

    public static void load(Hosts hosts) {
        try (InputStream file = SamplePractice.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("the sample practice is not on the class path: " + FILE);
            }
            Map<String, HostDocument> sample =
                    JsonMapper.shared().readValue(file, new TypeReference<Map<String, HostDocument>>() {});
            sample.forEach((id, host) -> hosts.addIfAbsent(host.toHost(id)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
