package org.rapport.matching.roster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rapport.matching.roster.domain.Compact;
import org.rapport.matching.roster.domain.Compacts;
import org.rapport.matching.roster.domain.Credential;
import org.rapport.matching.roster.domain.Vocabulary;
import org.rapport.matching.roster.domain.Vocabulary.Kind;
import org.rapport.matching.roster.domain.Vocabulary.Term;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The words of the roster and the compacts of states, as they stand in the files below {@code roster/}. */
final class PublishedVocabulary {
    private record TermRow(String code, List<String> synonyms, List<String> neighbours, String source) {}

    private record MemberRow(
            String state, LocalDate since, @Nullable LocalDate until) {}

    private record CompactRow(String code, Set<Credential> credentials, String source, List<MemberRow> members) {}

    private PublishedVocabulary() {}

    static Vocabulary vocabulary() {
        Map<Kind, List<Term>> terms = new EnumMap<>(Kind.class);
        terms.put(Kind.MODALITY, terms("roster/vocabulary/modalities.json"));
        terms.put(Kind.CONCERN, terms("roster/vocabulary/concerns.json"));
        Map<Kind, List<String>> plain =
                read("roster/vocabulary/practice.json", new TypeReference<Map<Kind, List<String>>>() {});
        plain.forEach((kind, codes) -> terms.put(
                kind,
                codes.stream()
                        .map(code -> new Term(code, List.of(), List.of(), ""))
                        .toList()));
        return new Vocabulary(terms);
    }

    static Compacts compacts() {
        return new Compacts(read("roster/compacts.json", new TypeReference<List<CompactRow>>() {}).stream()
                .map(row -> new Compact(
                        row.code(),
                        row.credentials(),
                        row.members().stream()
                                .map(member -> new Compact.Member(member.state(), member.since(), member.until()))
                                .toList()))
                .toList());
    }

    private static List<Term> terms(String path) {
        return read(path, new TypeReference<List<TermRow>>() {}).stream()
                .map(row -> new Term(row.code(), row.synonyms(), row.neighbours(), row.source()))
                .toList();
    }

    private static <T> T read(String path, TypeReference<T> type) {
        try (InputStream file = new ClassPathResource(path).getInputStream()) {
            return JsonMapper.shared().readValue(file, type);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read", e);
        }
    }
}
