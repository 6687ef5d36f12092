package org.rapport.booking.waiting;

import java.time.Clock;
import java.time.Instant;
import org.rapport.booking.calls.application.FindOpeningsHandler;
import org.rapport.booking.calls.application.HoldCallHandler;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.hosts.domain.Hosts;
import org.rapport.booking.hosts.domain.Practices;
import org.rapport.booking.inquiries.domain.Inquiries;
import org.rapport.booking.visitors.domain.MessageLimits;
import org.rapport.booking.waiting.application.EndWaitingHandler;
import org.rapport.booking.waiting.application.JoinWaitListHandler;
import org.rapport.booking.waiting.application.LetGoHandler;
import org.rapport.booking.waiting.application.PassOnHandler;
import org.rapport.booking.waiting.domain.FreedTimes;
import org.rapport.booking.waiting.domain.OfferHolds;
import org.rapport.booking.waiting.domain.Waiters;
import org.rapport.booking.waiting.domain.WishRules;
import org.rapport.booking.waiting.holds.ClaimedHolds;
import org.rapport.web.SignedLinks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Everything that can be done with the wait list, whatever keeps it. */
@Configuration(proxyBeanMethods = false)
public class WaitingHandlers {

    @Bean
    WishRules wishRules(Hosts hosts) {
        return new WishRules(hosts);
    }

    /** By the hours as stored: refused by hours remembered from a moment ago, a freed time would go to nobody. */
    @Bean
    OfferHolds offerHolds(
            Hosts hosts,
            Practices practices,
            Calls calls,
            FindOpeningsHandler openings,
            SignedLinks links,
            Clock clock) {
        HoldCallHandler holdCall = new HoldCallHandler(hosts, practices, calls, openings, clock);
        return new ClaimedHolds(holdCall, id -> links.sign("wait-list-hold", id, Instant.EPOCH));
    }

    @Bean
    PassOnHandler passOnHandler(
            FreedTimes freedTimes, Waiters waiters, OfferHolds holds, Calls calls, Hosts hosts, Clock clock) {
        return new PassOnHandler(freedTimes, waiters, holds, calls, hosts, clock);
    }

    @Bean
    JoinWaitListHandler joinWaitListHandler(Inquiries inquiries, Waiters waiters, MessageLimits limits, Clock clock) {
        return new JoinWaitListHandler(inquiries, waiters, limits, clock);
    }

    @Bean
    LetGoHandler letGoHandler(Calls calls, Waiters waiters, PassOnHandler passOn, Clock clock) {
        return new LetGoHandler(calls, waiters, passOn, clock);
    }

    @Bean
    EndWaitingHandler endWaitingHandler(Waiters waiters, OfferHolds holds, LetGoHandler letGo, Clock clock) {
        return new EndWaitingHandler(waiters, holds, letGo, clock);
    }
}
