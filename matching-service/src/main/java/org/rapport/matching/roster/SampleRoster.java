package org.rapport.matching.roster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;

/** The therapists of the fictional practice, in the form in which a practice brings its own: {@value #FILE}. */
final class SampleRoster {
    private static final String FILE = "roster/sample-practice.csv";

    private SampleRoster() {}

    static String file() {
        try (InputStream file = new ClassPathResource(FILE).getInputStream()) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the sample roster cannot be read", e);
        }
    }
}
