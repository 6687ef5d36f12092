package org.rapport.intake.responses.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rapport.intake.questionnaires.domain.Answers;
import org.rapport.intake.questionnaires.domain.Criterion;
import org.rapport.intake.questionnaires.domain.Packet;

/**
 * What matching may know: codes only, never a word the person wrote.
 *
 * @param maximumFee whole US dollars a session
 */
public record Criteria(
        String state,
        String format,
        List<String> concerns,
        List<String> modalities,
        String payment,
        @Nullable Integer maximumFee,
        List<String> languages,
        List<String> availability) {
    /** The shipped intake is for adults. */
    public static final String POPULATION = "ADULT";

    public static Criteria of(Packet packet, Answers answers) {
        return new Criteria(
                single(packet, Criterion.STATE, answers),
                single(packet, Criterion.FORMAT, answers),
                packet.criterion(Criterion.CONCERNS, answers),
                packet.criterion(Criterion.MODALITIES, answers),
                single(packet, Criterion.PAYMENT, answers),
                packet.criterion(Criterion.FEE, answers).stream()
                        .findFirst()
                        .map(Integer::valueOf)
                        .orElse(null),
                packet.criterion(Criterion.LANGUAGES, answers),
                packet.criterion(Criterion.AVAILABILITY, answers));
    }

    private static String single(Packet packet, Criterion criterion, Answers answers) {
        return packet.criterion(criterion, answers).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no answer gives the criterion " + criterion));
    }
}
