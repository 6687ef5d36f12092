package org.rapport.intake.responses.mongo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.rapport.intake.questionnaires.domain.Answers;
import org.rapport.intake.responses.domain.ResponseState;
import org.rapport.intake.responses.domain.SignedRevision;

/**
 * What a signed response has beside its answers once it was amended: why, what was signed before, and what is being changed.
 *
 * @param sealedWhy absent if it never was amended
 * @param amending absent unless it is being changed
 */
public record SignedEntries(
        @Nullable Binary sealedWhy,
        List<RevisionEntry> earlier,
        @Nullable AmendingEntry amending) {
    private static final String WHY = "why";
    private static final String AMENDING = "amending";

    /** Something signed before; reason and answers are one sealed field. */
    public record RevisionEntry(int number, Instant at, ResponseDocument.SignatureEntry signature, Binary sealed) {
        private static String place(int number) {
            return "revision|" + number;
        }

        private static RevisionEntry of(SignedRevision revision, Seal seal) {
            return new RevisionEntry(
                    revision.number(),
                    revision.at(),
                    ResponseDocument.SignatureEntry.of(revision.signature(), seal),
                    seal.close(place(revision.number()), flat(revision.why(), revision.answers())));
        }

        private SignedRevision revision(Seal seal) {
            List<String> opened = seal.open(place(number), sealed);
            return new SignedRevision(number, at, signature.signature(seal), opened.getFirst(), answers(opened));
        }
    }

    /** What was signed, while it is being changed. */
    public record AmendingEntry(Instant since, Binary sealed) {}

    /** Absent for what was never amended. */
    static @Nullable SignedEntries of(ResponseState state, @Nullable Seal seal) {
        ResponseState.Amending amending = state instanceof ResponseState.Amending open ? open : null;
        ResponseState.Submitted signed = amending != null
                ? amending.signed()
                : state instanceof ResponseState.Submitted submitted ? submitted : null;
        if (signed == null
                || seal == null
                || (amending == null && signed.earlier().isEmpty())) {
            return null;
        }
        return new SignedEntries(
                signed.why().isEmpty() ? null : seal.close(WHY, List.of(signed.why())),
                signed.earlier().stream()
                        .map(revision -> RevisionEntry.of(revision, seal))
                        .toList(),
                amending == null
                        ? null
                        : new AmendingEntry(
                                amending.since(), seal.close(AMENDING, flat(amending.why(), amending.answers()))));
    }

    /** @param first what was signed, without what is said here */
    ResponseState state(ResponseState.Submitted first, Seal seal) {
        ResponseState.Submitted signed = new ResponseState.Submitted(
                first.at(),
                first.priority(),
                first.signature(),
                sealedWhy == null ? "" : seal.open(WHY, sealedWhy).getFirst(),
                earlier.stream().map(revision -> revision.revision(seal)).toList());
        if (amending == null) {
            return signed;
        }
        List<String> opened = seal.open(AMENDING, amending.sealed());
        return new ResponseState.Amending(signed, answers(opened), opened.getFirst(), amending.since());
    }

    /** The reason, then each question with the number of its answers and these. */
    private static List<String> flat(String why, Answers answers) {
        List<String> all = new ArrayList<>();
        all.add(why);
        answers.byQuestion().forEach((question, values) -> {
            all.add(question);
            all.add(Integer.toString(values.size()));
            all.addAll(values);
        });
        return all;
    }

    private static Answers answers(List<String> flat) {
        Map<String, List<String>> answers = new HashMap<>();
        int at = 1;
        while (at < flat.size()) {
            int from = at + 2;
            int to = from + Integer.parseInt(flat.get(at + 1));
            answers.put(flat.get(at), List.copyOf(flat.subList(from, to)));
            at = to;
        }
        return new Answers(answers);
    }
}
