package org.rapport.booking.hosts.mongo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.rapport.booking.hosts.domain.Hosts;
import org.rapport.booking.hosts.domain.Practices;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The staff of a practice that does not exist, for trying Rapport out. Loading it again changes nothing. */
public final class SamplePractice {

    private static final String HOSTS = "/sample-practice/booking-hosts.json";
    private static final String SETTINGS = "/sample-practice/booking-practice.json";

    private SamplePractice() {}

    public static void load(Hosts hosts, Practices practices) {
        practices.save(read(SETTINGS, new TypeReference<PracticeDocument>() {}).toSettings(0));
        read(HOSTS, new TypeReference<Map<String, HostDocument>>() {})
                .forEach((id, host) -> hosts.save(host.toHost(id, 0)));
    }

    private static <T> T read(String name, TypeReference<T> type) {
        try (InputStream file = SamplePractice.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("the sample practice is not on the class path: " + name);
            }
            return JsonMapper.shared().readValue(file, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
