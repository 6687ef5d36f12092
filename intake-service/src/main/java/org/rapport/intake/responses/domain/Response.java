package org.rapport.intake.responses.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.intake.questionnaires.domain.Answers;
import org.rapport.intake.questionnaires.domain.Language;
import org.rapport.intake.questionnaires.domain.Packet;
import org.rapport.intake.questionnaires.domain.Page;
import org.rapport.intake.questionnaires.domain.Priority;
import org.rapport.intake.questionnaires.domain.QuestionnaireKey;
import org.rapport.intake.questionnaires.domain.SafetyRule;
import org.rapport.intake.responses.domain.ResponseEvent.QuestionnaireResent;
import org.rapport.intake.responses.domain.ResponseEvent.QuestionnaireSent;
import org.rapport.intake.responses.domain.ResponseEvent.ResponseBegun;
import org.rapport.intake.responses.domain.ResponseEvent.ResponseSubmitted;
import org.rapport.intake.responses.domain.ResponseEvent.SafetyConcernAcknowledged;
import org.rapport.intake.responses.domain.ResponseEvent.SafetyConcernRaised;

/**
 * One packet of questionnaires, filled in by one person for one inquiry.
 *
 * <pre>
 * state       save a page                submit                       time passes                  send a new link
 * ----------  -------------------------  ---------------------------  ---------------------------  -------------------
 * (none)      send: Sent, QuestionnaireSent
 * Sent        InProgress, ResponseBegun  Incomplete                   QuestionnaireNudged, then    Sent,
 *                                                                     Lapsed, QuestionnaireLapsed  QuestionnaireResent
 * InProgress  InProgress                 Submitted, ResponseSubmitted as above                     InProgress, as above
 *                                        or Incomplete
 * Lapsed      InProgress, without a good as above                     nothing                      Sent or InProgress
 *             link Lapsed
 * Submitted   ReadOnly                   Submitted, nothing new       nothing                      AlreadySubmitted
 * Amending    Amending                   Submitted, ResponseSubmitted nothing                      AlreadySubmitted
 *                                        or Incomplete
 *
 * amend: Submitted to Amending; leaveAsSigned: Amending to Submitted, as it was signed; else NothingToAmend.
 *
 * In every state an open concern is acknowledged once (SafetyConcernAcknowledged), and until then passed on to the next
 * person again and again (SafetyConcernEscalated). What time does is in {@link Watch}.
 * </pre>
 *
 * Whatever becomes of a page, an answer on it that meets a safety rule raises its concern (SafetyConcernRaised) in the
 * same write: a faulty page keeps that one answer, a stale or read-only one keeps only the concern. An answer taken back
 * closes nothing, and one that is graver than what an open concern tells of raises another.
 *
 * @param version of the stored document, 0 before the first write
 */
public record Response(
        ResponseId id,
        UUID inquiryId,
        ResponseState state,
        List<QuestionnaireKey> questionnaires,
        Entries entries,
        SafetyConcerns concerns,
        Invitation invitation,
        long version) {
    public Response {
        questionnaires = List.copyOf(questionnaires);
    }

    public Language language() {
        return entries.language();
    }

    public Answers answers() {
        return entries.answers();
    }

    public int revision() {
        return entries.revision();
    }

    public List<Integer> pageRevisions() {
        return entries.pageRevisions();
    }

    /** A new response that pins the packet; the link to it is good for the given time. */
    public static Change send(UUID inquiryId, Packet packet, Language language, Duration lifetime, Instant now) {
        ResponseId id = ResponseId.of(inquiryId);
        Invitation invitation = Invitation.first(now, lifetime);
        Response sent = new Response(
                id,
                inquiryId,
                new ResponseState.Sent(),
                packet.keys(),
                Entries.none(language, packet.pages().size()),
                SafetyConcerns.none(),
                invitation,
                0);
        return new Change(
                sent, List.of(new QuestionnaireSent(id, inquiryId, packet.keys(), invitation.expiresAt(), now)), true);
    }

    /**
     * Takes the answers of one page.
     *
     * @param shownAt the revision the person saw when answering
     * @param called which required questions must have their answer now
     * @param by null for the person themselves
     */
    public ResponseDecision.Saved savePage(
            Packet packet,
            Page page,
            int shownAt,
            Answers given,
            Called called,
            Language spoken,
            @Nullable Scribe by,
            Instant now) {
        Answers answers = answers();
        int revision = revision();
        if (state instanceof ResponseState.Submitted || state instanceof ResponseState.Erased) {
            return heed(packet, page, given, now);
        }
        List<SafetyRule> alarms = packet.alarms(given.only(page::owns));
        List<SafetyConcern> raised = raised(packet, page, given, now);
        boolean crisis = !alarms.isEmpty();
        CheckedAnswers checked = CheckedAnswers.of(page, given, answers, called);
        Answers merged = packet.settled(
                answers.without(page::owns).with(checked.accepted().byQuestion()));
        int savedAt = pageRevisions().get(page.number() - 1);
        boolean repeated = savedAt > 0 && checked.faults().isEmpty() && merged.equals(answers);
        List<Integer> newer = entries.newer(page.number(), packet.pages(), merged, shownAt);
        if (shownAt > revision || (!newer.isEmpty() && !repeated)) {
            List<Integer> shown = newer.isEmpty() ? List.of(page.number()) : newer;
            return new ResponseDecision.PageStale(to(this, raised, now), crisis, shown);
        }
        if (!checked.faults().isEmpty()) {
            Answers kept = answers.with(Urgency.answers(page, alarms, given).byQuestion());
            Response next = kept.equals(answers) ? this : with(entries.kept(page.number(), kept), now);
            return new ResponseDecision.PageFaulty(to(next, raised, now), checked.faults(), crisis);
        }
        if (repeated) {
            return new ResponseDecision.PageSaved(to(this, raised, now), crisis);
        }
        return new ResponseDecision.PageSaved(
                to(with(entries.saved(page.number(), merged, spoken, by), now), raised, now), crisis);
    }

    /** Takes nothing of a page but the concern that its answers raise; of what has been erased not even that. */
    public ResponseDecision.ReadOnly heed(Packet packet, Page page, Answers given, Instant now) {
        boolean crisis = !packet.alarms(given.only(page::owns)).isEmpty();
        return state instanceof ResponseState.Erased
                ? new ResponseDecision.ReadOnly(Change.none(this), crisis)
                : new ResponseDecision.ReadOnly(to(this, raised(packet, page, given, now), now), crisis);
    }

    private List<SafetyConcern> raised(Packet packet, Page page, Answers given, Instant now) {
        Answers owned = given.only(page::owns);
        return concerns.addedBy(packet.alarms(owned), packet.alarmingPoints(owned), owned, answers(), id, now);
    }

    /**
     * @param shownAt the revision the person saw, when they said so
     * @param signature needed, except to send in again what has been sent in
     * @param by null for the person themselves
     */
    public ResponseDecision.Submission submit(
            Packet packet, @Nullable Integer shownAt, @Nullable Signature signature, @Nullable Scribe by, Instant now) {
        if (state instanceof ResponseState.Submitted) {
            return new ResponseDecision.Submitted(Change.none(this));
        }
        if (state instanceof ResponseState.Erased || (shownAt != null && shownAt != revision())) {
            return new ResponseDecision.SubmissionStale(Change.none(this));
        }
        List<MissingAnswer> missing = missing(packet);
        if (!missing.isEmpty()) {
            return new ResponseDecision.Incomplete(Change.none(this), missing);
        }
        if (signature == null) {
            return new ResponseDecision.NotSigned(Change.none(this));
        }
        Priority priority = Urgency.of(packet, answers(), concerns);
        String why = state instanceof ResponseState.Amending amending ? amending.why() : "";
        Response submitted = with(entries.sentIn(by), now)
                .in(new ResponseState.Submitted(now, priority, signature, why, revisions()));
        return new ResponseDecision.Submitted(new Change(
                submitted,
                List.of(new ResponseSubmitted(
                        id, inquiryId, questionnaires, Criteria.of(packet, answers()), priority, now)),
                true));
    }

    /** Makes what was signed open to change; it stands until somebody signs again. */
    public ResponseDecision.Amendment amend(String why, Instant now) {
        if (state instanceof ResponseState.Submitted signed) {
            if (revisions().size() >= SignedRevision.MOST) {
                return new ResponseDecision.AmendedTooOften(Change.none(this));
            }
            ResponseState amending = new ResponseState.Amending(signed, answers(), why, now);
            return new ResponseDecision.AmendmentBegun(new Change(in(amending), List.of(), true));
        }
        return state instanceof ResponseState.Amending
                ? new ResponseDecision.AmendmentBegun(Change.none(this))
                : new ResponseDecision.NothingToAmend(Change.none(this));
    }

    /** Leaves what was signed as it was. */
    public ResponseDecision.Amendment leaveAsSigned() {
        if (state instanceof ResponseState.Amending) {
            return new ResponseDecision.AmendmentLeft(new Change(asSigned(), List.of(), true));
        }
        return state instanceof ResponseState.Submitted
                ? new ResponseDecision.AmendmentLeft(Change.none(this))
                : new ResponseDecision.NothingToAmend(Change.none(this));
    }

    /** As everybody but the person reads it: what was signed last, without what is being changed. */
    public Response asSigned() {
        if (!(state instanceof ResponseState.Amending amending)) {
            return this;
        }
        Entries then = entries.as(amending.answers());
        return new Response(id, inquiryId, amending.signed(), questionnaires, then, concerns, invitation, version);
    }

    /** All that was signed, oldest first. */
    public List<SignedRevision> revisions() {
        return state.revisions(answers());
    }

    public ResponseDecision.Acknowledging acknowledge(UUID concernId, Acknowledgement given) {
        Optional<SafetyConcern> found = concerns.find(concernId);
        if (found.isEmpty()) {
            return new ResponseDecision.NoSuchConcern(Change.none(this));
        }
        SafetyConcern concern = found.get();
        Acknowledgement earlier = concern.acknowledgement();
        if (earlier == null) {
            SafetyConcern closed = concern.acknowledged(given);
            Response next = with(concerns.replacing(closed));
            SafetyConcernAcknowledged event =
                    new SafetyConcernAcknowledged(id, inquiryId, concernId, given.by(), given.action(), given.at());
            return new ResponseDecision.Acknowledged(new Change(next, List.of(event), true), closed);
        }
        return earlier.by().equals(given.by()) && earlier.action() == given.action()
                ? new ResponseDecision.Acknowledged(Change.none(this), concern)
                : new ResponseDecision.AcknowledgedByOther(Change.none(this), concern);
    }

    /**
     * Sends a new link to what there is.
     *
     * @param known number of the link the person who asks for a new one knew of, so that asking twice sends one
     */
    public ResponseDecision.Resending resend(int known, Duration lifetime, Instant now) {
        if (state instanceof ResponseState.Submitted
                || state instanceof ResponseState.Amending
                || state instanceof ResponseState.Erased) {
            return new ResponseDecision.AlreadySubmitted(Change.none(this));
        }
        if (known != invitation.number()) {
            return new ResponseDecision.Resent(Change.none(this));
        }
        ResponseState open = revision() == 0 ? new ResponseState.Sent() : new ResponseState.InProgress();
        Response next = in(open).with(invitation.next(now, lifetime));
        return new ResponseDecision.Resent(
                new Change(next, List.of(new QuestionnaireResent(id, inquiryId, next.invitation)), true));
    }

    /** What goes on also while nobody can read the answers. */
    public Watch watch() {
        Instant lapsedAt = state instanceof ResponseState.Lapsed lapsed ? lapsed.at() : null;
        return new Watch(id, inquiryId, state.stage(), lapsedAt, concerns, invitation, version);
    }

    /** Forgets what was answered; not while somebody may be in danger. */
    public ResponseDecision.Erasing erase() {
        if (state instanceof ResponseState.Erased) {
            return new ResponseDecision.Erased(Change.none(this));
        }
        if (!concerns.open().isEmpty()) {
            return new ResponseDecision.ConcernStillOpen(Change.none(this));
        }
        Response erased = new Response(
                id,
                inquiryId,
                new ResponseState.Erased(),
                questionnaires,
                entries.forgotten(),
                SafetyConcerns.none(),
                invitation,
                version);
        return new ResponseDecision.Erased(new Change(erased, List.of(), true));
    }

    public List<MissingAnswer> missing(Packet packet) {
        return MissingAnswer.in(packet, answers());
    }

    /** The first page that was never saved or lacks a required answer; empty when the packet can be submitted. */
    public OptionalInt nextPage(Packet packet) {
        return packet.pages().stream()
                .filter(page -> page.isShown(answers())
                        && (pageRevisions().get(page.number() - 1) == 0
                                || !page.missing(answers()).isEmpty()))
                .mapToInt(Page::number)
                .findFirst();
    }

    private Change to(Response next, List<SafetyConcern> raised, Instant now) {
        if (next.equals(this) && raised.isEmpty()) {
            return Change.none(this);
        }
        List<ResponseEvent> events = new ArrayList<>();
        if (state instanceof ResponseState.Sent && next.state instanceof ResponseState.InProgress) {
            events.add(new ResponseBegun(id, inquiryId, now));
        }
        raised.forEach(
                concern -> events.add(new SafetyConcernRaised(id, inquiryId, concern.id(), concern.code(), now)));
        Response written = next.with(concerns.with(raised));
        return new Change(written, events, true);
    }

    private Response in(ResponseState next) {
        return new Response(id, inquiryId, next, questionnaires, entries, concerns, invitation, version);
    }

    /** Whoever enters something has begun; what the practice enters after the last link ran out would lapse again at once. */
    private Response with(Entries next, Instant now) {
        boolean over =
                state instanceof ResponseState.Lapsed && !invitation.expiresAt().isAfter(now);
        return new Response(
                id,
                inquiryId,
                over || state instanceof ResponseState.Amending ? state : new ResponseState.InProgress(),
                questionnaires,
                next,
                concerns,
                invitation,
                version);
    }

    private Response with(SafetyConcerns next) {
        return new Response(id, inquiryId, state, questionnaires, entries, next, invitation, version);
    }

    private Response with(Invitation next) {
        return new Response(id, inquiryId, state, questionnaires, entries, concerns, next, version);
    }
}
