package org.rapport.intake.responses.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rapport.intake.responses.domain.ResponseEvent.QuestionnaireLapsed;
import org.rapport.intake.responses.domain.ResponseEvent.QuestionnaireNudged;
import org.rapport.intake.responses.domain.ResponseEvent.SafetyConcernEscalated;
import org.rapport.intake.responses.domain.ResponseEvent.SafetyConcernRaised;

/**
 * What of a response must go on while nobody can read what was answered: its clocks, and that somebody may be in danger.
 *
 * @param lapsedAt absent unless it has lapsed
 * @param concerns without what they mean, where that is sealed: {@link SafetyConcern#SEALED}
 */
public record Watch(
        ResponseId id,
        UUID inquiryId,
        Stage stage,
        @Nullable Instant lapsedAt,
        SafetyConcerns concerns,
        Invitation invitation,
        long version) {

    public enum Stage {
        UNFINISHED,
        LAPSED,
        SUBMITTED,
        ERASED
    }

    /** What a look at it came to: what must be written with its events, or nothing. */
    public record Turn(Watch watch, List<ResponseEvent> events, boolean isWrite) {
        public Turn {
            events = List.copyOf(events);
        }
    }

    /** When the time that passes has to be looked at again; empty for never. */
    public Optional<Instant> wakeAt(Patience patience) {
        Stream<Instant> concerned = concerns.open().stream().map(concern -> concern.escalatesAt(patience));
        Stream<Instant> unfinished = stage == Stage.UNFINISHED ? Stream.of(invitation.wakeAt(patience)) : Stream.of();
        return Stream.concat(concerned, unfinished).min(Comparator.naturalOrder());
    }

    /** What is due by now. Of nudges that were missed one is said, not each. */
    public Turn wake(Patience patience, Instant now) {
        List<ResponseEvent> events = new ArrayList<>();
        Watch next = with(escalated(patience, now, events));
        if (stage == Stage.UNFINISHED && !invitation.expiresAt().isAfter(now)) {
            next = next.lapsed(now);
            events.add(new QuestionnaireLapsed(id, inquiryId, invitation.number(), now));
        } else if (stage == Stage.UNFINISHED && !invitation.wakeAt(patience).isAfter(now)) {
            Invitation nudged = invitation.nudged();
            while (!nudged.wakeAt(patience).isAfter(now)) {
                nudged = nudged.nudged();
            }
            next = next.with(nudged);
            events.add(new QuestionnaireNudged(id, inquiryId, nudged, now));
        }
        // Writing an erasure again ends one that was cut short.
        return new Turn(next, events, !events.isEmpty() || stage == Stage.ERASED);
    }

    private SafetyConcerns escalated(Patience patience, Instant now, List<ResponseEvent> events) {
        SafetyConcerns asked = concerns;
        for (SafetyConcern concern : concerns.open()) {
            if (!concern.escalatesAt(patience).isAfter(now)) {
                SafetyConcern next = concern.escalated(now);
                asked = asked.replacing(next);
                events.add(new SafetyConcernEscalated(id, inquiryId, next.id(), next.escalations(), now));
            }
        }
        return asked;
    }

    /** Raises a concern for an answer that cannot be kept now; one is enough until somebody has seen to it. */
    public Turn alarm(Instant now) {
        List<SafetyConcern> unread = concerns.of(SafetyConcern.NOT_READ);
        if (stage == Stage.ERASED || unread.stream().anyMatch(SafetyConcern::isOpen)) {
            return new Turn(this, List.of(), false);
        }
        SafetyConcern raised = SafetyConcern.raised(id, SafetyConcern.NOT_READ, Map.of(), unread.size() + 1, now);
        return new Turn(
                with(concerns.with(List.of(raised))),
                List.of(new SafetyConcernRaised(id, inquiryId, raised.id(), raised.code(), now)),
                true);
    }

    private Watch with(SafetyConcerns next) {
        return new Watch(id, inquiryId, stage, lapsedAt, next, invitation, version);
    }

    private Watch with(Invitation next) {
        return new Watch(id, inquiryId, stage, lapsedAt, concerns, next, version);
    }

    private Watch lapsed(Instant at) {
        return new Watch(id, inquiryId, Stage.LAPSED, at, concerns, invitation, version);
    }
}
