package org.rapport.notification.messages.http;

import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rapport.notification.messages.application.Facts;
import org.rapport.notification.messages.application.FactsUnavailable;
import org.rapport.notification.messages.domain.CallFact;
import org.rapport.notification.messages.domain.Channel;
import org.rapport.notification.messages.domain.Contact;
import org.rapport.web.ServiceClient;
import org.rapport.web.ServiceUnavailable;

public final class HttpFacts implements Facts {
    private final ServiceClient booking;
    private final ServiceClient intake;
    private final ServiceClient matching;

    public HttpFacts(ServiceClient booking, ServiceClient intake, ServiceClient matching) {
        this.booking = booking;
        this.intake = intake;
        this.matching = matching;
    }

    @Override
    public Optional<CallFact> call(UUID callId) {
        return ask(() -> booking.find("/api/booking/calls/{id}", CallAnswer.class, callId))
                .map(CallAnswer::toFact);
    }

    @Override
    public Optional<OfferStanding> offer(UUID inquiryId, int number) {
        return ask(() -> matching.find("/api/matching/offers/{inquiry}/{n}", OfferAnswer.class, inquiryId, number))
                .map(answer -> answer.state().equals("OPEN") ? OfferStanding.OPEN : OfferStanding.CLOSED);
    }

    @Override
    public boolean isReferralClosed(UUID inquiryId) {
        return referral(inquiryId)
                .filter(answer -> answer.state().equals("CLOSED"))
                .isPresent();
    }

    @Override
    public boolean isAskedToChoose(UUID inquiryId, int number) {
        return referral(inquiryId)
                .map(ReferralAnswer::choice)
                .filter(choice -> choice.number() == number && choice.state().equals("ASKED"))
                .isPresent();
    }

    @Override
    public boolean isMatchedWith(UUID inquiryId, UUID therapistId) {
        return referral(inquiryId)
                .filter(answer -> therapistId.equals(answer.therapistId()))
                .isPresent();
    }

    private Optional<ReferralAnswer> referral(UUID inquiryId) {
        return ask(() -> matching.find("/api/matching/referrals/{id}", ReferralAnswer.class, inquiryId));
    }

    @Override
    public Optional<WaitListOffer> waitListOffer(UUID callId) {
        return ask(() -> booking.find("/api/booking/wait-list/offers/{id}", WaitListOfferAnswer.class, callId))
                .map(answer ->
                        new WaitListOffer(answer.state().equals("OPEN"), answer.start(), answer.end(), answer.url()));
    }

    @Override
    public Optional<QuestionnaireStanding> questionnaire(UUID inquiryId) {
        return standing(inquiryId).map(answer -> QuestionnaireStanding.valueOf(answer.standing()));
    }

    @Override
    public Optional<Set<UUID>> openConcerns(UUID inquiryId) {
        return standing(inquiryId).map(StandingAnswer::openConcerns);
    }

    private Optional<StandingAnswer> standing(UUID inquiryId) {
        return ask(() -> intake.find("/api/intake/inquiries/{id}/standing", StandingAnswer.class, inquiryId));
    }

    @Override
    public Optional<Contact> client(UUID inquiryId) {
        return ask(() -> booking.find("/api/booking/inquiries/{id}", InquiryAnswer.class, inquiryId))
                .map(InquiryAnswer::toContact);
    }

    @Override
    public Optional<Contact> staff(UUID staffId) {
        return ask(() -> booking.find("/api/booking/hosts/{id}", HostAnswer.class, staffId))
                .map(HostAnswer::toContact);
    }

    @Override
    public List<UUID> coordinators() {
        return ask(() -> Stream.of(booking.get("/api/booking/hosts?role=COORDINATOR", HostAnswer[].class)))
                .map(HostAnswer::id)
                .toList();
    }

    private static <T> T ask(Supplier<T> question) {
        try {
            return question.get();
        } catch (ServiceUnavailable unavailable) {
            throw new FactsUnavailable(unavailable);
        }
    }

    private record CallAnswer(
            UUID id,
            String state,
            Instant start,
            Instant end,
            int revision,
            Instant changeableUntil,
            @Nullable OutcomeAnswer outcome) {
        CallFact toFact() {
            CallFact.Ending ending = outcome == null
                    ? null
                    : new CallFact.Ending(
                            outcome.code().equals("missed-by-client"),
                            outcome.code().equals("missed-by-host"),
                            outcome.correction());
            return new CallFact(id, state.equals("BOOKED"), revision, start, end, changeableUntil, ending);
        }
    }

    private record OutcomeAnswer(String code, int correction) {}

    private record WaitListOfferAnswer(String state, Instant start, Instant end, String url) {}

    private record StandingAnswer(String standing, @Nullable Set<UUID> openConcerns) {}

    private record OfferAnswer(String state) {}

    private record ReferralAnswer(
            String state,
            @Nullable UUID therapistId,
            @Nullable ChoiceAnswer choice) {}

    private record ChoiceAnswer(int number, String state) {}

    private record InquiryAnswer(
            String name,
            @Nullable String email,
            @Nullable String phone,
            Set<String> channels,
            String language,
            String zone) {

        Contact toContact() {
            Set<Channel> allowed = EnumSet.noneOf(Channel.class);
            for (Channel channel : Channel.values()) {
                if (channels.contains(channel.name())) {
                    allowed.add(channel);
                }
            }
            return new Contact(name, email, phone, allowed, Locale.of(language), ZoneId.of(zone));
        }
    }

    private record HostAnswer(UUID id, String name, String email, String zone) {
        Contact toContact() {
            return new Contact(name, email, null, Set.of(Channel.EMAIL), Locale.ENGLISH, ZoneId.of(zone));
        }
    }
}
