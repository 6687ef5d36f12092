package org.rapport.intake.responses.mongo;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.rapport.intake.questionnaires.domain.Answers;
import org.rapport.intake.questionnaires.domain.Language;
import org.rapport.intake.questionnaires.domain.Priority;
import org.rapport.intake.questionnaires.domain.QuestionnaireKey;
import org.rapport.intake.responses.domain.Acknowledgement;
import org.rapport.intake.responses.domain.AcknowledgementAction;
import org.rapport.intake.responses.domain.Entries;
import org.rapport.intake.responses.domain.Invitation;
import org.rapport.intake.responses.domain.Relationship;
import org.rapport.intake.responses.domain.Response;
import org.rapport.intake.responses.domain.ResponseId;
import org.rapport.intake.responses.domain.ResponseState;
import org.rapport.intake.responses.domain.SafetyConcern;
import org.rapport.intake.responses.domain.SafetyConcerns;
import org.rapport.intake.responses.domain.Scribe;
import org.rapport.intake.responses.domain.Signature;
import org.rapport.intake.responses.domain.Watch;

/** A response as stored. Answers are sealed with the inquiry's data key, and a list, not a map, so that no linkId is ever a key of the store. */
public record ResponseDocument(
        UUID inquiryId,
        State state,
        List<String> questionnaires,
        Language language,
        List<AnswerEntry> answers,
        int revision,
        List<Integer> pageRevisions,
        List<ScribeEntry> scribes,
        List<ConcernEntry> concerns,
        Instant sentAt,
        int sending,
        Instant expiresAt,
        int nudges,
        @Nullable Instant lapsedAt,
        @Nullable Instant submittedAt,
        @Nullable Priority priority,
        @Nullable SignatureEntry signature,
        @Nullable SignedEntries signed) {

    private static final String ANSWER = "answer|";
    private static final String CONCERN = "concern|";

    /** Names of {@link ResponseState} in the store. */
    public enum State {
        SENT,
        IN_PROGRESS,
        LAPSED,
        ERASED,
        SUBMITTED,
        AMENDING
    }

    /** The sealed answer to one question. */
    public record AnswerEntry(String question, Binary sealed) {}

    /** Who of the staff entered a page. */
    public record ScribeEntry(int page, UUID staffId, String name, Instant at) {
        static ScribeEntry of(Scribe scribe) {
            return new ScribeEntry(scribe.page(), scribe.staffId(), scribe.name(), scribe.at());
        }

        Scribe scribe() {
            return new Scribe(page, staffId, name, at);
        }
    }

    /** One safety concern; the acknowledgement is absent while it is open, the meaning if it could not be written down. */
    public record ConcernEntry(
            UUID id,
            @Nullable Binary sealedMeaning,
            Instant raisedAt,
            int escalations,
            Instant askedAt,
            @Nullable AcknowledgementEntry acknowledgement) {

        /** @param seal absent if it has no meaning to seal */
        static ConcernEntry of(SafetyConcern concern, @Nullable Seal seal) {
            return of(
                    concern,
                    seal == null || !hasMeaning(concern) ? null : seal.close(CONCERN + concern.id(), meaning(concern)));
        }

        static ConcernEntry of(SafetyConcern concern, @Nullable Binary sealedMeaning) {
            Acknowledgement by = concern.acknowledgement();
            return new ConcernEntry(
                    concern.id(),
                    sealedMeaning,
                    concern.raisedAt(),
                    concern.escalations(),
                    concern.askedAt(),
                    by == null ? null : new AcknowledgementEntry(by.by(), by.name(), by.action(), by.at()));
        }

        /** The code, then each question with its points: both would tell an answer. */
        private static List<String> meaning(SafetyConcern concern) {
            return Stream.concat(
                            Stream.of(concern.code()),
                            concern.points().entrySet().stream()
                                    .flatMap(each -> Stream.of(each.getKey(), Integer.toString(each.getValue()))))
                    .toList();
        }

        /** @param seal absent to leave unread what is sealed */
        SafetyConcern concern(@Nullable Seal seal) {
            if (sealedMeaning == null) {
                return concern(SafetyConcern.NOT_READ, Map.of());
            }
            if (seal == null) {
                return concern(SafetyConcern.SEALED, Map.of());
            }
            List<String> meaning = seal.open(CONCERN + id, sealedMeaning);
            Map<String, Integer> points = new HashMap<>();
            for (int i = 1; i < meaning.size(); i += 2) {
                points.put(meaning.get(i), Integer.valueOf(meaning.get(i + 1)));
            }
            return concern(meaning.getFirst(), points);
        }

        private SafetyConcern concern(String code, Map<String, Integer> points) {
            return new SafetyConcern(
                    id,
                    code,
                    points,
                    raisedAt,
                    escalations,
                    askedAt,
                    acknowledgement == null ? null : acknowledgement.acknowledgement());
        }
    }

    /** A consent that was agreed to; the name is sealed. */
    public record SignatureEntry(String consent, Binary sealedSigner, Relationship relationship, Language language) {
        private static final String PLACE = "signer";

        static SignatureEntry of(Signature signature, Seal seal) {
            return new SignatureEntry(
                    signature.consent(),
                    seal.close(PLACE, List.of(signature.signer())),
                    signature.relationship(),
                    signature.language());
        }

        Signature signature(Seal seal) {
            return new Signature(consent, seal.open(PLACE, sealedSigner).getFirst(), relationship, language);
        }
    }

    /** Who answers for a concern. */
    public record AcknowledgementEntry(UUID by, String name, AcknowledgementAction action, Instant at) {
        Acknowledgement acknowledgement() {
            return new Acknowledgement(by, name, action, at);
        }
    }

    private static boolean hasMeaning(SafetyConcern concern) {
        return !concern.code().equals(SafetyConcern.NOT_READ);
    }

    /** Whether there is anything in it to seal. */
    static boolean tells(Response response) {
        return !response.answers().byQuestion().isEmpty()
                || response.concerns().all().stream().anyMatch(ResponseDocument::hasMeaning)
                || response.state().stage() == Watch.Stage.SUBMITTED;
    }

    /** @param seal absent if there is nothing to seal */
    static ResponseDocument of(Response response, @Nullable Seal seal) {
        ResponseState.@Nullable Submitted submitted =
                response.asSigned().state() instanceof ResponseState.Submitted done ? done : null;
        return new ResponseDocument(
                response.inquiryId(),
                switch (response.state()) {
                    case ResponseState.Sent() -> State.SENT;
                    case ResponseState.InProgress() -> State.IN_PROGRESS;
                    case ResponseState.Lapsed _ -> State.LAPSED;
                    case ResponseState.Erased() -> State.ERASED;
                    case ResponseState.Submitted _ -> State.SUBMITTED;
                    case ResponseState.Amending _ -> State.AMENDING;
                },
                response.questionnaires().stream()
                        .map(QuestionnaireKey::canonical)
                        .toList(),
                response.language(),
                seal == null
                        ? List.of()
                        : response.answers().byQuestion().entrySet().stream()
                                .map(entry -> new AnswerEntry(
                                        entry.getKey(), seal.close(ANSWER + entry.getKey(), entry.getValue())))
                                .toList(),
                response.revision(),
                response.pageRevisions(),
                response.entries().scribes().stream().map(ScribeEntry::of).toList(),
                response.concerns().all().stream()
                        .map(concern -> ConcernEntry.of(concern, seal))
                        .toList(),
                response.invitation().sentAt(),
                response.invitation().number(),
                response.invitation().expiresAt(),
                response.invitation().nudges(),
                response.state() instanceof ResponseState.Lapsed lapsed ? lapsed.at() : null,
                submitted == null ? null : submitted.at(),
                submitted == null ? null : submitted.priority(),
                submitted == null || seal == null ? null : SignatureEntry.of(submitted.signature(), seal),
                SignedEntries.of(response.state(), seal));
    }

    boolean tells() {
        return !answers.isEmpty()
                || concerns.stream().anyMatch(concern -> concern.sealedMeaning() != null)
                || signature != null;
    }

    /** What is left of it without its key. */
    Response erased(ResponseId id, long version) {
        return read(id, version, new ResponseState.Erased(), Answers.none(), List.of());
    }

    /** @param seal absent if nothing in it is sealed */
    Response response(ResponseId id, long version, @Nullable Seal seal) {
        return seal == null
                ? read(
                        id,
                        version,
                        responseState(null),
                        Answers.none(),
                        concerns.stream().map(entry -> entry.concern(null)).toList())
                : read(
                        id,
                        version,
                        responseState(seal),
                        new Answers(answers.stream()
                                .collect(Collectors.toMap(
                                        AnswerEntry::question,
                                        entry -> seal.open(ANSWER + entry.question(), entry.sealed())))),
                        concerns.stream().map(entry -> entry.concern(seal)).toList());
    }

    /** What can be read of it without its key. */
    Watch watch(ResponseId id, long version) {
        return new Watch(
                id,
                inquiryId,
                switch (state) {
                    case SENT, IN_PROGRESS -> Watch.Stage.UNFINISHED;
                    case LAPSED -> Watch.Stage.LAPSED;
                    case SUBMITTED, AMENDING -> Watch.Stage.SUBMITTED;
                    case ERASED -> Watch.Stage.ERASED;
                },
                lapsedAt,
                new SafetyConcerns(
                        concerns.stream().map(entry -> entry.concern(null)).toList()),
                new Invitation(sending, sentAt, expiresAt, nudges),
                version);
    }

    /** What has become of it by itself; what is sealed stays as it is. */
    ResponseDocument after(Watch watch) {
        Map<UUID, ConcernEntry> known =
                concerns.stream().collect(Collectors.toMap(ConcernEntry::id, Function.identity()));
        return new ResponseDocument(
                inquiryId,
                watch.stage() == Watch.Stage.LAPSED ? State.LAPSED : state,
                questionnaires,
                language,
                answers,
                revision,
                pageRevisions,
                scribes,
                watch.concerns().all().stream()
                        .map(concern -> {
                            ConcernEntry before = known.get(concern.id());
                            return ConcernEntry.of(concern, before == null ? null : before.sealedMeaning());
                        })
                        .toList(),
                sentAt,
                sending,
                expiresAt,
                watch.invitation().nudges(),
                watch.lapsedAt(),
                submittedAt,
                priority,
                signature,
                signed);
    }

    private Response read(
            ResponseId id, long version, ResponseState readState, Answers read, List<SafetyConcern> raised) {
        return new Response(
                id,
                inquiryId,
                readState,
                questionnaires.stream().map(QuestionnaireKey::parse).toList(),
                new Entries(
                        language,
                        read,
                        revision,
                        pageRevisions,
                        scribes.stream().map(ScribeEntry::scribe).toList()),
                new SafetyConcerns(raised),
                new Invitation(sending, sentAt, expiresAt, nudges),
                version);
    }

    private ResponseState responseState(@Nullable Seal seal) {
        return switch (state) {
            case SENT -> new ResponseState.Sent();
            case IN_PROGRESS -> new ResponseState.InProgress();
            case ERASED -> new ResponseState.Erased();
            case LAPSED -> new ResponseState.Lapsed(Objects.requireNonNull(lapsedAt));
            case SUBMITTED, AMENDING -> {
                if (submittedAt == null || priority == null || signature == null || seal == null) {
                    throw new IllegalStateException("a submitted response without time, priority or signature");
                }
                ResponseState.Submitted first =
                        new ResponseState.Submitted(submittedAt, priority, signature.signature(seal));
                yield signed == null ? first : signed.state(first, seal);
            }
        };
    }
}
