package org.rapport.matching.referrals.web;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rapport.matching.ranking.domain.Criteria;
import org.rapport.matching.referrals.application.RankCandidates;
import org.rapport.matching.referrals.domain.Choice;
import org.rapport.matching.referrals.domain.ChoiceRules;
import org.rapport.matching.referrals.domain.FitAnswer.Degree;
import org.rapport.matching.referrals.domain.Referral;
import org.rapport.matching.referrals.domain.Seat;
import org.rapport.matching.roster.domain.Offering;
import org.rapport.matching.roster.domain.Roster;
import org.rapport.matching.roster.domain.Therapist;
import org.rapport.web.Option;
import org.rapport.web.Practice;
import org.rapport.web.Times;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/** How therapists and questions read to the person, in their language. */
final class PersonTexts {
    /** The answer that it is none of them. */
    static final String NONE = "none";

    /**
     * @param full whether they cannot take the person on any more
     * @param why what the therapist and the person's answers have in common; empty if nothing they named
     */
    record Card(
            UUID id,
            boolean full,
            String name,
            String credential,
            String introduction,
            List<String> why,
            List<ReferralWords.Line> lines) {}

    private final MessageSource messages;
    private final Times times;
    private final Roster roster;
    private final RankCandidates candidates;
    private final ZoneId zone;

    PersonTexts(MessageSource messages, Times times, Roster roster, RankCandidates candidates, Practice practice) {
        this.messages = messages;
        this.times = times;
        this.roster = roster;
        this.candidates = candidates;
        this.zone = practice.zone();
    }

    List<Card> cards(Referral referral, Choice choice, Criteria criteria) {
        return choice.therapists().stream()
                .flatMap(id -> roster.find(id).stream())
                .map(therapist -> card(therapist, !candidates.fits(therapist.id(), referral), criteria))
                .toList();
    }

    /** What becomes of the answer, by what is so now and not by what was meant to be. */
    String answered(Referral referral, Choice choice) {
        Seat seat = referral.seat();
        UUID wanted = choice.therapistId();
        if (seat != null) {
            return text("person.choice.answered.matched", name(seat.therapistId()));
        }
        if (wanted == null) {
            return text("person.choice.answered.none");
        }
        if (referral.openOfferTo(wanted).isPresent()) {
            return text("person.choice.answered.asked", name(wanted));
        }
        boolean ahead = ChoiceRules.isOpen(referral) && candidates.fits(wanted, referral);
        return text(ahead ? "person.choice.answered" : "person.choice.answered.on", name(wanted));
    }

    private Card card(Therapist therapist, boolean full, Criteria criteria) {
        Offering offering = therapist.offering();
        List<String> why = new ArrayList<>();
        add(why, "person.choice.why.concerns", both(criteria.concerns(), offering.concerns()));
        add(why, "person.choice.why.modalities", both(criteria.modalities(), offering.modalities()));
        add(why, "person.choice.why.times", both(criteria.availability(), offering.availability()));
        var lowest = therapist.fee().lowest();
        String fee = therapist.fee().standard().amount().toPlainString();
        List<ReferralWords.Line> lines = List.of(
                line("CONCERN", list(offering.concerns())),
                line("MODALITY", list(offering.modalities())),
                line("FORMAT", list(offering.formats())),
                line("LANGUAGE", list(offering.languages())),
                line("TIME", list(offering.availability())),
                line(
                        "FEE",
                        lowest == null
                                ? text("directory.fee", fee)
                                : text(
                                        "directory.fee.sliding",
                                        fee,
                                        lowest.amount().toPlainString())));
        return new Card(
                therapist.id(),
                full,
                therapist.name(),
                word(therapist.credential().name()),
                therapist.profile().introduction(),
                why,
                lines);
    }

    private static List<String> both(List<String> wanted, List<String> offered) {
        return wanted.stream().filter(offered::contains).toList();
    }

    private void add(List<String> why, String key, List<String> shared) {
        if (!shared.isEmpty()) {
            why.add(text(key, list(shared)));
        }
    }

    /** One for each therapist who has a place, then the way out. */
    List<Option> options(List<Card> cards) {
        return Stream.concat(
                        cards.stream()
                                .filter(card -> !card.full())
                                .map(card -> Option.of(card.id().toString(), card.name())),
                        Stream.of(Option.of(NONE, text("person.choice.none"))))
                .toList();
    }

    String until(Choice choice) {
        return times.full(choice.until(), zone);
    }

    /** The question whether to go on has words of its own. */
    List<Option> degrees(String question) {
        return Stream.of(Degree.values())
                .map(degree -> Option.of(degree.name(), text("person.fit." + question + "." + degree)))
                .toList();
    }

    String name(UUID therapistId) {
        return roster.find(therapistId).map(Therapist::name).orElseGet(() -> text("person.your-therapist"));
    }

    String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    private ReferralWords.Line line(String facet, String value) {
        return new ReferralWords.Line(text("directory.facet." + facet), value);
    }

    private String list(List<String> codes) {
        return codes.stream().map(this::word).collect(Collectors.joining(", "));
    }

    private String word(String code) {
        String found = messages.getMessage("directory.code." + code, null, null, LocaleContextHolder.getLocale());
        return found == null ? code : found;
    }
}
