package org.rapport.intake.responses.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.intake.questionnaires.domain.Language;
import org.rapport.intake.responses.application.ResponseSheet;
import org.rapport.intake.responses.domain.Acknowledgement;
import org.rapport.intake.responses.domain.AcknowledgementAction;
import org.rapport.intake.responses.domain.Criteria;
import org.rapport.intake.responses.domain.ResponseState;
import org.rapport.intake.responses.domain.SafetyConcern;

/**
 * A response as staff and other services read it.
 *
 * @param criteria what matching was told; null before the submission
 */
record StaffResponseView(
        UUID responseId,
        String state,
        @Nullable Instant submittedAt,
        List<SectionView> sections,
        List<ScoreView> scores,
        @Nullable CriteriaView criteria,
        List<ConcernView> concerns) {

    record SectionView(String title, List<LineView> lines) {}

    /** @param answer several chosen answers are joined by commas; empty when there is none */
    record LineView(String question, String answer) {}

    record ScoreView(String instrument, String title, int total, int maximum, String band) {}

    record CriteriaView(
            String state,
            String format,
            String population,
            List<String> concerns,
            List<String> modalities,
            String payment,
            List<String> languages,
            List<String> availability) {

        static CriteriaView of(Criteria criteria) {
            return new CriteriaView(
                    criteria.state(),
                    criteria.format(),
                    Criteria.POPULATION,
                    criteria.concerns(),
                    criteria.modalities(),
                    criteria.payment(),
                    criteria.languages(),
                    criteria.availability());
        }
    }

    /**
     * @param escalations how often the next person was asked
     * @param acknowledgedBy name of the person who answers for it; null while it is open
     */
    record ConcernView(
            UUID id,
            String code,
            Instant raisedAt,
            int escalations,
            @Nullable String acknowledgedBy,
            @Nullable Instant acknowledgedAt,
            @Nullable AcknowledgementAction action) {

        static ConcernView of(SafetyConcern concern) {
            Acknowledgement by = concern.acknowledgement();
            return by == null
                    ? new ConcernView(
                            concern.id(), concern.code(), concern.raisedAt(), concern.escalations(), null, null, null)
                    : new ConcernView(
                            concern.id(),
                            concern.code(),
                            concern.raisedAt(),
                            concern.escalations(),
                            by.name(),
                            by.at(),
                            by.action());
        }
    }

    static StaffResponseView of(ResponseSheet sheet, Language language) {
        return new StaffResponseView(
                sheet.response().id().value(),
                StateNames.of(sheet.response().state()),
                sheet.response().state() instanceof ResponseState.Submitted submitted ? submitted.at() : null,
                sheet.sections(language).stream()
                        .map(section -> new SectionView(
                                section.title(),
                                section.lines().stream()
                                        .map(line -> new LineView(line.question(), String.join(", ", line.answers())))
                                        .toList()))
                        .toList(),
                sheet.scores().stream()
                        .map(score -> new ScoreView(
                                score.instrument(),
                                score.title().in(language),
                                score.total(),
                                score.maximum(),
                                score.band().title().in(language)))
                        .toList(),
                sheet.criteria().map(CriteriaView::of).orElse(null),
                sheet.response().concerns().all().stream().map(ConcernView::of).toList());
    }
}
