package org.rapport.intake.responses.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rapport.intake.questionnaires.domain.Wording;
import org.rapport.intake.responses.domain.ConsentElement;
import org.rapport.intake.responses.domain.ConsentText;
import org.rapport.intake.responses.domain.Consents;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The texts in the jar, {@code consents/<version>.json}; one that lacks an element keeps the service from starting. */
public final class ConsentFiles implements Consents {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    /** The last is current; those before it were signed by somebody, and stay. */
    private static final List<String> VERSIONS = List.of("1.0.0");

    private final List<ConsentText> texts = new ArrayList<>();

    private record TextFile(Words title, Map<ConsentElement, Words> parts) {}

    private record Words(@Nullable String en, @Nullable String es) {
        Wording wording() {
            return new Wording(en, es);
        }
    }

    public ConsentFiles() {
        VERSIONS.forEach(version -> texts.add(read(version)));
    }

    @Override
    public ConsentText current() {
        return texts.getLast();
    }

    @Override
    public Optional<ConsentText> find(String version) {
        return texts.stream().filter(text -> text.version().equals(version)).findFirst();
    }

    private static ConsentText read(String version) {
        try (InputStream file = ConsentFiles.class.getResourceAsStream("/consents/" + version + ".json")) {
            if (file == null) {
                throw new IllegalStateException("there is no consent " + version);
            }
            TextFile text = JSON.readValue(file, TextFile.class);
            Map<ConsentElement, Wording> parts = new EnumMap<>(ConsentElement.class);
            text.parts().forEach((element, words) -> parts.put(element, words.wording()));
            return new ConsentText(version, text.title().wording(), parts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
