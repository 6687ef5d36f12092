package org.rapport.intake.questionnaires.fhir;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rapport.intake.questionnaires.domain.BrokenQuestionnaire;
import org.rapport.intake.questionnaires.domain.DefinitionFault;
import org.rapport.intake.questionnaires.domain.Packet;
import org.rapport.intake.questionnaires.domain.Questionnaire;
import org.rapport.intake.questionnaires.domain.QuestionnaireKey;
import org.rapport.intake.questionnaires.domain.Questionnaires;
import org.rapport.intake.questionnaires.domain.Rules;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The definitions in the jar, {@code questionnaires/<name>.json} with {@code <name>.rules.json} beside it. They are read
 * on a thread of their own, because the FHIR parser's classes take a second to load; whoever asks first waits for it.
 */
public final class QuestionnaireFiles implements Questionnaires {
    private static final List<String> CURRENT = List.of("practice-intake", "phq-9", "gad-7");
    /** Versions nobody is sent any more, which begun responses still pin. Put a file's name here when its next version comes. */
    private static final List<String> RETIRED = List.of();

    private final int current;
    private final CompletableFuture<Map<QuestionnaireKey, Questionnaire>> loaded;

    QuestionnaireFiles(List<String> current, List<String> retired) {
        this.current = current.size();
        this.loaded = new CompletableFuture<>();
        List<String> names = Stream.concat(current.stream(), retired.stream()).toList();
        Thread.ofPlatform().daemon().name("questionnaires").start(() -> load(names));
    }

    public static QuestionnaireFiles shipped() {
        return new QuestionnaireFiles(CURRENT, RETIRED);
    }

    @Override
    public Packet current() {
        return new Packet(definitions().values().stream().limit(current).toList());
    }

    @Override
    public Packet pinned(List<QuestionnaireKey> keys) {
        Map<QuestionnaireKey, Questionnaire> known = definitions();
        return new Packet(keys.stream().map(key -> find(known, key)).toList());
    }

    @Override
    public Optional<Questionnaire> find(QuestionnaireKey key) {
        return Optional.ofNullable(definitions().get(key));
    }

    @Override
    public Collection<Questionnaire> atHand() {
        return definitions().values();
    }

    private static Questionnaire find(Map<QuestionnaireKey, Questionnaire> known, QuestionnaireKey key) {
        Questionnaire found = known.get(key);
        if (found == null) {
            throw new IllegalStateException("a response pins " + key.canonical() + ", which is not shipped any more");
        }
        return found;
    }

    private Map<QuestionnaireKey, Questionnaire> definitions() {
        try {
            return loaded.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof BrokenQuestionnaire broken) {
                throw broken;
            }
            throw e;
        }
    }

    private void load(List<String> names) {
        try {
            loaded.complete(names.stream()
                    .map(QuestionnaireFiles::read)
                    .collect(Collectors.toMap(
                            Questionnaire::key, Function.identity(), (first, _) -> first, LinkedHashMap::new)));
        } catch (RuntimeException | Error e) {
            loaded.completeExceptionally(e);
        }
    }

    private static Questionnaire read(String name) {
        return read(name, bytes(name + ".json"), bytes(name + ".rules.json"));
    }

    /** One definition with its rules, whole in every language; refused with every fault named. */
    static Questionnaire read(String name, byte[] definition, byte[] rules) {
        Questionnaire questionnaire = taken(name, readDraft(name, definition, rules));
        if (!questionnaire.gaps().isEmpty()) {
            throw new BrokenQuestionnaire(name, questionnaire.gaps());
        }
        return questionnaire;
    }

    /**
     * What staff upload; words may still be lacking.
     *
     * @param rules empty for none
     */
    public static Questionnaire readUpload(String definition, String rules) {
        return taken("questionnaire", readStored(definition, rules));
    }

    /** What was taken once, by the rules of its day. */
    public static Questionnaire readStored(String definition, String rules) {
        byte[] json = definition.getBytes(StandardCharsets.UTF_8);
        return rules.isBlank()
                ? FhirDefinition.read("questionnaire", json, Rules.none())
                : readDraft("questionnaire", json, rules.getBytes(StandardCharsets.UTF_8));
    }

    private static Questionnaire taken(String name, Questionnaire read) {
        List<DefinitionFault> faults = read.faultsOfUpload();
        if (!faults.isEmpty()) {
            throw new BrokenQuestionnaire(name, faults);
        }
        return read;
    }

    private static Questionnaire readDraft(String name, byte[] definition, byte[] rules) {
        RulesFile file = rulesFile(name, rules);
        Questionnaire questionnaire = FhirDefinition.read(name, definition, readRules(name, file));
        if (!questionnaire.key().canonical().equals(file.questionnaire())) {
            throw broken(name, "belong to " + file.questionnaire());
        }
        return questionnaire;
    }

    private static RulesFile rulesFile(String name, byte[] json) {
        try {
            return JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build()
                    .readValue(json, RulesFile.class);
        } catch (JacksonException e) {
            throw broken(name, "cannot be read: " + e.getOriginalMessage());
        }
    }

    private static Rules readRules(String name, RulesFile file) {
        try {
            return file.rules();
        } catch (IllegalArgumentException | NullPointerException e) {
            // The mapper leaves null what the file leaves out.
            throw broken(name, "cannot be understood: " + e.getMessage());
        }
    }

    private static BrokenQuestionnaire broken(String name, String problem) {
        return new BrokenQuestionnaire(name, List.of(new DefinitionFault("rules", problem)));
    }

    private static byte[] bytes(String file) {
        String path = "/questionnaires/" + file;
        try (InputStream in = QuestionnaireFiles.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new FileNotFoundException(path);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
