package org.rapport.intake.responses.domain;

import java.util.List;
import java.util.Optional;
import org.rapport.intake.questionnaires.domain.Answers;
import org.rapport.intake.questionnaires.domain.Item;
import org.rapport.intake.questionnaires.domain.Packet;
import org.rapport.intake.questionnaires.domain.Page;
import org.rapport.intake.questionnaires.domain.Question;
import org.rapport.intake.questionnaires.domain.Sheet;

/** A required question without an answer, the page that asks it, and the key its answer would have. */
public record MissingAnswer(int page, Question question, String key) {
    static List<MissingAnswer> in(Packet packet, Answers answers) {
        return packet.pages().stream()
                .flatMap(page -> page.missing(answers).stream().flatMap(entry -> of(page, entry).stream()))
                .toList();
    }

    private static Optional<MissingAnswer> of(Page page, Sheet.Entry entry) {
        return entry.item() instanceof Item.Asked asked
                ? Optional.of(new MissingAnswer(page.number(), asked.question(), entry.key()))
                : Optional.empty();
    }
}
